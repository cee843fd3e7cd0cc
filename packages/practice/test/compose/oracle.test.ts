import * as fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import type { ComposeModel, Path } from '../../src/compose/model.ts';
import { solveModel } from '../../src/compose/solve-model.ts';
import { programmeOf } from '../../src/compose/programme.ts';

const worth = fc.integer({ min: -400, max: 1600 }).map((number) => number / 1000);

/** Problems of up to nine items: sparse and dense, with warm-ups to be had and not, roomy budgets and tight ones. */
const arbitraryModel: fc.Arbitrary<ComposeModel> = fc.integer({ min: 3, max: 9 }).chain((size) =>
  fc
    .record({
      items: fc.tuple(
        ...Array.from({ length: size }, (_, index) =>
          fc.record({
            fewest: fc.integer({ min: 1, max: 3 }),
            holds: fc.array(fc.record({ units: fc.integer({ min: 1, max: 12 }), worth }), {
              minLength: 1,
              maxLength: 4,
            }),
            needsBefore: fc.constantFrom(0, 0, 0, 1, 2, 3),
            warms: fc.boolean(),
            isLast: index === size - 1 ? fc.constant(true) : fc.constantFrom(false, false, false, true),
          }),
        ),
      ),
      arcs: fc
        .tuple(
          ...Array.from({ length: size }, (_, from) => from - 1).flatMap((from) =>
            Array.from({ length: size - 1 - from }, (_, step) => ({ from, to: from + 1 + step })).map((ends) =>
              fc
                .record({
                  isThere: fc.constantFrom(true, true, true, false),
                  units: fc.integer({ min: 0, max: 6 }),
                  worth,
                })
                .map((arc) => ({
                  ...arc,
                  ...ends,
                })),
            ),
          ),
        )
        .map((arcs) => arcs.filter(({ isThere }) => isThere)),
      budget: fc
        .tuple(fc.integer({ min: 5, max: 45 }), fc.integer({ min: 0, max: 8 }))
        .map(([from, more]) => ({ from, to: from + more })),
    })
    .map(({ items, arcs, budget }) => ({
      ...{ items, budget },
      arcs: arcs.filter(({ from }) => from < 0 || items[from]?.isLast === false),
    })),
);

describe('the optimum', () => {
  it('is never worse than what HiGHS finds for the same problem, on 300 random ones that have an answer', async () => {
    const highs = await loadHighs();
    let solved = 0;
    for (const model of fc.sample(arbitraryModel, { numRuns: 900, seed: 20_261_122 })) {
      if (solved === 300) break;
      const mine = solveModel(model);
      const found = highs.solve(programmeOf(model), { mip_rel_gap: 0, mip_abs_gap: 1e-9 });
      const fits = mine !== undefined && mine.units >= model.budget.from;
      expect(found.Status === 'Optimal', JSON.stringify(model)).toBe(fits);
      if (mine === undefined || !fits) continue;
      solved += 1;
      expect(Math.abs(found.ObjectiveValue - mine.worth), JSON.stringify(model)).toBeLessThan(1e-6);
    }
    expect(solved).toBe(300);
  });

  it('is what its own steps add up to, in order, warmed, and within the budget where anything is', () => {
    fc.assert(
      fc.property(arbitraryModel, (model) => {
        const path = solveModel(model);
        if (path === undefined) return;
        const { units, worth: sum } = retold(model, path);
        expect(units).toBe(path.units);
        expect(sum).toBeCloseTo(path.worth, 9);
        expect(path.units).toBeLessThanOrEqual(model.budget.to);
      }),
      { numRuns: 500 },
    );
  });
});

/** Goes the path step by step; throws where the model has no such step. */
function retold({ items, arcs }: ComposeModel, { steps }: Path): { units: number; worth: number } {
  let [units, sum, warmth, at] = [0, 0, 0, -1];
  for (const { item, breaths } of steps) {
    const arc = arcs.find(({ from, to }) => from === at && to === item);
    const held = items[item]?.holds[breaths - items[item].fewest];
    if (arc === undefined || held === undefined) throw new Error(`no such step: ${at} → ${item}, ${breaths} breaths`);
    if (warmth < items[item]!.needsBefore) throw new Error(`${item} was not warmed`);
    units += arc.units + held.units;
    sum += arc.worth + held.worth;
    warmth += items[item]!.warms ? 1 : 0;
    at = item;
  }
  expect(items[at]?.isLast).toBe(true);
  return { units, worth: sum };
}
