import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integrate, type Body, type Configuration } from '@sacra/body';
import { freeMovement, symmetricMovement, type Movement } from '../src/movement.ts';
import type { RowSource } from '../src/row-source.ts';
import { anyBody, anySeed, bodyAt, configurationFrom, gap } from './random-bodies.ts';
import { columnStep, rowsOf, type Row } from './rows.ts';
import { rowSources } from './row-sources.ts';

const step = 1e-6;

/** The rows at `q` with their derivatives by central differences; undefined where a one-sided row comes or goes within the step. */
function differences(
  body: Body,
  movement: Movement,
  source: RowSource,
  q: Configuration,
): { exact: Row[]; numeric: Float64Array[] } | undefined {
  const exact = rowsOf(body, movement, source, q);
  const numeric = exact.map(() => new Float64Array(movement.size));
  for (let column = 0; column < movement.size; column++) {
    const moved = (by: number): Row[] =>
      rowsOf(body, movement, source, integrate(body, q, columnStep(movement, column, by), Float64Array.from(q)));
    const [before, after] = [moved(-step), moved(step)];
    if (before.length !== exact.length || after.length !== exact.length) return undefined;
    exact.forEach((_, i) => (numeric[i]![column] = (after[i]!.residual - before[i]!.residual) / (2 * step)));
  }
  return { exact, numeric };
}

const largest = (values: ArrayLike<number>): number => Math.max(...Array.from(values, Math.abs));

describe('the derivative that a row gives is that of its residual', () => {
  const cases = Object.entries(rowSources).flatMap(([name, { make }]) =>
    [freeMovement, symmetricMovement].map((movementOf) => ({ name, make, movementOf, movement: movementOf.name })),
  );
  it.each(cases)('$name, $movement', ({ make, movementOf }) => {
    let compared = 0;
    fc.assert(
      fc.property(anyBody, anySeed, (which, seed) => {
        const body = bodyAt(which);
        const found = differences(body, movementOf(body), make(body), configurationFrom(body, seed));
        if (found === undefined) return;
        found.exact.forEach(({ jacobian }, i) => {
          compared++;
          expect(gap(jacobian, found.numeric[i]!)).toBeLessThan(5e-6 * (1 + largest(jacobian)));
        });
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(0);
  });

  it('for every file that makes rows', () => {
    const files = ['objective', 'limit'].flatMap((folder) =>
      readdirSync(new URL(`../src/${folder}`, import.meta.url)).map((name) => name.replace(/\.ts$/, '')),
    );
    const withoutRowsOfTheirOwn = ['body-limits', 'joint-box'];
    const covered = new Set(Object.values(rowSources).map(({ file }) => file));
    expect([...covered, ...withoutRowsOfTheirOwn].sort()).toEqual(files.sort());
  });
});
