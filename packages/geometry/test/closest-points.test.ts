import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closestFractionsFlat, closestPoints, distance, mix } from '../src/index.ts';
import { anyVec3, gap } from './arbitraries.ts';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });

test('no other pair of points on the two segments is nearer', () => {
  fc.assert(
    fc.property(anyVec3, anyVec3, anyVec3, anyVec3, fraction, fraction, (a0, a1, b0, b1, s, t) => {
      const nearest = closestPoints(a0, a1, b0, b1);
      const apart = distance(nearest.onA, nearest.onB);
      expect(apart).toBeLessThanOrEqual(distance(mix(a0, a1, s), mix(b0, b1, t)) + 1e-6);
      expect(gap(nearest.onA, mix(a0, a1, nearest.fractionA))).toBe(0);
    }),
    { numRuns: 1000 },
  );
});

test('the order of the segments does not matter for the distance', () => {
  fc.assert(
    fc.property(anyVec3, anyVec3, anyVec3, anyVec3, (a0, a1, b0, b1) => {
      const ab = closestPoints(a0, a1, b0, b1);
      const ba = closestPoints(b0, b1, a0, a1);
      expect(distance(ab.onA, ab.onB)).toBeCloseTo(distance(ba.onA, ba.onB), 6);
    }),
  );
});

test('points, parallel and touching segments', () => {
  const point = closestPoints([0, 0, 1], [0, 0, 1], [-1, 0, 0], [1, 0, 0]);
  expect(point.onB).toEqual([0, 0, 0]);
  const parallel = closestPoints([0, 0, 0], [1, 0, 0], [3, 1, 0], [5, 1, 0]);
  expect(distance(parallel.onA, parallel.onB)).toBeCloseTo(Math.hypot(2, 1), 12);
  const crossing = closestPoints([-1, 0, 0], [1, 0, 0], [0, -1, 0], [0, 1, 0]);
  expect(distance(crossing.onA, crossing.onB)).toBeCloseTo(0, 12);
});

test('the flat variant gives the same fractions and distance', () => {
  fc.assert(
    fc.property(anyVec3, anyVec3, anyVec3, anyVec3, (a0, a1, b0, b1) => {
      const out = { a: 0, b: 0 };
      const apart = closestFractionsFlat(Float64Array.of(...a0, ...b0), Float64Array.of(...a1, ...b1), 0, 1, out);
      const nearest = closestPoints(a0, a1, b0, b1);
      expect(apart).toBeCloseTo(distance(nearest.onA, nearest.onB), 6);
    }),
  );
});
