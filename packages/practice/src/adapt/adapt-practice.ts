import { limits as everyLimit, type Catalogue } from '@sacra/pose';
import { vetSteps, type Choice, type Clearance } from '@sacra/safety';
import { neutralPlaces } from '../neutral-places.ts';
import type { Practice } from '../practice.ts';
import { entriesOf } from '../step-as.ts';
import type { Adapted, StepChange } from './adapted.ts';
import { layWithin, type Laid } from './lay-within.ts';

/** What adapting may take into account besides the clearance. */
export interface Adapting {
  /** what can be done at all, e.g. with the things at hand or on this body; everything unless told */
  readonly canPlay?: (choice: Choice) => boolean;
  /** ids of steps for which the person chose how to do them: those need not begin at a chair or a wall */
  readonly chosen?: readonly string[];
  /** the share of the usual time that its holds have in the practice already, above 0 … 1; 1 unless told */
  readonly holdsShare?: number;
}

/**
 * The practice within what a clearance allows, with what changed and why. Barred steps are replaced by what their poses name, or left
 * out; holds are shortened; a practice that ended in rest still does; nothing on the way asks for what is barred. The practice opens where
 * most steps can be kept, then where it opened anyway, then where the ways are shortest.
 *
 * @param practice one that `parsePractice` takes
 */
export function adaptPractice(
  practice: Practice,
  catalogue: Catalogue,
  given: Clearance,
  { canPlay = () => true, chosen = [], holdsShare = 1 }: Adapting = {},
): Adapted {
  const share = Math.min(1, given.holds.share / holdsShare);
  const clearance = { ...given, holds: { ...given.holds, share } };
  const isFree = clearance.level === 'free' && practice.steps.every(canPlay);
  if (isFree) return { kind: 'practice', practice, changes: [] };
  const begunOnChair = clearance.startFrom.place === 'chair-or-wall';
  const isFloorFar = clearance.limits.some(({ limit }) => limit === 'no-kneeling' || limit === 'chair-only');
  const places = [...new Set([practice.opensIn, ...firstEntry(practice, catalogue), ...neutralPlaces])];
  const tries = (isOnChair: boolean): Laid[] => {
    const forStep = isOnChair ? atChair(clearance) : clearance;
    return places.flatMap(
      (opensIn) =>
        layWithin(practice, catalogue, {
          ...{ clearance, canPlay, opensIn, isOnChair },
          clearanceFor: (stepId) => (chosen.includes(stepId) ? clearance : forStep),
        }) ?? [],
    );
  };
  const found = [...(begunOnChair ? [] : tries(false)), ...(begunOnChair || isFloorFar ? tries(true) : [])];
  const best = found.toSorted(byWorth)[0] ?? (begunOnChair ? tries(false).toSorted(byWorth)[0] : undefined);
  if (best === undefined) return { kind: 'nothing-left', changes: allLeftOut(practice, catalogue, clearance) };
  return {
    ...{ kind: 'practice', practice: best.practice, changes: best.changes },
    ...(share < 1 ? { holds: clearance.holds } : {}),
  };
}

/** The first pose as a place to arrive in: the words on arriving are the pose's, so it has to be the pose as it is, without a side. */
function firstEntry({ steps: [first] }: Practice, catalogue: Catalogue): readonly string[] {
  if (first === undefined) return [];
  const [entry] = entriesOf(catalogue, first);
  const keyframe = catalogue.keyframes.get(entry ?? '');
  return keyframe !== undefined && !keyframe.sided && keyframe.variation === undefined ? [keyframe.key] : [];
}

function byWorth(a: Laid, b: Laid): number {
  return (
    Number(b.endsInRest) - Number(a.endsInRest) ||
    b.practice.steps.length - a.practice.steps.length ||
    a.changes.length - b.changes.length ||
    Number(b.isOwnStart) - Number(a.isOwnStart) ||
    a.waySeconds - b.waySeconds
  );
}

function allLeftOut(practice: Practice, catalogue: Catalogue, clearance: Clearance): readonly StepChange[] {
  return vetSteps(clearance, catalogue, practice.steps).map((vetted, index) => ({
    step: practice.steps[index]?.id ?? '',
    kind: 'left-out',
    because: 'because' in vetted ? vetted.because : [],
  }));
}

/** A wish to stay at a chair or a wall, told as the limit that poses know. */
function atChair(clearance: Clearance): Clearance {
  if (clearance.limits.some(({ limit }) => limit === 'chair-only')) return clearance;
  const kneeling = clearance.limits.find(({ limit }) => limit === 'no-kneeling');
  const becauseOf = [...clearance.startFrom.becauseOf, ...(kneeling?.becauseOf ?? [])];
  const limits = [...clearance.limits, { limit: 'chair-only' as const, becauseOf }];
  return {
    ...clearance,
    limits: limits.toSorted((a, b) => everyLimit.indexOf(a.limit) - everyLimit.indexOf(b.limit)),
  };
}
