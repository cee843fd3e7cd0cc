import { parseKey, poseAsDone, type Catalogue, type Character } from '@sacra/pose';
import { barredBy, type Barring } from './allowed.ts';
import type { Clearance } from './clearance.ts';

/** A pose, or one of its variations: what a step of a practice does. */
export interface Choice {
  readonly pose: string;
  readonly variation: string | null;
}

/**
 * What becomes of a step for a person. `unknown`: the catalogue has no such pose to practise, or the pose no such variation, so nothing can
 * be said for it and it is not played.
 */
export type Vetted =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'replaced'; readonly by: Choice; readonly because: readonly Barring[] }
  | { readonly kind: 'left-out'; readonly because: readonly Barring[] }
  | { readonly kind: 'unknown' };

/**
 * What becomes of each step, in their order. It takes the steps of any practice, wherever that came from.
 *
 * @param suits what a stand-in has to be besides allowed, for example doable with the things at hand
 */
export function vetSteps(
  clearance: Clearance,
  catalogue: Catalogue,
  steps: readonly Choice[],
  suits: (standIn: Choice) => boolean = () => true,
): readonly Vetted[] {
  return steps.map((step) => vet(clearance, catalogue, step, suits));
}

/**
 * A barred pose is replaced by the nearest of what its poses name: first the stand-ins of the limits that bar it, in their order, then the
 * stand-ins of those. A pose that is too deep is replaced by one of its easier versions in the same way. Where rest is all that is
 * allowed nothing is put in a pose's place, unless the pose names it.
 */
function vet(clearance: Clearance, catalogue: Catalogue, step: Choice, suits: (standIn: Choice) => boolean): Vetted {
  const character = characterIn(catalogue, step);
  if (character === undefined) return { kind: 'unknown' };
  const because = barredBy(clearance, character);
  if (because.length === 0) return { kind: 'allowed' };

  const seen = new Set([keyOf(step)]);
  let ring: readonly Choice[] = [step];
  while (ring.length > 0) {
    const next = ring
      .flatMap((choice) => standInsFor(clearance, catalogue, choice))
      .filter((choice) => !seen.has(keyOf(choice)) && seen.add(keyOf(choice)));
    const by = next.find((choice) => {
      const its = characterIn(catalogue, choice);
      return its !== undefined && barredBy(clearance, its).length === 0 && suits(choice);
    });
    if (by !== undefined) return { kind: 'replaced', by, because };
    ring = next;
  }
  return { kind: 'left-out', because };
}

/** What the pose itself names for the reasons that bar it. */
function standInsFor(clearance: Clearance, catalogue: Catalogue, choice: Choice): Choice[] {
  const pose = catalogue.poses.get(choice.pose);
  const character = characterIn(catalogue, choice);
  if (character === undefined || pose?.purpose !== 'practice') return [];
  const because = barredBy(clearance, character);
  const held = new Set(because.flatMap((reason) => (reason.kind === 'limit' ? [reason.limit] : [])));
  const named = character.barredBy.filter(({ limit }) => held.has(limit)).flatMap(({ standsIn }) => standsIn);
  const isTooDeep = because.some(({ kind }) => kind === 'depth');
  const easier = isTooDeep
    ? pose.easier.flatMap((easing) => (easing.variation ? `${pose.id}/${easing.variation}` : (easing.pose ?? [])))
    : [];
  return [...named, ...easier].flatMap((key) => {
    const parts = parseKey(key);
    return parts === undefined ? [] : [{ pose: parts.pose, variation: parts.variation ?? null }];
  });
}

/** Undefined when there is no such thing to practise. */
function characterIn(catalogue: Catalogue, { pose, variation }: Choice): Character | undefined {
  const found = catalogue.poses.get(pose);
  const isThere =
    found?.purpose === 'practice' && (variation === null || found.variations.some(({ id }) => id === variation));
  return isThere ? poseAsDone(catalogue, pose, variation).character : undefined;
}

const keyOf = ({ pose, variation }: Choice): string => `${pose}/${variation ?? ''}`;
