import { depths, limits, type Depth, type Limit } from '@sacra/pose';
import {
  advices,
  answerWords,
  levels,
  tiers,
  whys,
  type Action,
  type AdviceId,
  type Region,
  type TierList,
} from '@sacra/safety';
import * as v from 'valibot';

/** The forms of content/safety: the checklist's frame and lists, the words for limits, and whom to call where. */
const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must say something'));
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words joined by hyphens'));
const someText = v.pipe(v.array(text), v.minLength(1, 'needs at least one line'));
const reviewed = {
  sources: v.pipe(v.array(id), v.minLength(1, 'needs at least one source')),
  review: v.picklist(['awaited', 'reviewed']),
};
const action: v.GenericSchema<unknown, Action> = v.strictObject({ title: text, steps: someText, ...reviewed });

/** One value under each of the names, no more and no fewer. */
const each = <const Names extends readonly string[], Schema extends v.GenericSchema>(names: Names, schema: Schema) =>
  v.strictObject(Object.fromEntries(names.map((name) => [name, schema])) as Record<Names[number], Schema>);

const adaptation = v.strictObject({
  note: text,
  limits: v.array(v.picklist(limits as readonly Limit[])),
  holdsShare: v.exactOptional(v.pipe(v.number(), v.minValue(0.25), v.maxValue(0.9))),
  depthAtMost: v.exactOptional(v.picklist(depths as readonly Depth[])),
  startFrom: v.exactOptional(v.literal('chair-or-wall')),
});
const effect = v.variant('kind', [
  v.strictObject({ kind: v.literal('stop'), mayBeKnown: v.boolean() }),
  v.strictObject({
    kind: v.literal('no-practice'),
    mayBeCleared: v.boolean(),
    whenCleared: v.exactOptional(adaptation),
  }),
  v.strictObject({ kind: v.literal('rest-only'), whenCleared: v.exactOptional(adaptation) }),
  v.strictObject({ kind: v.literal('adapt'), adaptation }),
  v.strictObject({ kind: v.literal('advise'), advice: v.picklist(advices) }),
]);
const item = v.strictObject({
  id,
  ref: v.pipe(v.string(), v.regex(/^([EUGM]\d+|own)$/, 'must be E1, U2, G3, M4 … or own')),
  about: text,
  text,
  effect,
  ...reviewed,
});

/** A list with what only some tiers have: the words for what is old and known, and the advice that bars nothing. */
export type WrittenTier = TierList & {
  readonly known?: Pick<Action, 'sources' | 'review'> & { readonly text: string };
  readonly advice?: Readonly<Record<AdviceId, Action>>;
};
export const tierSchema: v.GenericSchema<unknown, WrittenTier> = v.strictObject({
  tier: v.picklist(tiers),
  title: text,
  ask: text,
  items: v.pipe(v.array(item), v.minLength(1)),
  action,
  known: v.exactOptional(v.strictObject({ text, ...reviewed })),
  advice: v.exactOptional(each(advices, action)),
});

export const frameSchema = v.strictObject({
  id: v.literal('checklist'),
  title: text,
  lines: someText,
  answers: each(answerWords, text),
  notSure: text,
  none: text,
  levels: each(levels, v.strictObject({ title: text, text })),
  check: action,
  whys: each(whys, text),
  reviewNote: text,
});
export type Frame = v.InferOutput<typeof frameSchema>;

export const limitWordsSchema = v.strictObject({
  id: v.literal('limits'),
  limits: each(limits, v.strictObject({ name: text, text })),
});
export type LimitWords = v.InferOutput<typeof limitWordsSchema>['limits'];

const number = v.pipe(v.string(), v.regex(/^\d[\d ]*$/, 'must be digits, with spaces where one pauses'));
const line = v.strictObject({ name: text, number });
const region: v.GenericSchema<unknown, Region> = v.strictObject({
  id,
  name: text,
  emergency: v.array(number),
  urgent: v.exactOptional(line),
  crisis: v.exactOptional(line),
  note: v.exactOptional(text),
  ...reviewed,
});
export const regionsSchema = v.strictObject({
  id: v.literal('regions'),
  title: text,
  regions: v.pipe(
    v.array(region),
    v.check(
      (regions) => regions.every(({ emergency }, index) => emergency.length > 0 || index === regions.length - 1),
      'only the last region, the one for everywhere else, can be without a number',
    ),
    v.check((regions) => regions.at(-1)?.emergency.length === 0, 'the last region is the one for everywhere else'),
    v.check((regions) => new Set(regions.map(({ id }) => id)).size === regions.length, 'two regions have one id'),
  ),
});
