import type { Answer, Answers, Checklist, Effect, Item, Tier, TierList } from '../src/index.ts';

const item = (id: string, effect: Effect): Item => ({
  ...{ id, ref: 'own', about: `your ${id}`, text: `Is it ${id}?`, effect },
  ...{ sources: ['nobody'], review: 'awaited' },
});
const list = (tier: Tier, items: readonly Item[]): TierList => ({
  ...{ tier, title: tier, ask: 'Is it so?', items },
  action: { title: tier, steps: ['Do it.'], sources: ['nobody'], review: 'awaited' },
});

/** One item for each path through the rules. */
export const smallChecklist: Checklist = {
  lists: [
    list('emergency', [
      item('sudden', { kind: 'stop', mayBeKnown: false }),
      item('numb', { kind: 'stop', mayBeKnown: true }),
    ]),
    list('urgent', [
      item('fever', { kind: 'no-practice', mayBeCleared: true }),
      item('fragile', {
        kind: 'no-practice',
        mayBeCleared: true,
        whenCleared: { note: 'Short.', limits: ['no-end-range-rounding'], holdsShare: 0.5 },
      }),
      item('young', { kind: 'no-practice', mayBeCleared: false }),
    ]),
    list('ask-first', [
      item('stiff', { kind: 'rest-only' }),
      item('eyes', { kind: 'rest-only', whenCleared: { note: 'Up.', limits: ['head-not-below-heart'] } }),
      item('bendy', { kind: 'rest-only', whenCleared: { note: 'Less.', limits: [], depthAtMost: 'gentle' } }),
      item('long', { kind: 'advise', advice: 'visit' }),
      item('low', { kind: 'advise', advice: 'crisis' }),
    ]),
    list('adapt', [
      item('knees', { kind: 'adapt', adaptation: { note: 'No heels.', limits: ['no-deep-knee-bend'] } }),
      item('kneeling', {
        kind: 'adapt',
        adaptation: { note: 'No knees.', limits: ['no-kneeling', 'no-deep-knee-bend'] },
      }),
      item('aged', {
        kind: 'adapt',
        adaptation: { note: 'Half.', limits: [], holdsShare: 0.5, startFrom: 'chair-or-wall' },
      }),
    ]),
  ],
};

export const noon = '2026-03-02T12:00:00+01:00';

export const itemIds = smallChecklist.lists.flatMap(({ items }) => items.map(({ id }) => id));

/** Everything answered with no at `at`, but for what is given; undefined leaves an item unanswered. */
export function answersWith(given: Readonly<Record<string, Answer | undefined>>, at = noon): Answers {
  return new Map(
    itemIds.flatMap((id) => {
      const answer = id in given ? given[id] : 'no';
      return answer === undefined ? [] : [[id, { answer, at }] as const];
    }),
  );
}
