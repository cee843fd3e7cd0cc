import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareByEffort, type EffortProblem } from '../src/loads/least-effort.ts';
import { NonnegativeLeast } from '../src/loads/nonnegative.ts';
import { anySeed, sharesFrom } from './random-bodies.ts';

/** H = MᵀM + ridge·I and c, from a seed. With fewer rows than columns and a small ridge H is nearly singular, as for points on one foot. */
function boundedProblem(seed: number, size: number, rows: number, ridge: number): { h: Float64Array; c: Float64Array } {
  const numbers = sharesFrom(seed, rows * size + size);
  const h = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let sum = i === j ? ridge : 0;
      for (let r = 0; r < rows; r++) sum += numbers[r * size + i]! * numbers[r * size + j]!;
      h[i * size + j] = sum;
    }
  }
  return { h, c: Float64Array.from(numbers.slice(rows * size)) };
}

const product = (h: Float64Array, size: number, x: ArrayLike<number>): number[] =>
  Array.from({ length: size }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += h[i * size + k]! * x[k]!;
    return sum;
  });

const largest = (values: ArrayLike<number>): number => Array.from(values).reduce((m, v) => Math.max(m, Math.abs(v)), 0);

describe('the least over numbers that are not negative', () => {
  const anyProblem = fc.record({
    seed: anySeed,
    size: fc.integer({ min: 1, max: 40 }),
    rows: fc.integer({ min: 1, max: 50 }),
    ridge: fc.constantFrom(1e-6, 1e-3, 1),
  });

  it('is where no number can change for the better: free ones have no slope, those at nought none downwards', () => {
    fc.assert(
      fc.property(anyProblem, ({ seed, size, rows, ridge }) => {
        const { h, c } = boundedProblem(seed, size, rows, ridge);
        const least = new NonnegativeLeast(h, size);
        least.solve(c);
        const slopes = product(h, size, least.x).map((value, i) => value - c[i]!);
        const level = 1e-9 * (1 + largest(c) + largest(h) * largest(least.x));
        least.x.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(0);
          if (value > 0) expect(Math.abs(slopes[i]!)).toBeLessThan(level);
          else expect(slopes[i]!).toBeGreaterThan(-level);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on what was solved before', () => {
    fc.assert(
      fc.property(anyProblem, anySeed, ({ seed, size, rows }, other) => {
        const { h, c } = boundedProblem(seed, size, rows, 0.1);
        const fresh = new NonnegativeLeast(h, size);
        fresh.solve(c);
        const used = new NonnegativeLeast(h, size);
        used.solve(Float64Array.from(sharesFrom(other, size)));
        used.solve(c);
        expect(largest(used.x.map((value, i) => value - fresh.x[i]!))).toBeLessThan(1e-9 * (1 + largest(fresh.x)));
      }),
    );
  });
});

describe('sharing by effort', () => {
  /** A problem that has an answer: what the balance asks for is what some pushes give. */
  function effortProblem(seed: number, pushCount: number, balanceCount: number): EffortProblem & { some: number[] } {
    const effortCount = 8;
    const perPush = effortCount + balanceCount + 1;
    const numbers = sharesFrom(seed, pushCount * perPush + effortCount);
    const relief = Float64Array.from(numbers.slice(0, pushCount * effortCount));
    const balance = Float64Array.from(numbers.slice(pushCount * effortCount, pushCount * (perPush - 1)));
    const some = numbers.slice(pushCount * (perPush - 1), pushCount * perPush).map((value) => Math.max(0, value));
    const balanceWanted = Float64Array.from({ length: balanceCount }, (_, k) =>
      some.reduce((sum, value, i) => sum + value * balance[i * balanceCount + k]!, 0),
    );
    const cost = new Float64Array(pushCount * pushCount);
    for (let i = 0; i < pushCount; i++) cost[i * pushCount + i] = 0.01;
    return {
      pushCount,
      relief,
      unrelieved: Float64Array.from(numbers.slice(pushCount * perPush)),
      balance,
      balanceWanted,
      cost,
      some,
    };
  }

  /** The slope of ½‖Ax − b‖² + ½xᵀRx. */
  function slopesOf({ pushCount, relief, unrelieved, cost }: EffortProblem, x: ArrayLike<number>): number[] {
    const efforts = unrelieved.length;
    const left = Array.from(unrelieved, (value, k) => {
      let sum = -value;
      for (let i = 0; i < pushCount; i++) sum += relief[i * efforts + k]! * x[i]!;
      return sum;
    });
    return product(cost, pushCount, x).map((value, i) =>
      left.reduce((sum, off, k) => sum + off * relief[i * efforts + k]!, value),
    );
  }

  const anyShare = fc.record({
    seed: anySeed,
    pushCount: fc.integer({ min: 14, max: 30 }),
    balanceCount: fc.integer({ min: 1, max: 6 }),
  });

  it('keeps the balance, and leaves no way to any other pushes that keep it on which effort falls', () => {
    fc.assert(
      fc.property(anyShare, ({ seed, pushCount, balanceCount }) => {
        const problem = effortProblem(seed, pushCount, balanceCount);
        const { pushes, imbalance } = shareByEffort(problem);
        expect(imbalance).toBeLessThan(1e-10);
        expect(Math.min(...pushes)).toBeGreaterThanOrEqual(0);
        // for a convex sum this is the same as being the least of all
        const slopes = slopesOf(problem, pushes);
        const scale = 1 + largest(slopes) * (largest(problem.some) + largest(pushes));
        const change = slopes.reduce((sum, slope, i) => sum + slope * (problem.some[i]! - pushes[i]!), 0);
        expect(change).toBeGreaterThan(-1e-7 * scale);
      }),
      { numRuns: 200 },
    );
  });

  it('has one price for each balance: the slope of every push that is used, and no push is cheaper', () => {
    fc.assert(
      fc.property(anyShare, ({ seed, pushCount, balanceCount }) => {
        const problem = effortProblem(seed, pushCount, balanceCount);
        const { pushes, prices } = shareByEffort(problem);
        const scale = 1e-7 * (1 + largest(prices));
        slopesOf(problem, pushes).forEach((slope, i) => {
          const priced = prices.reduce((sum, price, k) => sum + price * problem.balance[i * balanceCount + k]!, 0);
          if (pushes[i]! > 1e-9) expect(Math.abs(slope - priced)).toBeLessThan(scale);
          else expect(slope - priced).toBeGreaterThan(-scale);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('says how much is left over when no pushes keep the balance', () => {
    const { imbalance } = shareByEffort({
      pushCount: 1,
      relief: Float64Array.of(1),
      unrelieved: Float64Array.of(0),
      balance: Float64Array.of(1),
      balanceWanted: Float64Array.of(-0.5),
      cost: Float64Array.of(0.01),
    });
    expect(imbalance).toBeCloseTo(0.5, 6);
  });
});
