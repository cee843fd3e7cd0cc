import { limits as everyLimit, reachableFrom, type Catalogue } from '@sacra/pose';
import type { Practice, Step } from '@sacra/practice';
import { vetSteps, type Barring, type Choice, type Clearance } from '@sacra/safety';
import { entriesOf, forbidsPositions, secondsBetween, waysFor } from './open-ways.ts';

/** What becomes of a step for a person, and why. */
export type StepChange =
  | { readonly kind: 'replaced'; readonly because: readonly Barring[] }
  | { readonly kind: 'left-out'; readonly because: readonly Barring[] };

/** A practice as a person may play it. It has no steps when nothing is left. */
export interface Adapted {
  readonly practice: Practice;
  /** by the step's id; a step that isn't here is as it was */
  readonly changes: ReadonlyMap<string, StepChange>;
}

/** What adapting needs to know besides the clearance. */
export interface Adapting {
  /** with the character of every pose: one that carries none would bar nothing */
  readonly catalogue: Catalogue;
  readonly clearance: Clearance;
  readonly canPlay: (choice: Choice) => boolean;
  /** steps that the person chose how to do: those need not begin at a chair or a wall */
  readonly chosen: readonly string[];
}

/** Neutral places in which a practice can open and close where its own can't be taken. */
const neutralPlaces = ['sitting-on-chair', 'knees-bent-on-back', 'standing'];

/**
 * The practice within what a clearance allows: barred steps are replaced by what their poses name or left out, holds are shortened, and
 * nothing on the way asks for what is barred. Of the places it can open in, the one that keeps most steps, then the practice's own
 * where its first pose stays, then the one with the least way to go.
 */
export function adaptPractice(practice: Practice, adapting: Adapting): Adapted {
  const { clearance } = adapting;
  if (clearance.level === 'free') return { practice, changes: new Map() };
  const isBegunOnChair = clearance.startFrom.place === 'chair-or-wall';
  const isFloorFar = clearance.limits.some(({ limit }) => forbidsPositions(limit));
  const places = [practice.opensIn, ...firstEntry(practice, adapting.catalogue), ...neutralPlaces];
  const tries = (isOnChair: boolean): Laid[] =>
    places.flatMap((opensIn) => layFrom(practice, adapting, opensIn, isOnChair) ?? []);
  const found = [...(isBegunOnChair ? [] : tries(false)), ...(isBegunOnChair || isFloorFar ? tries(true) : [])];
  const best = found.toSorted(byWorth)[0] ?? (isBegunOnChair ? tries(false).toSorted(byWorth)[0] : undefined);
  if (best !== undefined) return best.adapted;
  const because = vetSteps(clearance, adapting.catalogue, practice.steps).map((one) =>
    'because' in one ? one.because : [],
  );
  return {
    practice: { ...practice, steps: [] },
    changes: new Map(practice.steps.map(({ id }, index) => [id, { kind: 'left-out', because: because[index] ?? [] }])),
  };
}

/** The first pose as a place to arrive in: the words on arriving are the pose's, so it has to be the pose as it is, without a side. */
function firstEntry({ steps: [first] }: Practice, catalogue: Catalogue): string[] {
  return first !== undefined && catalogue.keyframes.get(first.pose)?.sided === false ? [first.pose] : [];
}

interface Laid {
  readonly adapted: Adapted;
  readonly kept: number;
  readonly asItWas: number;
  /** it opens where it would anyhow, and begins with the pose it would */
  readonly isOwnStart: boolean;
  readonly waySeconds: number;
}

function byWorth(a: Laid, b: Laid): number {
  return (
    b.kept - a.kept ||
    b.asItWas - a.asItWas ||
    Number(b.isOwnStart) - Number(a.isOwnStart) ||
    a.waySeconds - b.waySeconds
  );
}

/** The practice opened in one place; undefined where that place or every step is barred. */
function layFrom(practice: Practice, adapting: Adapting, opensIn: string, isOnChair: boolean): Laid | undefined {
  const { catalogue, clearance, canPlay, chosen } = adapting;
  const ways = waysFor(catalogue, clearance);
  if (!catalogue.keyframes.has(opensIn) || !ways.mayBeIn(opensIn)) return undefined;

  const within = reachableFrom(catalogue, opensIn, ways.isOpen);
  const suits = (choice: Choice): boolean =>
    canPlay(choice) && entriesOf(catalogue, choice).every((entry) => within.has(entry));
  const taken = new Set<string | undefined>();
  const vet = (step: Step, isStandInTaken: (choice: Choice) => boolean) => {
    const own = isOnChair && !chosen.includes(step.id) ? withChairOnly(clearance) : clearance;
    return vetSteps(own, catalogue, [step], (choice) => suits(choice) && !isStandInTaken(choice))[0];
  };
  for (const step of practice.steps)
    if (vet(step, () => false)?.kind === 'allowed') taken.add(entriesOf(catalogue, step)[0]);

  let at = opensIn;
  let waySeconds = 0;
  const steps: Step[] = [];
  const changes = new Map<string, StepChange>();
  for (const step of practice.steps) {
    // The same pose twice would be no practice, so what stands in is something that isn't there yet.
    const verdict = vet(step, (choice) => taken.has(entriesOf(catalogue, choice)[0]));
    const choice = verdict?.kind === 'replaced' ? verdict.by : verdict?.kind === 'allowed' ? step : undefined;
    const because = verdict !== undefined && 'because' in verdict ? verdict.because : [];
    const isBarredWay = choice !== undefined && !(suits(choice) && ways.canGo(at, entriesOf(catalogue, choice)));
    if (choice === undefined || isBarredWay) {
      changes.set(step.id, { kind: 'left-out', because: isBarredWay ? ways.barring : because });
      continue;
    }
    taken.add(entriesOf(catalogue, choice)[0]);
    for (const entry of entriesOf(catalogue, choice)) {
      waySeconds += secondsBetween(catalogue, at, entry);
      at = entry;
    }
    if (verdict?.kind === 'replaced') changes.set(step.id, { kind: 'replaced', because });
    steps.push(stepAs(catalogue, step, choice, clearance.holds.share));
  }
  if (steps.length === 0) return undefined;
  const closesIn = [...(isOnChair ? [] : [practice.closesIn]), at, ...neutralPlaces].find(
    (key) => catalogue.keyframes.get(key)?.sided === false && ways.mayBeIn(key) && ways.canGo(at, [key]),
  );
  if (closesIn === undefined) return undefined;
  const adapted = { practice: { ...practice, steps, opensIn, closesIn }, changes };
  const asItWas = practice.steps.length - changes.size;
  const isOwnStart = opensIn === practice.opensIn && !changes.has(practice.steps[0]?.id ?? '');
  return { adapted, kept: steps.length, asItWas, isOwnStart, waySeconds };
}

/** A wish to stay at a chair or a wall, told as the limit that poses know. */
function withChairOnly(clearance: Clearance): Clearance {
  if (clearance.limits.some(({ limit }) => limit === 'chair-only')) return clearance;
  const kneeling = clearance.limits.find(({ limit }) => limit === 'no-kneeling');
  const becauseOf = [...clearance.startFrom.becauseOf, ...(kneeling?.becauseOf ?? [])];
  const limits = [...clearance.limits, { limit: 'chair-only' as const, becauseOf }];
  return {
    ...clearance,
    limits: limits.toSorted((a, b) => everyLimit.indexOf(a.limit) - everyLimit.indexOf(b.limit)),
  };
}

/** The step done as another pose or variation: on its sides, with as many breaths as it bears, fewer where holds are short. */
function stepAs(catalogue: Catalogue, step: Step, choice: Choice, share: number): Step {
  const pose = catalogue.poses.get(choice.pose);
  if (pose?.purpose !== 'practice') throw new Error(`"${choice.pose}" is no pose to practise.`);
  const { min, max } = pose.breaths;
  return {
    ...step,
    pose: choice.pose,
    variation: choice.variation,
    sides: pose.sides === 'one-then-other' ? ['right', 'left'] : ['both'],
    breaths: Math.min(max, Math.max(min, Math.round(step.breaths * share))),
  };
}
