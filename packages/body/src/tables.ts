import * as v from 'valibot';
import { easeLimits } from './person-limits.ts';
import { hingePlanNames, segmentPlanNames } from './skeleton.ts';

/** V: read at the source. K: well known, not re-read. D: our own choice. S: computed or simulated by us. */
const mark = v.picklist(['V', 'K', 'D', 'S']);
const cited = { source: v.string(), mark, note: v.optional(v.string()) };

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const positive = v.pipe(v.number(), v.gtValue(0));
const triple = v.strictTuple([v.number(), v.number(), v.number()]);
const interval = v.strictTuple([v.number(), v.number()]);

const partOfOneSex = v.strictObject({
  /** Share of body mass. */
  mass: share,
  /** Centre of mass, share of the part's length from its first-named (proximal) end. */
  centre: share,
  /** Radii of gyration about the sagittal (x), transverse (y) and longitudinal (z) axes, shares of the length. */
  radii: triple,
});

/** From the hips to the skull: the segments whose offsets make the height of trunk and neck. */
export const spineSegments = [
  'lumbar-lower',
  'lumbar-middle',
  'lumbar-upper',
  'thorax-lower',
  'thorax-upper',
  'neck',
  'head',
] as const;

/** The segments whose place in the parent is not just the end of the parent's own length. */
const offsetSegments = [...spineSegments, 'clavicle', 'upper-arm', 'thigh'] as const;

const massParts = [
  'head',
  'upper-trunk',
  'middle-trunk',
  'lower-trunk',
  'upper-arm',
  'forearm',
  'hand',
  'thigh',
  'shank',
  'foot',
] as const;

/** Segments that are one published part as a whole. */
const wholeSegments = ['upper-arm', 'forearm', 'thigh', 'shank'] as const;
const splitSegments = segmentPlanNames.filter((name) => !wholeSegments.some((whole) => whole === name));

const lengthNames = [
  'upper-arm',
  'forearm',
  'palm',
  'finger',
  'thigh',
  'shank',
  'ankle-height',
  'ankle-to-ball',
] as const;

/** Where flesh is told apart: the segments, and the joints and the calf, where it differs from the segment's. */
const girthParts = [
  'pelvis',
  'lumbar-lower',
  'lumbar-middle',
  'lumbar-upper',
  'thorax-lower',
  'thorax-upper',
  'neck',
  'clavicle',
  'upper-arm',
  'forearm',
  'wrist',
  'hand',
  'thigh',
  'knee',
  'calf',
  'shank',
  'foot',
] as const;

/** Muscles over two joints that limit one another. */
export const couplingMuscles = ['hamstrings', 'gastrocnemius', 'rectus-femoris'] as const;
export type CouplingMuscle = (typeof couplingMuscles)[number];

const hingeName = v.picklist(hingePlanNames);

const reaction = { per: v.number(), between: interval };
const changes = v.array(
  v.union([
    v.strictObject({ hinge: hingeName, end: v.picklist(['least', 'most']), ...reaction }),
    v.strictObject({ coupling: v.picklist(couplingMuscles), ...reaction }),
    v.strictObject({ shoulder: v.literal('overhead'), ...reaction }),
  ]),
);

const record = <const Names extends readonly string[], Entry extends v.GenericSchema>(names: Names, entry: Entry) =>
  v.strictObject(Object.fromEntries(names.map((name) => [name, entry])) as Record<Names[number], Entry>);

/** The shape of `content/body/*.yaml`, each file under its own name. */
export const bodyTablesSchema = v.strictObject({
  proportions: v.strictObject({
    girth: v.strictObject({
      referenceBmi: positive,
      referenceStatureM: positive,
      parts: record(girthParts, v.strictObject({ growth: v.pipe(v.number(), v.minValue(0)), middle: v.number() })),
      ...cited,
    }),
    lengths: record(lengthNames, v.strictObject({ share, ...cited })),
    offsets: record(offsetSegments, v.strictObject({ at: triple, ...cited })),
  }),
  masses: v.strictObject({
    parts: record(massParts, v.strictObject({ female: partOfOneSex, male: partOfOneSex, ...cited })),
    split: record(
      splitSegments,
      v.strictObject({ from: v.record(v.picklist(massParts), share), centre: triple, box: triple, ...cited }),
    ),
  }),
  ranges: v.strictObject({
    hinges: record(hingePlanNames, v.strictObject({ range: interval, stiffness: positive, ...cited })),
    shoulder: v.strictObject({
      swing: v.strictObject({ centre: triple, max: positive }),
      twist: interval,
      overhead: v.strictObject({ centre: triple, max: positive }),
      stiffness: positive,
      ...cited,
    }),
  }),
  couplings: record(
    couplingMuscles,
    v.strictObject({ limited: hingeName, easedBy: hingeName, reach: v.number(), per: positive, ...cited }),
  ),
  ease: record(
    Object.keys(easeLimits) as (keyof typeof easeLimits)[],
    v.strictObject({ reference: v.number(), changes, ...cited }),
  ),
});

/** The files of `content/body/`, without their ending. */
export const bodyTableNames = Object.keys(bodyTablesSchema.entries) as (keyof BodyTables)[];

/** Everything `createBody` needs besides the person. Angles in degrees, as in the files. */
export type BodyTables = v.InferOutput<typeof bodyTablesSchema>;
export type GirthPart = (typeof girthParts)[number];

/** The flesh of a segment, by its plain name. A head has no more of it on a heavier body: its measures are shares of the stature. */
export function fleshOf(segment: string): GirthPart | undefined {
  if (segment === 'fingers' || segment === 'fingertips') return 'hand';
  if (segment === 'toes') return 'foot';
  return girthParts.find((part) => part === segment);
}

export type MassPart = (typeof massParts)[number];

export const isWholeSegment = (plainName: string): plainName is (typeof wholeSegments)[number] =>
  wholeSegments.some((whole) => whole === plainName);
