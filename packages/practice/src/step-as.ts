import { doingOf, poseAsDone, type Catalogue } from '@sacra/pose';
import type { Choice } from '@sacra/safety';
import { entryOf, type Step } from './practice.ts';
import { restsOnASide, sidesAllowed, sidesOf, usualRestingSide } from './step-sides.ts';

/**
 * The step done as another pose or variation, under its own id: on that pose's sides, with as many breaths as it had where the pose bears
 * them. A rest keeps its time instead, so that it doesn't take twice as long where it is done one side after the other; and who rests on one
 * side alone still does.
 *
 * @throws when there is no such pose to practise, or no such variation
 */
export function stepAs(catalogue: Catalogue, step: Step, choice: Choice, share = 1): Step {
  const done = poseAsDone(catalogue, choice.pose, choice.variation);
  const sides = restsOnASide(done) && isOneSide(step) ? step.sides : sidesOf(done);
  const perSide = done.character.depth === 'rest' ? step.sides.length / sides.length : 1;
  return {
    id: step.id,
    pose: choice.pose,
    variation: choice.variation,
    sides,
    breaths: within(done.pose.breaths, Math.round(step.breaths * perSide * share)),
  };
}

/** The step as the last of a practice: who rests on a side need not turn over, where one side bears the time of both. */
export function asLast(catalogue: Catalogue, step: Step): Step {
  const done = poseAsDone(catalogue, step.pose, step.variation);
  const breaths = step.breaths * step.sides.length;
  if (!restsOnASide(done) || isOneSide(step) || breaths > done.pose.breaths.max) return step;
  return { ...step, sides: [usualRestingSide], breaths };
}

const isOneSide = ({ sides }: Step): boolean => sides.length === 1 && sides[0] !== 'both';

/** Whether the catalogue has such a pose to practise, in such a form. */
export function isPractised(catalogue: Catalogue, { pose, variation }: Choice): boolean {
  const found = catalogue.poses.get(pose);
  return found?.purpose === 'practice' && (variation === null || found.variations.some(({ id }) => id === variation));
}

export const within = ({ min, max }: { readonly min: number; readonly max: number }, value: number): number =>
  Math.min(max, Math.max(min, value));

/** The keyframes in which a step is entered and left, one for each side: its own where it says them, else its pose's. */
export function entriesOf(catalogue: Catalogue, choice: Choice & Partial<Pick<Step, 'sides'>>): readonly string[] {
  const { pose, variation, sides = sidesOf(poseAsDone(catalogue, pose, variation)) } = choice;
  return sides.map((side) => entryOf(doingOf(catalogue, pose, variation, side)));
}

/** Where a practice may close though it has a side: in its last step, if that rests on a side. None for what the catalogue can't do. */
export function restingPlace(catalogue: Catalogue, last: Step | undefined): string[] {
  if (last === undefined || !isPractised(catalogue, last)) return [];
  const done = poseAsDone(catalogue, last.pose, last.variation);
  const isDone = sidesAllowed(done).some((sides) => sides.join() === last.sides.join());
  return isDone && restsOnASide(done) ? entriesOf(catalogue, last).slice(-1) : [];
}
