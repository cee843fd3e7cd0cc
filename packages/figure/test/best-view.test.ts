import { createState, forwardKinematics, mirrorConfiguration, neutralConfiguration, pointToWorld } from '@sacra/body';
import { mirror, type Vec3 } from '@sacra/geometry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestView, shownIn, type PoseToShow } from '../src/best-view.ts';
import { referenceBody as body } from './reference-body.ts';

/** The neutral body with hinges bent to fractions of what they can. */
const anyPose: fc.Arbitrary<PoseToShow> = fc
  .tuple(
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 }),
    fc.array(fc.tuple(...Array.from({ length: 3 }, () => fc.double({ min: -0.8, max: 0.8, noNaN: true }))), {
      maxLength: 4,
    }),
  )
  .map(([bends, contacts]) => {
    const q = neutralConfiguration(body);
    let hinge = 0;
    for (const joint of body.joints) {
      if (joint.kind !== 'hinge') continue;
      const { minRad, maxRad } = joint.range;
      q[joint.qIndex] = minRad + (maxRad - minRad) * bends[hinge++ % bends.length]!;
    }
    return { body, q, contactsM: contacts as unknown as Vec3[], props: [] };
  });
const anyWish = fc.record({
  azimuthRad: fc.double({ min: -3, max: 3, noNaN: true }),
  elevationRad: fc.double({ min: 0.05, max: 0.7, noNaN: true }),
});

describe('the view of a pose', () => {
  test('never shows less than the one that was asked for, and says truly how much it shows', () => {
    fc.assert(
      fc.property(anyPose, anyWish, (pose, wish) => {
        const { view, shown01 } = bestView(pose, wish);
        expect(shown01).toBeGreaterThanOrEqual(shownIn(pose, wish));
        expect(shown01).toBeCloseTo(shownIn(pose, view), 12);
        expect(Math.abs(view.azimuthRad - wish.azimuthRad)).toBeLessThan(Math.PI / 2);
      }),
      { numRuns: 20 },
    );
  });

  test('of the mirror image it is the mirror image', () => {
    fc.assert(
      fc.property(anyPose, anyWish, ({ q, contactsM, props }, wish) => {
        const { view, shown01 } = bestView({ body, q, contactsM, props }, wish);
        const mirrored = bestView(
          { body, q: mirrorConfiguration(body, q), contactsM: contactsM.map(mirror), props },
          { ...wish, azimuthRad: -wish.azimuthRad },
        );
        expect(mirrored.shown01).toBeCloseTo(shown01, 9);
        expect(mirrored.view.azimuthRad).toBeCloseTo(-view.azimuthRad, 9);
        expect(mirrored.view.elevationRad).toBeCloseTo(view.elevationRad, 9);
      }),
      { numRuns: 20 },
    );
  });

  test('of a standing body from its side hides the far arm and leg; half from the front it shows them', () => {
    const pose: PoseToShow = { body, q: neutralConfiguration(body), contactsM: [], props: [] };
    const from = (azimuthDeg: number): number =>
      shownIn(pose, { azimuthRad: (azimuthDeg * Math.PI) / 180, elevationRad: 0.1 });
    expect(from(-90)).toBeLessThan(from(-60));
    expect(from(90)).toBeCloseTo(from(-90), 9);
  });

  test('a contact behind the body is missed, and shown from its own side', () => {
    const q = neutralConfiguration(body);
    const state = createState(body);
    forwardKinematics(body, q, state);
    const atBack = pointToWorld(state, 0, [-0.2, 0, 0.05]);
    const without: PoseToShow = { body, q, contactsM: [], props: [] };
    const pose: PoseToShow = { ...without, contactsM: [atBack, atBack, atBack] };
    const gainFrom = (azimuthRad: number): number =>
      shownIn(pose, { azimuthRad, elevationRad: 0.1 }) - shownIn(without, { azimuthRad, elevationRad: 0.1 });
    expect(gainFrom(0)).toBeLessThan(0);
    expect(gainFrom(Math.PI)).toBeGreaterThan(0);
  });
});

describe('things in the way', () => {
  const q = neutralConfiguration(body);
  const from = (props: PoseToShow['props'], azimuthRad: number): number =>
    shownIn({ body, q, contactsM: [], props }, { azimuthRad, elevationRad: 0.1 });

  test('a wall hides all that is before it from behind, and nothing from before it', () => {
    const wall = { kind: 'wall', positionM: [0.6, 0, 0], sizeM: [0.1, 2, 2], yawRad: 0 } as const;
    expect(from([wall], 0.3)).toBeLessThan(from([], 0.3) - 0.5);
    expect(from([wall], Math.PI)).toBe(from([], Math.PI));
    // turned, it stands elsewhere
    const turned = { ...wall, positionM: [0, 0.6, 0], yawRad: Math.PI / 2 } as const;
    expect(from([turned], 0.3 + Math.PI / 2)).toBeLessThan(from([], 0.3 + Math.PI / 2) - 0.5);
  });

  test('a block hides the feet behind it, from its own side only', () => {
    const block = { kind: 'block', positionM: [0.5, 0, 0], sizeM: [0.1, 0.6, 0.5], yawRad: 0 } as const;
    expect(from([block], 0)).toBeLessThan(from([], 0));
    expect(from([block], Math.PI / 2)).toBe(from([], Math.PI / 2));
  });
});
