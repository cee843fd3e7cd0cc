import * as v from 'valibot';
import { shapeSchema } from './shape-schema.ts';
import { tryAnswers } from './try.ts';

/** The form of a file of content/tries; it parses to `Try`. */

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must say something'));
const lines = v.pipe(v.array(text), v.minLength(1, 'needs at least one line'));
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words joined by hyphens'));
const finite = v.pipe(v.number(), v.finite());
const positive = v.pipe(finite, v.gtValue(0));

const ascending = (values: readonly number[]): boolean => values.every((one, i) => i === 0 || values[i - 1]! < one);

const slider = v.pipe(
  v.strictObject({
    least: finite,
    most: finite,
    step: positive,
    start: finite,
    factor: positive,
    unit: text,
    says: v.pipe(v.array(v.strictObject({ upTo: finite, text })), v.minLength(2, 'needs two words at least')),
  }),
  v.check(({ least, most }) => least < most, 'the range is the wrong way round: least is not less than most'),
  v.check(({ least, most, start }) => start >= least && start <= most, 'start lies outside least … most'),
  v.check(
    ({ most, says }) => ascending(says.map(({ upTo }) => upTo)) && says.at(-1)!.upTo >= most,
    'says must ascend, and its last word must reach the most',
  ),
);

const stops = v.pipe(
  v.array(v.strictObject({ at: finite, shape: shapeSchema })),
  v.check((all) => ascending(all.map(({ at }) => at)), 'stops must stand in the order of their values'),
);

export const trySchema = v.strictObject({
  id,
  answers: v.picklist(tryAnswers),
  place: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: text,
  bySide: v.boolean(),
  needs: v.exactOptional(text),
  how: lines,
  care: lines,
  question: text,
  slider,
  changes: text,
  skip: v.strictObject({ button: text, text }),
  shape: shapeSchema,
  stops,
  camera: v.strictObject({ azimuthDeg: finite, elevationDeg: finite }),
  sources: v.pipe(v.array(id), v.minLength(1, 'needs at least one source')),
});
