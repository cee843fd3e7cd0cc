import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, distance, mix, nearestBalls, type NearestBalls, type Vec3 } from '../src/index.ts';
import { anyDirection, anyVec3 } from './arbitraries.ts';

interface Chain {
  readonly start: Vec3;
  readonly end: Vec3;
  readonly startRadius: number;
  readonly endRadius: number;
}

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const radius = fc.oneof(fc.constant(0.3), fc.double({ min: 0, max: 2, noNaN: true }));
const anyChain: fc.Arbitrary<Chain> = fc.record({
  start: anyVec3,
  end: anyVec3,
  startRadius: radius,
  endRadius: radius,
});
/** Two that lie alongside one another, exactly or nearly: where nearest points of axes alone would jump from end to end. */
const alongside = fc
  .tuple(
    anyChain,
    anyVec3,
    fc.double({ min: -1.5, max: 1.5, noNaN: true }),
    fc.constantFrom(0, 1e-9, 1e-4),
    anyVec3,
    radius,
  )
  .map(([one, aside, length, tilt, to, endRadius]): [Chain, Chain] => {
    const start: Vec3 = [one.start[0] + aside[0], one.start[1] + aside[1], one.start[2] + aside[2]];
    const end = [0, 1, 2].map((k) => start[k]! + length * (one.end[k]! - one.start[k]!) + tilt * to[k]!);
    return [one, { ...one, start, end: end as [number, number, number], endRadius }];
  });
const anyTwo = fc.oneof(fc.tuple(anyChain, anyChain), alongside);

function nearest(a: Chain, b: Chain): NearestBalls {
  const out = { a: 0, b: 0, apart: 0, gap: 0 };
  nearestBalls(
    Float64Array.of(...a.start, ...b.start),
    Float64Array.of(...a.end, ...b.end),
    Float64Array.of(a.startRadius, b.startRadius),
    Float64Array.of(a.endRadius, b.endRadius),
    ...([0, 1] as [number, number]),
    out,
  );
  return out;
}

const ballAt = ({ start, end, startRadius, endRadius }: Chain, at: number): { centre: Vec3; radius: number } => ({
  centre: mix(start, end, at),
  radius: startRadius + (endRadius - startRadius) * at,
});
const gapAt = (a: Chain, b: Chain, s: number, t: number): number => {
  const [one, other] = [ballAt(a, s), ballAt(b, t)];
  return distance(one.centre, other.centre) - one.radius - other.radius;
};
/** Rounding grows with the size of what is measured. */
const slack = (a: Chain, b: Chain): number =>
  1e-5 * Math.max(1, distance(a.start, a.end), distance(b.start, b.end), distance(a.start, b.start));

test('no other two balls are nearer, and these are on the axes', () => {
  fc.assert(
    fc.property(anyTwo, fraction, fraction, ([a, b], s, t) => {
      const found = nearest(a, b);
      for (const at of [found.a, found.b]) expect(at >= 0 && at <= 1).toBe(true);
      expect(Math.abs(found.gap - gapAt(a, b, found.a, found.b))).toBeLessThan(slack(a, b));
      for (const [x, y] of [
        [s, t],
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ] as const)
        expect(found.gap).toBeLessThanOrEqual(gapAt(a, b, x, y) + slack(a, b));
    }),
    { numRuns: 3000 },
  );
});

test('it is the same from either side', () => {
  fc.assert(
    fc.property(anyTwo, ([a, b]) => {
      expect(Math.abs(nearest(a, b).gap - nearest(b, a).gap)).toBeLessThan(slack(a, b));
    }),
    { numRuns: 1000 },
  );
});

test('it never jumps: what moves by a little changes it by no more than that', () => {
  fc.assert(
    fc.property(anyTwo, anyDirection, ([a, b], way) => {
      const moved = mix(a.end, add(a.end, way), 1e-3);
      const change = Math.abs(nearest({ ...a, end: moved }, b).gap - nearest(a, b).gap);
      expect(change).toBeLessThan(1e-3 + slack(a, b));
    }),
    { numRuns: 3000 },
  );
});

test('two that lie alongside touch where they are thickest', () => {
  const cone: Chain = { start: [0, 0, 0], end: [0, 0, 4], startRadius: 1, endRadius: 0.5 };
  const rod: Chain = { start: [3, 0, 4], end: [3, 0, 0], startRadius: 0.1, endRadius: 0.1 };
  const { a, gap } = nearest(cone, rod);
  expect(a).toBeCloseTo(0, 9);
  expect(gap).toBeCloseTo(1.9, 9);
});
