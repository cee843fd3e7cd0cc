import * as fc from 'fast-check';
import { depths, limits, type Character } from '@sacra/pose';
import { describe, expect, it } from 'vitest';
import {
  barredBy,
  clearanceOf,
  itemsOf,
  levels,
  mayMove,
  mayPlay,
  type Answer,
  type Answers,
  type Checklist,
  type Clearance,
} from '../src/index.ts';
import { answersTo, arbitraryChecklist } from './arbitrary-checklist.ts';
import { noon } from './small-checklist.ts';

const character: fc.Arbitrary<Character> = fc.record({
  areas: fc.constant(['hips' as const]),
  aims: fc.constant(['settle' as const]),
  depth: fc.constantFrom(...depths),
  barredBy: fc
    .subarray([...limits], { maxLength: 5 })
    .map((some) => some.map((limit) => ({ limit, standsIn: [], source: 'nobody' }))),
});
const asked = arbitraryChecklist.chain((checklist) =>
  fc.record({ checklist: fc.constant(checklist), answers: answersTo(checklist) }),
);

describe('whatever the checklist and whatever the answers', () => {
  it('an emergency or urgent item lets nobody move unless it is a no, or a professional’s word where one can be given', () => {
    fc.assert(
      fc.property(asked, ({ checklist, answers }) => {
        const opens = itemsOf(checklist).every(({ id, effect }) => {
          const answer = answers.get(id)?.answer;
          if (effect.kind === 'stop') return answer === 'no' || (effect.mayBeKnown && answer === 'cleared');
          if (effect.kind === 'no-practice') return answer === 'no' || (effect.mayBeCleared && answer === 'cleared');
          return effect.kind !== 'rest-only' || answer === 'no' || answer === 'cleared';
        });
        expect(mayMove(clearanceOf(checklist, answers))).toBe(opens);
      }),
      { numRuns: 2000 },
    );
  });

  it('a pose that a held limit bars, that is too deep, or that moves when only rest is allowed, may not be played', () => {
    fc.assert(
      fc.property(asked, character, ({ checklist, answers }, its) => {
        const clearance = clearanceOf(checklist, answers);
        const held = new Set(clearance.limits.map(({ limit }) => limit));
        const reasons = barredBy(clearance, its);
        const isBarred =
          its.barredBy.some(({ limit }) => held.has(limit)) ||
          depths.indexOf(its.depth) > depths.indexOf(clearance.depth.atMost) ||
          clearance.level === 'none' ||
          (clearance.level === 'rest-and-breathing' && its.depth !== 'rest');
        expect(mayPlay(clearance, its)).toBe(!isBarred);
        for (const { becauseOf } of reasons) expect(becauseOf.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('a more worrying answer never widens what is allowed', () => {
    fc.assert(
      fc.property(asked, character, fc.nat(), ({ checklist, answers }, its, which) => {
        const items = itemsOf(checklist);
        const item = items[which % items.length]!;
        for (const [calmer, graver] of steps(checklist, item.id)) {
          const [before, after] = [calmer, graver].map((answer) =>
            clearanceOf(checklist, having(answers, item.id, answer)),
          ) as [Clearance, Clearance];
          expect(levels.indexOf(after.level)).toBeLessThanOrEqual(levels.indexOf(before.level));
          expect(after.limits.map(({ limit }) => limit)).toEqual(
            expect.arrayContaining(before.limits.map(({ limit }) => limit)),
          );
          expect(depths.indexOf(after.depth.atMost)).toBeLessThanOrEqual(depths.indexOf(before.depth.atMost));
          expect(after.holds.share).toBeLessThanOrEqual(before.holds.share);
          if (before.startFrom.place === 'chair-or-wall') expect(after.startFrom.place).toBe('chair-or-wall');
          if (mayPlay(after, its)) expect(mayPlay(before, its)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('every limit and every level held names answers that are not a plain no', () => {
    fc.assert(
      fc.property(asked, ({ checklist, answers }) => {
        const { heldBy, limits: held, depth, holds, startFrom } = clearanceOf(checklist, answers);
        for (const id of [heldBy, ...[...held, depth, holds, startFrom].map(({ becauseOf }) => becauseOf)].flat()) {
          expect(answers.get(id)?.answer).not.toBe('no');
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Neighbours from the calmest to the gravest; a missing answer is as grave as a yes. */
function steps(checklist: Checklist, id: string): [Answer | undefined, Answer | undefined][] {
  const effect = itemsOf(checklist).find((item) => item.id === id)!.effect;
  const ladder: (Answer | undefined)[] = [
    'no',
    ...(effect.kind === 'stop' ? (['cleared', 'known'] as const) : (['cleared'] as const)),
  ];
  return [
    ...ladder.slice(1).map((answer, index): [Answer | undefined, Answer | undefined] => [ladder[index], answer]),
    ...(['yes', 'not-sure', undefined] as const).map((last): [Answer | undefined, Answer | undefined] => [
      ladder.at(-1),
      last,
    ]),
    ...(effect.kind === 'advise'
      ? []
      : ([
          ['yes', 'not-sure'],
          ['not-sure', 'yes'],
          [undefined, 'yes'],
          ['yes', undefined],
        ] as [Answer | undefined, Answer | undefined][])),
  ];
}

function having(answers: Answers, id: string, answer: Answer | undefined): Answers {
  const changed = new Map(answers);
  if (answer === undefined) changed.delete(id);
  else changed.set(id, { answer, at: noon });
  return changed;
}
