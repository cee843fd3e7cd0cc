import * as v from 'valibot';
import { breathLimits, type Practice } from './practice.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must say something'));
const secondsWithin = ({ min, max }: { min: number; max: number }) => {
  const message = `must be ${min} to ${max} seconds`;
  return v.pipe(v.number(message), v.minValue(min, message), v.maxValue(max, message));
};

const step = v.strictObject({
  id: text,
  pose: text,
  variation: v.nullable(text),
  sides: v.union(
    [v.strictTuple([v.literal('both')]), v.strictTuple([v.literal('right'), v.literal('left')])],
    'must be [both] or [right, left]',
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
  id: text,
  title: text,
  steps: v.pipe(v.array(step), v.minLength(1, 'needs at least one step')),
  breath: v.strictObject({ inS: secondsWithin(breathLimits.inS), outS: secondsWithin(breathLimits.outS) }),
  catCowBreath: v.picklist(['in-to-cow', 'in-to-cat']),
  opensIn: text,
  closesIn: text,
});
