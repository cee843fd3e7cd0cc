import * as v from 'valibot';
import { breathLimits, practiceLimits, type Practice } from './practice.ts';

/** No line breaks and other control characters, and none that turn the direction of what is written beside. */
export const plainText = /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u;

const textWithin = (most: number) =>
  v.pipe(
    v.string(),
    v.check((text) => text.length <= most || [...text].length <= most, `must have ${most} characters at most`),
    v.regex(plainText, 'must be one line of plain text'),
    v.trim(),
    v.nonEmpty('must say something'),
  );
const name = textWithin(practiceLimits.nameLength);
const secondsWithin = ({ min, max }: { min: number; max: number }) => {
  const message = `must be ${min} to ${max} seconds`;
  return v.pipe(v.number(message), v.minValue(min, message), v.maxValue(max, message));
};

const step = v.strictObject({
  id: name,
  pose: name,
  variation: v.nullable(name),
  sides: v.union(
    [
      v.strictTuple([v.literal('both')]),
      v.strictTuple([v.literal('right'), v.literal('left')]),
      v.strictTuple([v.picklist(['right', 'left'])]),
    ],
    'must be [both], [right, left], or for a rest [right] or [left]',
  ),
  breaths: v.pipe(
    v.number('must be a whole number'),
    v.integer('must be a whole number'),
    v.minValue(1, 'must be 1 or more'),
  ),
});

/** The form of a practice document. Names of poses, variations and keyframes are checked after it, against the catalogue. */
export const practiceSchema: v.GenericSchema<unknown, Practice> = v.strictObject({
  format: v.literal('sacra.practice'),
  version: v.literal(1),
  id: name,
  title: textWithin(practiceLimits.titleLength),
  steps: v.pipe(
    v.array(step),
    v.minLength(1, 'needs at least one step'),
    v.maxLength(practiceLimits.steps, `has ${practiceLimits.steps} steps at most`),
  ),
  breath: v.strictObject({ inS: secondsWithin(breathLimits.inS), outS: secondsWithin(breathLimits.outS) }),
  catCowBreath: v.picklist(['in-to-cow', 'in-to-cat']),
  opensIn: name,
  closesIn: name,
});
