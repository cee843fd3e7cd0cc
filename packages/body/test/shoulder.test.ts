import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quatAngle, quatExp, quatMirror, quatMultiply, quatRotate, type Quaternion, type Vec3 } from '@sacra/geometry';
import {
  shoulderFromAngles,
  shoulderOf,
  shoulderOverhead,
  shoulderOverheadGradient,
  shoulderSwingTwist,
  shoulderSwingTwistGradient,
  shoulderToAngles,
  sides,
  type ShoulderAngles,
} from '../src/index.ts';
import { bodies, gap } from './bodies.ts';

const body = bodies[0]!;
const rad = (deg: number): number => (deg * Math.PI) / 180;
const down: Vec3 = [0, 0, -1];
const angles = (elevation: number, plane: number, external: number): ShoulderAngles => ({
  elevationRad: rad(elevation),
  planeRad: rad(plane),
  externalRotationRad: rad(external),
});

const anyAngles: fc.Arbitrary<ShoulderAngles> = fc.record({
  elevationRad: fc.double({ min: 0.01, max: 3.1, noNaN: true }),
  planeRad: fc.double({ min: -3.1, max: 3.1, noNaN: true }),
  externalRotationRad: fc.double({ min: -3.1, max: 3.1, noNaN: true }),
});
const anySide = fc.constantFrom(...sides);
const anyTurn: fc.Arbitrary<Quaternion> = fc.tuple(anySide, anyAngles).map(([side, a]) => shoulderFromAngles(side, a));

test('an arm hangs at 0, points out at 90 in plane 0, forward in plane 90 and up at 180', () => {
  for (const [side, out] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    expect(gap(quatRotate(shoulderFromAngles(side, angles(0, 0, 0)), down), down)).toBeLessThan(1e-12);
    expect(gap(quatRotate(shoulderFromAngles(side, angles(90, 0, 0)), down), [0, out, 0])).toBeLessThan(1e-12);
    expect(gap(quatRotate(shoulderFromAngles(side, angles(90, 90, 0)), down), [1, 0, 0])).toBeLessThan(1e-12);
    expect(gap(quatRotate(shoulderFromAngles(side, angles(180, 90, 0)), down), [0, 0, 1])).toBeLessThan(1e-12);
  }
});

test('turning outward takes a bent forearm, which points forward, to its own side', () => {
  expect(quatRotate(shoulderFromAngles('left', angles(0, 0, 90)), [1, 0, 0])[1]).toBeCloseTo(1, 12);
  expect(quatRotate(shoulderFromAngles('right', angles(0, 0, 90)), [1, 0, 0])[1]).toBeCloseTo(-1, 12);
});

test('the right shoulder is the mirror of the left', () => {
  fc.assert(
    fc.property(anyAngles, (a) => {
      expect(gap(shoulderFromAngles('right', a), quatMirror(shoulderFromAngles('left', a)))).toBeLessThan(1e-15);
      const left = shoulderSwingTwist(shoulderOf(body, 'left'), shoulderFromAngles('left', a));
      const right = shoulderSwingTwist(shoulderOf(body, 'right'), shoulderFromAngles('right', a));
      expect(right.swingRad).toBeCloseTo(left.swingRad, 9);
      expect(Math.cos(right.twistRad - left.twistRad)).toBeCloseTo(1, 9);
    }),
  );
});

test('angles can be read back from the turn', () => {
  fc.assert(
    fc.property(anySide, anyAngles, (side, a) => {
      const q = shoulderFromAngles(side, a);
      expect(quatAngle(shoulderFromAngles(side, shoulderToAngles(side, q)), q)).toBeLessThan(1e-6);
      expect(shoulderToAngles(side, q).elevationRad).toBeCloseTo(a.elevationRad, 6);
    }),
  );
});

test('swing is the angle to the centre, and turning about the arm changes only the twist, by that much', () => {
  fc.assert(
    fc.property(anySide, anyTurn, fc.double({ min: -1, max: 1, noNaN: true }), (side, q, turn) => {
      const joint = shoulderOf(body, side);
      const before = shoulderSwingTwist(joint, q);
      fc.pre(before.swingRad < 3);
      const [x, y, z] = quatRotate(q, down);
      const [cx, cy, cz] = joint.swing.centre;
      expect(Math.cos(before.swingRad)).toBeCloseTo(x * cx + y * cy + z * cz, 9);
      const sign = side === 'left' ? 1 : -1;
      const after = shoulderSwingTwist(joint, quatMultiply(q, quatExp([0, 0, sign * turn])));
      expect(after.swingRad).toBeCloseTo(before.swingRad, 6);
      expect(Math.cos(after.twistRad - before.twistRad - turn)).toBeCloseTo(1, 9);
    }),
  );
});

test('the gradients of swing and twist are their derivatives', () => {
  const h = 1e-6;
  fc.assert(
    fc.property(anySide, anyTurn, (side, q) => {
      const joint = shoulderOf(body, side);
      const { swingRad } = shoulderSwingTwist(joint, q);
      fc.pre(swingRad > 0.05 && swingRad < 2.9);
      const exact = shoulderSwingTwistGradient(joint, q);
      for (let k = 0; k < 3; k++) {
        const at = (step: number) => {
          const omega: Vec3 = [k === 0 ? step : 0, k === 1 ? step : 0, k === 2 ? step : 0];
          return shoulderSwingTwist(joint, quatMultiply(q, quatExp(omega)));
        };
        const [after, before] = [at(h), at(-h)];
        expect((after.swingRad - before.swingRad) / (2 * h)).toBeCloseTo(exact.swing[k]!, 5);
        const turned = Math.atan2(
          Math.sin(after.twistRad - before.twistRad),
          Math.cos(after.twistRad - before.twistRad),
        );
        expect(turned / (2 * h)).toBeCloseTo(exact.twist[k]!, 5);
      }
    }),
    { numRuns: 300 },
  );
});

test('the gradient of the reach overhead is its derivative', () => {
  const h = 1e-6;
  fc.assert(
    fc.property(anySide, anyTurn, (side, q) => {
      const joint = shoulderOf(body, side);
      const angleRad = shoulderOverhead(joint, q);
      fc.pre(angleRad > 0.05 && angleRad < 3.09);
      const exact = shoulderOverheadGradient(joint, q);
      for (let k = 0; k < 3; k++) {
        const at = (step: number): number => {
          const omega: Vec3 = [k === 0 ? step : 0, k === 1 ? step : 0, k === 2 ? step : 0];
          return shoulderOverhead(joint, quatMultiply(q, quatExp(omega)));
        };
        expect((at(h) - at(-h)) / (2 * h)).toBeCloseTo(exact[k]!, 5);
      }
    }),
    { numRuns: 300 },
  );
});

test('the arm of a usual person goes up as far as overhead and a little beyond, not down behind the head', () => {
  const joint = shoulderOf(body, 'right');
  const pastDeg = (elevationDeg: number): number =>
    ((shoulderOverhead(joint, shoulderFromAngles('right', angles(elevationDeg, 90, 0))) - joint.overhead.maxRad) *
      180) /
    Math.PI;
  expect(pastDeg(188)).toBeCloseTo(0, 9);
  expect(pastDeg(180)).toBeCloseTo(-8, 9);
  expect(pastDeg(220)).toBeCloseTo(32, 9);
});

test('the ordinary reaches of an arm are within the range, twisting it behind the back upside down is not', () => {
  const joint = shoulderOf(body, 'left');
  const within = (a: ShoulderAngles): boolean => {
    const turn = shoulderFromAngles('left', a);
    const { swingRad, twistRad } = shoulderSwingTwist(joint, turn);
    if (shoulderOverhead(joint, turn) > joint.overhead.maxRad) return false;
    return swingRad <= joint.swing.maxRad && twistRad >= joint.twist.minRad && twistRad <= joint.twist.maxRad;
  };
  // hanging, level forward and sideways, overhead, a little back
  for (const reach of [angles(0, 0, 0), angles(90, 90, 0), angles(90, 0, 0), angles(165, 80, 10), angles(40, -90, 0)]) {
    expect(within(reach)).toBe(true);
  }
  expect(within(angles(120, -90, 0))).toBe(false);
  expect(within(angles(0, 0, 150))).toBe(false);
});
