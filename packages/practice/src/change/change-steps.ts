import type { Catalogue, Fault } from '@sacra/pose';
import type { Choice } from '@sacra/safety';
import { orderAdvice, type OrderAdvice } from '../compose/order-advice.ts';
import { checkPractice, type PracticeResult } from '../parse-practice.ts';
import type { Practice, Step } from '../practice.ts';
import { nearestNeutral } from '../neutral-places.ts';
import { asLast, entriesOf, isPractised, restingPlace, stepAs } from '../step-as.ts';

/**
 * The practice with a step done as another pose or form; `alternativesFor` says which serve. The step keeps its id and place, and its breaths as
 * far as the other pose bears them. Who comes to rest on a side at the end rests on one.
 */
export function swapStep(practice: Practice, catalogue: Catalogue, stepId: string, choice: Choice): PracticeResult {
  if (indexOf(practice, stepId) < 0) return noSuchStep(practice, stepId);
  // of a choice that there isn't the check says what there is
  const swap = (step: Step): Step => {
    if (step.pose === choice.pose && step.variation === choice.variation) return step;
    if (!isPractised(catalogue, choice)) return { ...step, pose: choice.pose, variation: choice.variation };
    const done = stepAs(catalogue, step, choice);
    return step === practice.steps.at(-1) ? asLast(catalogue, done) : done;
  };
  return withSteps(
    practice,
    catalogue,
    practice.steps.map((step) => (step.id === stepId ? swap(step) : step)),
  );
}

/** A step that was dropped, with what it takes to have it back. */
export interface DroppedStep {
  readonly step: Step;
  readonly index: number;
  readonly opensIn: string;
  readonly closesIn: string;
}

export type Dropped =
  | { readonly ok: true; readonly value: Practice; readonly dropped: DroppedStep }
  | Extract<PracticeResult, { readonly ok: false }>;

/** The practice without a step, for today; {@link restoreStep} takes it back. The last step that is left can't be dropped. */
export function dropStep(practice: Practice, catalogue: Catalogue, stepId: string): Dropped {
  const index = indexOf(practice, stepId);
  const step = practice.steps[index];
  if (step === undefined) return noSuchStep(practice, stepId);
  const result = withSteps(
    practice,
    catalogue,
    practice.steps.filter(({ id }) => id !== stepId),
  );
  if (!result.ok) return result;
  const { opensIn, closesIn } = practice;
  return { ...result, dropped: { step, index, opensIn, closesIn } };
}

/** The practice with a dropped step back in its place; as it was before, where nothing else was changed. */
export function restoreStep(practice: Practice, catalogue: Catalogue, dropped: DroppedStep): PracticeResult {
  const { step, index, opensIn, closesIn } = dropped;
  const steps = [...practice.steps.slice(0, index), step, ...practice.steps.slice(index)];
  return checkSteps({ ...practice, steps, opensIn, closesIn }, catalogue);
}

export type Moved =
  | {
      readonly ok: true;
      readonly value: Practice;
      /** what a teacher would mention about the order now; empty where nothing */
      readonly advice: readonly OrderAdvice[];
      /** the part of `advice` that wasn't so before */
      readonly fresh: readonly OrderAdvice[];
    }
  | Extract<PracticeResult, { readonly ok: false }>;

/** The practice with a step at another place, counted from 0 in the new order; beyond an end means at that end. Advice forbids nothing. */
export function moveStep(practice: Practice, catalogue: Catalogue, stepId: string, to: number): Moved {
  const step = practice.steps[indexOf(practice, stepId)];
  if (step === undefined) return noSuchStep(practice, stepId);
  const others = practice.steps.filter(({ id }) => id !== stepId);
  const place = Math.min(others.length, Math.max(0, Math.trunc(to) || 0));
  const steps = [...others.slice(0, place), step, ...others.slice(place)];
  const result = withSteps(practice, catalogue, steps);
  if (!result.ok) return result;
  const advice = orderAdvice(catalogue, steps);
  const told = new Set(orderAdvice(catalogue, practice.steps).map((one) => named(practice.steps, one)));
  return { ...result, advice, fresh: advice.filter((one) => !told.has(named(steps, one))) };
}

/** Advice goes with the step that it is about, wherever that stands. */
const named = (steps: readonly Step[], { kind, step }: OrderAdvice): string => `${kind} ${steps[step]?.id ?? ''}`;

/**
 * Other steps, and a practice that opened in its first pose or closed in its last still does, where that pose has no sides or is a last rest.
 * One that closed in a rest on a side which is gone closes in the nearest neutral place.
 */
function withSteps(practice: Practice, catalogue: Catalogue, steps: readonly Step[]): PracticeResult {
  const follow = (end: 'opensIn' | 'closesIn', at: 0 | -1): string => {
    const [before, after] = [practice.steps.at(at), steps.at(at)];
    const here = practice[end];
    if (before === undefined || after === undefined || !isPractised(catalogue, after)) return here;
    if (entriesOf(catalogue, before).at(at) !== here) return here;
    const exit = entriesOf(catalogue, after).at(at) ?? here;
    if (at === -1 && restingPlace(catalogue, after).includes(exit)) return exit;
    const keyframe = catalogue.keyframes.get(exit);
    // the words on arriving are the pose's own, not a variation's
    if (keyframe?.sided === false && (at === -1 || keyframe.variation === undefined)) return exit;
    if (catalogue.keyframes.get(here)?.sided === false) return here;
    return nearestNeutral(catalogue, (place) => [exit, place]) ?? practice.opensIn;
  };
  const ends = { opensIn: follow('opensIn', 0), closesIn: follow('closesIn', -1) };
  return checkSteps({ ...practice, steps, ...ends }, catalogue);
}

function checkSteps(practice: Practice, catalogue: Catalogue): PracticeResult {
  if (practice.steps.length > 0) return checkPractice(practice, catalogue);
  return { ok: false, faults: [{ path: ['steps'], message: 'needs at least one step', valid: [] }] };
}

const indexOf = ({ steps }: Practice, stepId: string): number => steps.findIndex(({ id }) => id === stepId);

function noSuchStep({ steps }: Practice, stepId: string): { readonly ok: false; readonly faults: readonly Fault[] } {
  const valid = steps.map(({ id }) => id);
  return { ok: false, faults: [{ path: ['steps'], message: `no step is called "${stepId}"`, valid }] };
}
