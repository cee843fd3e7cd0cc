import * as fc from 'fast-check';
import { depths, limits } from '@sacra/pose';
import { answerWords, type Adaptation, type Answers, type Checklist, type Effect, type Tier } from '../src/index.ts';
import { noon } from './small-checklist.ts';

const adaptation: fc.Arbitrary<Adaptation> = fc.record(
  {
    note: fc.constant('Less.'),
    limits: fc.subarray([...limits], { maxLength: 4 }),
    holdsShare: fc.constantFrom(0.25, 0.5, 0.75),
    depthAtMost: fc.constantFrom(...depths),
    startFrom: fc.constant('chair-or-wall' as const),
  },
  { requiredKeys: ['note', 'limits'] },
);
const whenCleared = fc.option(adaptation, { nil: undefined });
const with_ = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };

const effects: Readonly<Record<Tier, fc.Arbitrary<Effect>>> = {
  emergency: fc.boolean().map((mayBeKnown) => ({ kind: 'stop', mayBeKnown })),
  urgent: fc
    .tuple(fc.boolean(), whenCleared)
    .map(([mayBeCleared, value]) => ({ kind: 'no-practice', mayBeCleared, ...with_('whenCleared', value) })),
  'ask-first': fc.oneof(
    whenCleared.map((value): Effect => ({ kind: 'rest-only', ...with_('whenCleared', value) })),
    fc.constantFrom('visit' as const, 'crisis' as const).map((advice): Effect => ({ kind: 'advise', advice })),
  ),
  adapt: adaptation.map((value) => ({ kind: 'adapt', adaptation: value })),
};

/** Checklists of up to five items a tier, in every mixture of effects. */
export const arbitraryChecklist: fc.Arbitrary<Checklist> = fc
  .tuple(...(['emergency', 'urgent', 'ask-first', 'adapt'] as const).map(listOf))
  .map((lists) => ({ lists }));

function listOf(tier: Tier) {
  return fc.array(effects[tier], { minLength: 1, maxLength: 5 }).map((given) => ({
    ...{ tier, title: tier, ask: 'Is it so?' },
    items: given.map((effect, index) => ({
      ...{ id: `${tier}-${index}`, ref: 'own', about: 'it', text: 'It is so.', effect },
      ...{ sources: ['nobody'], review: 'awaited' as const },
    })),
    action: { title: tier, steps: ['Do it.'], sources: ['nobody'], review: 'awaited' as const },
  }));
}

/** Any answers to a checklist, some of them missing. */
export const answersTo = (checklist: Checklist): fc.Arbitrary<Answers> =>
  fc
    .tuple(
      ...checklist.lists.flatMap(({ items }) =>
        items.map(({ id }) => fc.option(fc.constantFrom(...answerWords)).map((answer) => ({ id, answer }))),
      ),
    )
    .map((given) => new Map(given.flatMap(({ id, answer }) => (answer === null ? [] : [[id, { answer, at: noon }]]))));
