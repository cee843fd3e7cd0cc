import * as v from 'valibot';
import { limits } from './limit.ts';
import { aims, areas, depths, type Pose } from './pose.ts';
import { propKinds } from './shape.ts';
import { pathSchema, shapeSchema } from './shape-schema.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must say something'));
const lines = v.array(text);
const someLines = v.pipe(lines, v.minLength(1, 'needs at least one line'));
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words joined by hyphens'));
const keyframe = v.pipe(
  v.string(),
  v.regex(
    /^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)?(@(left|right))?$/,
    'must be a keyframe: pose, pose/variation, pose@right',
  ),
);
const seconds = v.pipe(v.number(), v.minValue(1), v.maxValue(30));

const position = v.picklist(['kneeling', 'all-fours', 'standing', 'sitting', 'lying', 'inverted-v']);
const camera = v.strictObject({
  azimuthDeg: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  elevationDeg: v.pipe(v.number(), v.minValue(-10), v.maxValue(90)),
});

const remarkEntries = { text, source: id };
const remark = v.strictObject(remarkEntries);
const easing = v.strictObject({ ...remarkEntries, variation: v.exactOptional(id), pose: v.exactOptional(id) });

const way = v.strictObject({
  from: keyframe,
  seconds,
  say: someLines,
  back: v.exactOptional(v.strictObject({ seconds, say: someLines })),
  path: v.exactOptional(pathSchema),
});

const wordEntries = {
  instruction: text,
  there: v.optional(lines, []),
  breath: v.optional(text, 'Breathe in your own way.'),
  cycle: v.exactOptional(v.strictObject({ in: someLines, out: someLines })),
};
const words = v.strictObject(wordEntries);
const changedWords = v.strictObject({
  instruction: v.exactOptional(text),
  there: v.exactOptional(lines),
  breath: v.exactOptional(text),
  cycle: wordEntries.cycle,
});

const hold = v.strictObject({ kind: v.literal('hold'), shape: shapeSchema });
const cycle = v.strictObject({
  kind: v.literal('cycle'),
  home: keyframe,
  in: keyframe,
  out: keyframe,
  pace: v.picklist(['breath', 'half-breath']),
});

const anotherPose = v.strictObject({ kind: v.literal('pose'), pose: id });

const breaths = v.pipe(
  v.strictObject({
    default: v.pipe(v.number(), v.integer(), v.minValue(1)),
    min: v.pipe(v.number(), v.integer(), v.minValue(1)),
    max: v.pipe(v.number(), v.integer(), v.maxValue(60)),
    counted: v.optional(v.picklist(['breaths', 'rounds']), 'breaths'),
  }),
  v.check(({ min, max }) => min <= max, 'range the wrong way round: min is more than max'),
  v.check(
    (count) => count.min > count.max || (count.default >= count.min && count.default <= count.max),
    'default lies outside min … max',
  ),
);

const need = v.strictObject({ prop: v.picklist(propKinds), ready: text });

const character = v.strictObject({
  areas: v.pipe(v.array(v.picklist(areas)), v.minLength(1, 'says at least one area')),
  aims: v.pipe(v.array(v.picklist(aims)), v.minLength(1, 'says at least one aim')),
  depth: v.picklist(depths),
  barredBy: v.array(v.strictObject({ limit: v.picklist(limits), standsIn: v.array(keyframe), source: id })),
});
const bodies = v.strictObject({
  gives: v.optional(v.record(v.string(), text), {}),
  answeredBy: v.optional(v.array(keyframe), []),
});

const passageVariationEntries = {
  id,
  position: v.exactOptional(position),
  words: v.optional(changedWords, {}),
  needs: v.optional(v.array(need), []),
  ways: v.optional(v.array(way), []),
  camera: v.exactOptional(camera),
  bodies: v.exactOptional(bodies),
};
const variation = v.strictObject({
  ...passageVariationEntries,
  form: v.variant('kind', [hold, cycle, anotherPose]),
  name: text,
  why: text,
  offered: v.picklist(['from-start', 'offered']),
  reach: v.exactOptional(remark),
  cautions: v.exactOptional(v.array(remark)),
  character: v.exactOptional(character),
  faults: v.exactOptional(v.array(remark)),
});

const poseEntries = {
  id,
  names: v.strictObject({ english: text, sanskrit: v.exactOptional(text), spoken: v.exactOptional(text) }),
  position,
  sides: v.picklist(['both-together', 'one-then-other']),
  form: v.variant('kind', [hold, cycle]),
  words,
  ways: v.optional(v.array(way), []),
  camera,
  bodies: v.optional(bodies, { gives: {}, answeredBy: [] }),
  sources: v.array(id),
};

/** The schema of a pose file. Unknown keys are errors. Names of the body, sources and keyframes are checked after it. */
export const poseSchema: v.GenericSchema<unknown, Pose> = v.variant('purpose', [
  v.strictObject({
    ...poseEntries,
    purpose: v.literal('practice'),
    breaths,
    reach: remark,
    cautions: v.pipe(v.array(remark), v.minLength(1, 'a pose that is practised names what to take care of')),
    easier: v.pipe(v.array(easing), v.minLength(1, 'a pose that is practised has easier versions')),
    character,
    needs: v.optional(v.array(need), []),
    faults: v.optional(v.array(remark), []),
    variations: v.optional(v.array(variation), []),
  }),
  v.strictObject({
    ...poseEntries,
    purpose: v.literal('passage'),
    variations: v.optional(
      v.array(v.strictObject({ ...passageVariationEntries, form: v.variant('kind', [hold, cycle]) })),
      [],
    ),
  }),
]);
