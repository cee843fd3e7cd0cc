import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CameraRig } from '../src/lib/figure/camera-rig.ts';
import { Eased } from '../src/lib/figure/eased.ts';
import { axesOf, frameBalls, frameOnMat, lensFor, type Framing } from '../src/lib/figure/framing.ts';
import type { Ball } from '../src/lib/figure/segment-motion.ts';

const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
const anyBall: fc.Arbitrary<Ball> = fc.tuple(
  coordinate,
  coordinate,
  coordinate,
  fc.double({ min: 0.01, max: 0.2, noNaN: true }),
);
const anyBalls = fc.array(anyBall, { minLength: 1, maxLength: 40 });
const anyView = fc.record({
  azimuthRad: fc.double({ min: -7, max: 7, noNaN: true }),
  elevationRad: fc.double({ min: 0, max: 1.4, noNaN: true }),
});
const anyAspect = fc.double({ min: 0.4, max: 2.2, noNaN: true });

/** How far the balls reach towards the picture's edges: 1 touches an edge. */
function reach(
  view: { azimuthRad: number; elevationRad: number },
  framing: Framing,
  balls: readonly Ball[],
  aspect: number,
): number {
  const { outward, right, up } = axesOf(view);
  const lens = lensFor(aspect);
  const along = (axis: readonly [number, number, number], point: readonly number[]): number =>
    axis[0] * point[0]! + axis[1] * point[1]! + axis[2] * point[2]!;
  let most = 0;
  for (const ball of balls) {
    const depth = framing.distanceM + along(outward, framing.targetM) - along(outward, ball);
    for (const [axis, tan] of [
      [right, lens.tanX],
      [up, lens.tanY],
    ] as const) {
      // the sphere touches the cone's edge where its distance to that plane is its radius
      const across = Math.abs(along(axis, ball) - along(axis, framing.targetM));
      most = Math.max(most, (across + ball[3] * Math.sqrt(1 + tan * tan)) / (tan * depth));
    }
  }
  return most;
}

describe('framing', () => {
  test('everything is in the picture, from every side, in every shape of picture', () => {
    fc.assert(
      fc.property(anyView, anyBalls, anyAspect, (view, balls, aspect) => {
        expect(reach(view, frameBalls(view, balls, lensFor(aspect)), balls, aspect)).toBeLessThan(1 + 1e-9);
      }),
    );
  });

  test('a large body fills the picture: something touches an edge', () => {
    const tall: Ball[] = [
      [0, 0, 0, 0.1],
      [0, 0, 2.4, 0.1],
    ];
    fc.assert(
      fc.property(anyAspect, fc.double({ min: -3, max: 3, noNaN: true }), (aspect, azimuthRad) => {
        const view = { azimuthRad, elevationRad: 0.1 };
        expect(reach(view, frameBalls(view, tall, lensFor(aspect)), tall, aspect)).toBeCloseTo(1, 6);
      }),
    );
  });

  test('room for the mat never costs more than a fifth of the size, nor cuts the body off', () => {
    fc.assert(
      fc.property(anyView, anyBalls, anyAspect, (view, balls, aspect) => {
        const lens = lensFor(aspect);
        const body = frameBalls(view, balls, lens).distanceM;
        const mat = frameOnMat(view, balls, lens).distanceM;
        expect(reach(view, frameOnMat(view, balls, lens), balls, aspect)).toBeLessThan(1 + 1e-9);
        expect(mat).toBeLessThanOrEqual(body * 1.22 + 1e-9);
      }),
    );
  });
});

describe('the camera', () => {
  const body: Ball[] = [
    [-0.4, 0, 0.2, 0.2],
    [0.5, 0, 0.4, 0.2],
  ];
  const lens = lensFor(1);

  test('a value on its way starts and ends at rest and never leaves the way', () => {
    const value = new Eased(2);
    value.aim(5, 3, 1000);
    expect(value.at(1000)).toBe(2);
    expect(value.at(4000)).toBe(5);
    expect(value.at(1010) - 2).toBeLessThan(1e-4);
    expect(5 - value.at(3990)).toBeLessThan(1e-4);
    let before = 2;
    for (let t = 1000; t <= 4000; t += 50) {
      expect(value.at(t)).toBeGreaterThanOrEqual(before);
      before = value.at(t);
    }
    expect(value.isMoving(3999)).toBe(true);
    expect(value.isMoving(4000)).toBe(false);
  });

  test('goes to a view the short way round, and what the person turned is taken back', () => {
    const rig = new CameraRig({ azimuthRad: 3, elevationRad: 0.2 });
    rig.turnBy(0.7, 0.1, 0, 0);
    expect(rig.placement(lens, body, 0).view.azimuthRad).toBeCloseTo(3.7);
    rig.lookFrom({ azimuthRad: -3, elevationRad: 0.3 }, undefined, body, 4, 0);
    const half = rig.placement(lens, body, 2000).view.azimuthRad;
    expect(half).toBeGreaterThan(3);
    expect(half).toBeLessThan(3.7);
    const { view } = rig.placement(lens, body, 4000);
    expect(Math.cos(view.azimuthRad)).toBeCloseTo(Math.cos(-3));
    expect(Math.sin(view.azimuthRad)).toBeCloseTo(Math.sin(-3));
    expect(view.elevationRad).toBeCloseTo(0.3);
    expect(rig.isMoving(4000)).toBe(false);
  });

  test('asked for the same view again, with more in the picture, what the person turned stays', () => {
    const rig = new CameraRig({ azimuthRad: 0.4, elevationRad: 0.2 });
    rig.turnBy(0.7, 0.1, 0, 0);
    const more: Ball[] = [...body, [2, 0, 0.5, 0.2]];
    rig.lookFrom({ azimuthRad: 0.4, elevationRad: 0.2 }, more, body, 2, 0);
    const { view } = rig.placement(lens, body, 2000);
    expect(view.azimuthRad).toBeCloseTo(1.1);
    expect(view.elevationRad).toBeCloseTo(0.3);
    expect(reach(view, rig.placement(lens, body, 2000).framing, more, 1)).toBeLessThan(1 + 1e-9);
  });

  test('never goes under the floor or past the zenith, however far one drags', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -4, max: 4, noNaN: true })), (drags) => {
        const rig = new CameraRig({ azimuthRad: 0, elevationRad: 0.2 });
        for (const drag of drags) rig.turnBy(0, drag, 0, 0);
        const { elevationRad } = rig.placement(lens, body, 0).view;
        expect(elevationRad).toBeGreaterThan(0);
        expect(elevationRad).toBeLessThan(Math.PI / 2);
      }),
    );
  });

  test('the body is never cut off on the way, wherever it is', () => {
    fc.assert(
      fc.property(
        anyBalls,
        anyBalls,
        fc.double({ min: 0, max: 5000, noNaN: true }),
        anyView,
        (over, live, nowMs, view) => {
          const rig = new CameraRig({ azimuthRad: 0.5, elevationRad: 0.2 });
          rig.lookFrom(view, over, live, 4, 0);
          const placed = rig.placement(lens, live, nowMs);
          expect(reach(placed.view, placed.framing, live, 1)).toBeLessThan(1 + 1e-9);
        },
      ),
    );
  });

  test('the lamp lags behind a turn, never leaps, and has come round with the camera when one looks from behind', () => {
    const lampAfter = (turnRad: number): number => {
      const rig = new CameraRig({ azimuthRad: 0, elevationRad: 0.2 });
      rig.turnBy(turnRad, 0, 0, 0);
      return rig.lampAzimuthRad(0);
    };
    expect(lampAfter(0)).toBe(0);
    expect(lampAfter(Math.PI / 4)).toBeLessThan(Math.PI / 6);
    expect(lampAfter(Math.PI)).toBeCloseTo(Math.PI, 9);
    for (let turnRad = -10; turnRad < 10; turnRad += 0.05)
      expect(Math.abs(lampAfter(turnRad + 0.05) - lampAfter(turnRad))).toBeLessThan(0.1);
  });
});
