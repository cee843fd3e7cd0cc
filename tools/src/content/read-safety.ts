import type { Fault, Parsed, YamlFile } from '@sacra/pose';
import { tiers, type Action, type AdviceId, type Checklist, type Effect, type Region, type Tier } from '@sacra/safety';
import { comingOutSchema, type ComingOut } from './content-schemas.ts';
import { parsed } from './parsed.ts';
import {
  frameSchema,
  limitWordsSchema,
  regionsSchema,
  tierSchema,
  type Frame,
  type LimitWords,
  type WrittenTier,
} from './safety-schemas.ts';

/** All that `content/safety` says. */
export interface SafetyContent {
  readonly checklist: Checklist;
  readonly frame: Frame;
  /** what is said where an emergency item is old and known to a doctor */
  readonly known: NonNullable<WrittenTier['known']>;
  readonly advice: Readonly<Record<AdviceId, Action>>;
  readonly limits: LimitWords;
  readonly regions: readonly Region[];
  readonly regionsTitle: string;
  readonly comingOut: ComingOut;
}

/** The effects that a yes can have in each tier. */
const effectsOf: Readonly<Record<Tier, readonly Effect['kind'][]>> = {
  emergency: ['stop'],
  urgent: ['no-practice'],
  'ask-first': ['rest-only', 'advise'],
  adapt: ['adapt'],
};

/** Reads the files of `safety/`, which are fixed by what they are for. `read` takes a path inside the content's folder. */
export function readSafety(read: (path: string) => YamlFile): Parsed<SafetyContent> {
  const files = tiers.map((tier) => read(`safety/checklist-${tier}.yaml`));
  const lists = files.map((file) => parsed(file, tierSchema));
  const frame = parsed(read('safety/checklist.yaml'), frameSchema);
  const limits = parsed(read('safety/limits.yaml'), limitWordsSchema);
  const regions = parsed(read('safety/regions.yaml'), regionsSchema);
  const comingOut = parsed(read('safety/coming-out.yaml'), comingOutSchema);

  const written = lists.flatMap((one) => (one.ok ? [one.value] : []));
  const errors = [
    ...[...lists, frame, limits, regions, comingOut].flatMap((one) => (one.ok ? [] : one.errors)),
    ...(written.length < tiers.length
      ? []
      : written.flatMap((list, index) => {
          const faults = listFaults(list, written.slice(0, index), tiers[index] ?? 'emergency');
          return faults.flatMap((fault) => files[index]?.locate(fault) ?? []);
        })),
  ];
  if (!frame.ok || !limits.ok || !regions.ok || !comingOut.ok || errors.length > 0) return { ok: false, errors };

  const known = written.find((list) => list.known !== undefined)?.known;
  const advice = written.find((list) => list.advice !== undefined)?.advice;
  if (known === undefined || advice === undefined)
    throw new Error('listFaults lets no list through without its words.');
  return {
    ok: true,
    value: {
      checklist: { lists: written.map(({ known: _, advice: __, ...list }) => list) },
      frame: frame.value,
      known,
      advice,
      limits: limits.value.limits,
      regions: regions.value.regions,
      regionsTitle: regions.value.title,
      comingOut: comingOut.value,
    },
  };
}

/**
 * A list in another tier's file, an effect that its tier doesn't have, an id that stands twice, and words that are missing.
 *
 * @internal seen by the tests
 */
export function listFaults(list: WrittenTier, before: readonly WrittenTier[], tier: Tier): Fault[] {
  const taken = new Set(before.flatMap(({ items }) => items.map(({ id }) => id)));
  return [
    ...(list.tier === tier ? [] : [{ path: ['tier'], message: `this file is for the tier "${tier}"`, valid: [tier] }]),
    ...list.items.flatMap(({ id, effect }, index): Fault[] => [
      ...(taken.has(id) || list.items.findIndex((item) => item.id === id) < index
        ? [{ path: ['items', index, 'id'], message: `two items are called "${id}"`, valid: [] }]
        : []),
      ...(effectsOf[tier].includes(effect.kind)
        ? []
        : [
            {
              path: ['items', index, 'effect', 'kind'],
              message: `an item of the tier "${tier}" can't have the effect "${effect.kind}"`,
              valid: effectsOf[tier],
            },
          ]),
    ]),
    ...missing(list, tier === 'emergency', 'known'),
    ...missing(list, tier === 'ask-first', 'advice'),
  ];
}

function missing(list: WrittenTier, belongs: boolean, key: 'known' | 'advice'): Fault[] {
  if ((list[key] !== undefined) === belongs) return [];
  return [
    { path: belongs ? [] : [key], message: belongs ? `missing key "${key}"` : `"${key}" has no place here`, valid: [] },
  ];
}
