import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convexHull } from '../src/index.ts';

const grid = fc.integer({ min: -20, max: 20 });
const points = fc.array(fc.tuple(grid, grid), { minLength: 3, maxLength: 40 });

const side = (o: readonly number[], a: readonly number[], p: readonly number[]): number =>
  (a[0]! - o[0]!) * (p[1]! - o[1]!) - (a[1]! - o[1]!) * (p[0]! - o[0]!);

test('every point lies on or to the left of every edge, and the hull turns left at every corner', () => {
  fc.assert(
    fc.property(points, (all) => {
      const corners = convexHull(all);
      fc.pre(corners.length >= 3);
      for (const [i, corner] of corners.entries()) {
        const next = all[corners[(i + 1) % corners.length]!]!;
        const afterNext = all[corners[(i + 2) % corners.length]!]!;
        expect(side(all[corner]!, next, afterNext)).toBeGreaterThan(0);
        for (const p of all) expect(side(all[corner]!, next, p)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('points on a line or in one place have no area and give fewer than three corners', () => {
  expect(
    convexHull([
      [0, 0],
      [1, 1],
      [2, 2],
      [0.5, 0.5],
    ]),
  ).toHaveLength(2);
  expect(
    convexHull([
      [1, 2],
      [1, 2],
      [1, 2],
    ]),
  ).toHaveLength(1);
  expect(convexHull([[1, 2]])).toEqual([0]);
  expect(convexHull([])).toEqual([]);
});

test('further coordinates are ignored', () => {
  expect(
    convexHull([
      [0, 0, 5],
      [1, 0, 2],
      [0, 1, -3],
      [0.2, 0.2, 9],
    ]).toSorted(),
  ).toEqual([0, 1, 2]);
});
