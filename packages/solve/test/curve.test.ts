import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, integrate, type Configuration } from '@sacra/body';
import { pointOnCurve, spanOf } from '../src/transition/curve.ts';
import { anySeed, configurationFrom, gap, referenceBody as body, sharesFrom } from './random-bodies.ts';

const size = body.configurationSize;

/** Uneven places from 0 to 1. */
function placesFrom(seed: number, count: number): number[] {
  const lengths = sharesFrom(seed, count - 1).map((share) => 1.4 + share);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let place = 0;
  return [0, ...lengths.map((length) => (place += length / whole))];
}

const anyCount = fc.integer({ min: 2, max: 9 });
const anyPlace = fc.double({ min: 0, max: 1, noNaN: true });

describe('the curve through knots', () => {
  const curveFrom = (seed: number, count: number): { at: number[]; knots: Float64Array } => {
    const at = placesFrom(seed, count);
    const knots = new Float64Array(count * size);
    let q: Configuration = configurationFrom(body, seed);
    at.forEach((_, k) => {
      knots.set(q, k * size);
      const step = sharesFrom(seed + k + 1, body.velocitySize).map((share) => 0.1 * share);
      q = integrate(body, q, step, new Float64Array(size));
      for (const joint of body.joints) {
        if (joint.kind !== 'hinge') continue;
        q[joint.qIndex] = Math.min(joint.range.maxRad, Math.max(joint.range.minRad, q[joint.qIndex]!));
      }
    });
    return { at, knots };
  };

  it('goes through each of them, with turns of length one and hinges in their ranges on all of the way', () => {
    fc.assert(
      fc.property(anySeed, anyCount, anyPlace, (seed, count, u) => {
        const { at, knots } = curveFrom(seed, count);
        at.forEach((place, k) => {
          const q = pointOnCurve(body, at, knots, place);
          expect(gap(difference(body, q, knots.slice(k * size, (k + 1) * size)), new Float64Array(63))).toBeLessThan(
            1e-9,
          );
        });
        const q = pointOnCurve(body, at, knots, u);
        for (const joint of body.joints) {
          if (joint.kind === 'hinge') {
            expect(q[joint.qIndex]).toBeGreaterThanOrEqual(joint.range.minRad);
            expect(q[joint.qIndex]).toBeLessThanOrEqual(joint.range.maxRad);
          } else {
            const o = joint.kind === 'free' ? joint.qIndex + 3 : joint.qIndex;
            expect(Math.hypot(...q.subarray(o, o + 4))).toBeCloseTo(1, 12);
          }
        }
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  it('has no corner: a little before and a little after a knot it goes equally fast', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 3, max: 9 }), (seed, count) => {
        const { at, knots } = curveFrom(seed, count);
        // Where no hinge is at the end of its range, at which it may well stop.
        for (let k = 1; k < count - 1; k++) {
          const h = 1e-6;
          const [before, here, after] = [at[k]! - h, at[k]!, at[k]! + h].map((u) => pointOnCurve(body, at, knots, u));
          for (const joint of body.joints) {
            const i = joint.qIndex;
            if (
              joint.kind === 'hinge' &&
              (here![i]! - joint.range.minRad < 0.01 || joint.range.maxRad - here![i]! < 0.01)
            )
              continue;
            expect((here![i]! - before![i]!) / h).toBeCloseTo((after![i]! - here![i]!) / h, 3);
          }
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('is the parabola where the knots lie on one', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 3, max: 9 }), anyPlace, (seed, count, u) => {
        const at = placesFrom(seed, count);
        const hinge = body.joints.find(({ name }) => name === 'knee.flexion.left')!;
        const on = (x: number): number => 0.3 + 0.5 * x - 0.2 * x * x;
        const knots = new Float64Array(count * size);
        at.forEach((x, k) => {
          knots.set(configurationFrom(body, seed), k * size);
          knots[k * size + hinge.qIndex] = on(x);
        });
        expect(pointOnCurve(body, at, knots, u)[hinge.qIndex]).toBeCloseTo(on(u), 12);
      }),
      { numRuns: 50 },
    );
  });

  it('finds the span of a place', () => {
    fc.assert(
      fc.property(anySeed, anyCount, anyPlace, (seed, count, u) => {
        const at = placesFrom(seed, count);
        const k = spanOf(at, u);
        expect(at[k]).toBeLessThanOrEqual(u);
        expect(k).toBeLessThan(count - 1);
        if (k < count - 2) expect(at[k + 1]).toBeGreaterThan(u);
      }),
    );
  });
});
