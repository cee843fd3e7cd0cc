import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorise, solveFactorised } from '../src/cholesky.ts';
import { freeMovement, symmetricMovement } from '../src/movement.ts';
import { NormalEquations } from '../src/normal-equations.ts';
import { SolveState } from '../src/state.ts';
import { anyBody, anySeed, bodyAt, configurationFrom, gap, sharesFrom } from './random-bodies.ts';
import { rowSources } from './row-sources.ts';
import { rowsOf } from './rows.ts';

describe('the normal equations', () => {
  const sources = Object.values(rowSources).map(({ make }) => make);

  it('are JᵀJ, Jᵀr and half the sum of squares of the rows they were given', () => {
    fc.assert(
      fc.property(anyBody, anySeed, fc.boolean(), (which, seed, symmetric) => {
        const body = bodyAt(which);
        const movement = (symmetric ? symmetricMovement : freeMovement)(body);
        const q = configurationFrom(body, seed);
        const made = sources.map((make) => make(body));
        const rows = made.flatMap((source) => rowsOf(body, movement, source, q));

        const state = new SolveState(body, q);
        const equations = new NormalEquations(body, state.kinematics, movement);
        equations.reset(true);
        for (const source of made) source.addRows(state, equations);
        equations.finish();

        const { size, matrix, gradient, cost } = equations;
        const lower: number[] = [];
        const expected: number[] = [];
        for (let i = 0; i < size; i++) {
          for (let j = 0; j <= i; j++) {
            lower.push(matrix[i * size + j]!);
            expected.push(rows.reduce((sum, { jacobian }) => sum + jacobian[i]! * jacobian[j]!, 0));
          }
        }
        const scale = Math.max(...expected);
        expect(gap(lower, expected)).toBeLessThan(1e-9 * scale);
        const slope = Array.from({ length: size }, (_, i) =>
          rows.reduce((sum, { jacobian, residual }) => sum + jacobian[i]! * residual, 0),
        );
        expect(gap(gradient, slope)).toBeLessThan(1e-9 * Math.max(...slope.map(Math.abs)));
        expect(cost / rows.reduce((sum, { residual }) => sum + residual ** 2 / 2, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  it('cost the same when only the cost is asked for', () => {
    fc.assert(
      fc.property(anyBody, anySeed, (which, seed) => {
        const body = bodyAt(which);
        const state = new SolveState(body, configurationFrom(body, seed));
        const equations = new NormalEquations(body, state.kinematics, freeMovement(body));
        for (const make of sources) {
          const source = make(body);
          const costs = [true, false].map((wantsJacobian) => {
            equations.reset(wantsJacobian);
            source.addRows(state, equations);
            return equations.cost;
          });
          expect(costs[1]).toBe(costs[0]);
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });
});

describe('the step', () => {
  const anySystem = fc.tuple(anySeed, fc.integer({ min: 1, max: 40 }), fc.double({ min: 1e-9, max: 10, noNaN: true }));

  it('solves (H + damping · (diag H + 1)) x = −g over the columns that may move, and leaves the others still', () => {
    fc.assert(
      fc.property(anySystem, fc.constantFrom(1, 0.3), ([seed, size, damping], reach) => {
        const [h, g] = randomSystem(seed, size, size + 3, reach);
        const free = Int32Array.from(
          sharesFrom(seed + 1, size).flatMap((share, column) => (share > -0.4 || column === 0 ? [column] : [])),
        );
        const factor = new Float64Array(size * size);
        const x = new Float64Array(size).fill(7);
        const first = new Int32Array(size);
        factorise(h, size, free, free.length, damping, factor, first);
        solveFactorised(factor, first, free, free.length, g, x);
        const full = (i: number, j: number): number => (i >= j ? h[i * size + j]! : h[j * size + i]!);
        const largest = Math.max(...g.map(Math.abs));
        for (const i of free) {
          const damped = damping * (full(i, i) + 1) * x[i]!;
          const product = free.reduce((sum, j) => sum + full(i, j) * x[j]!, damped);
          expect(Math.abs(product + g[i]!)).toBeLessThan(1e-8 * largest);
        }
        x.forEach((by, column) => {
          if (!free.includes(column)) expect(by).toBe(0);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('goes downhill, also where the rows leave a direction flat', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 3, max: 30 }), (seed, size) => {
        const [h, g] = randomSystem(seed, size, 2);
        const free = Int32Array.from({ length: size }, (_, column) => column);
        const factor = new Float64Array(size * size);
        const x = new Float64Array(size);
        const first = new Int32Array(size);
        factorise(h, size, free, size, 1e-9, factor, first);
        solveFactorised(factor, first, free, size, g, x);
        expect(x.every(Number.isFinite)).toBe(true);
        expect(x.reduce((sum, by, i) => sum + by * g[i]!, 0)).toBeLessThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

/**
 * H = JᵀJ of random rows (lower triangle; what is above is never to be read) and g = Jᵀr. A row is about neighbours up to a share
 * `reach` of all columns apart, so that with little of it rows of H begin late.
 */
function randomSystem(seed: number, size: number, rowCount = size + 3, reach = 1): [h: Float64Array, g: Float64Array] {
  const numbers = sharesFrom(seed, rowCount * (size + 1));
  const h = new Float64Array(size * size).fill(NaN);
  const g = new Float64Array(size);
  const j = (row: number, column: number): number =>
    column < size && Math.abs(column - (row % size)) > reach * size ? 0 : numbers[row * (size + 1) + column]!;
  for (let a = 0; a < size; a++) {
    for (let row = 0; row < rowCount; row++) g[a] = g[a]! + j(row, a) * j(row, size);
    for (let b = 0; b <= a; b++) {
      h[a * size + b] = Array.from({ length: rowCount }, (_, row) => j(row, a) * j(row, b)).reduce((x, y) => x + y, 0);
    }
  }
  return [h, g];
}
