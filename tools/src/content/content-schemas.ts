import * as v from 'valibot';

/** The forms of the content that is neither body, pose nor practice: sources, learning, and when to ease off. The checklist's are in safety-schemas.ts. */
const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must say something'));
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words joined by hyphens'));
const someText = v.pipe(v.array(text), v.minLength(1, 'needs at least one line'));
const someIds = v.pipe(v.array(id), v.minLength(1, 'needs at least one source'));
const pain = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10));

/** V: read at the source · K: well known, not re-read · D: our own proposal · S: computed by us */
const mark = v.picklist(['V', 'K', 'D', 'S']);

/**
 * What a source is, which says how far it can be leaned on. trial: randomised · review: of studies · guideline: also a framework that
 * experts agreed on · patients: a study of people with a condition · measurement: bodies, measured · textbook · service: what a health or
 * emergency service tells everyone · care: what those who treat commonly advise · teaching: what teachers of yoga say · own: ours
 */
const sourceKind = v.picklist([
  ...(['trial', 'review', 'guideline', 'patients', 'measurement'] as const),
  ...(['textbook', 'service', 'care', 'teaching', 'own'] as const),
]);

const source = v.pipe(
  v.strictObject({
    title: text,
    authors: v.exactOptional(text),
    year: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1800), v.maxValue(2100))),
    where: v.exactOptional(text),
    kind: sourceKind,
    mark,
    note: v.exactOptional(text),
  }),
  v.check(
    ({ kind, mark }) => (kind === 'own') === (mark === 'D' || mark === 'S'),
    'must have kind own where the mark is D or S, and only there',
  ),
);
export const sourcesSchema = v.record(id, source);
export type Source = v.InferOutput<typeof source>;

/** whether a clinician has read the wording */
const reviewed = { source: id, review: v.picklist(['awaited', 'reviewed']) };

const level = v.pipe(
  v.strictObject({ from: pain, to: pain, name: text, text }),
  v.check(({ from, to }) => from <= to, 'range the wrong way round: from is more than to'),
);
export const comingOutSchema = v.strictObject({
  id: v.literal('coming-out'),
  title: text,
  comfort: v.strictObject({
    text,
    levels: v.pipe(
      v.array(level),
      v.check(
        (levels) => levels.map(({ from, to }) => `${from}-${to}`).join() === gaplessFromZeroToTen(levels),
        'must cover 0 to 10 without gap',
      ),
    ),
    ...reviewed,
  }),
  comeOut: v.strictObject({ text, signs: someText, after: text, ...reviewed }),
  tomorrow: v.strictObject({ text, ...reviewed }),
});
export type ComingOut = v.InferOutput<typeof comingOutSchema>;

const section = v.strictObject({ title: text, lines: someText, sources: v.exactOptional(someIds) });
const statement = v.strictObject({ text, sources: someIds });
export const firstStartSchema = v.strictObject({
  id: v.literal('first-start'),
  title: text,
  is: section,
  isNot: section,
  evidence: v.strictObject({ title: text, statements: v.pipe(v.array(statement), v.minLength(1)) }),
  care: statement,
});
export type FirstStart = v.InferOutput<typeof firstStartSchema>;

/** The same levels with each one's start moved to one after the end before it, and the last one's end to 10. */
function gaplessFromZeroToTen(levels: readonly { from: number; to: number }[]): string {
  return levels
    .map(
      ({ to }, index) =>
        `${index === 0 ? 0 : (levels[index - 1]?.to ?? 0) + 1}-${index === levels.length - 1 ? 10 : to}`,
    )
    .join();
}

/** What is told beside the load bands. */
export const loadsSchema = v.strictObject({ id: v.literal('loads'), title: text, lines: someText, sources: someIds });
export type LoadsLearning = v.InferOutput<typeof loadsSchema>;
