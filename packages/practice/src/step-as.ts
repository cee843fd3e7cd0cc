import { doingOf, poseAsDone, type Catalogue } from '@sacra/pose';
import type { Choice } from '@sacra/safety';
import { entryOf, type Step, type StepSides } from './practice.ts';

/** On which sides a pose is done. */
function sidesOfPose(catalogue: Catalogue, pose: string): StepSides {
  return catalogue.poses.get(pose)?.sides === 'one-then-other' ? ['right', 'left'] : ['both'];
}

/**
 * The step done as another pose or variation, under its own id: on that pose's sides, with as many breaths as it had where the pose bears
 * them. A rest keeps its time instead, so that it doesn't take twice as long where it is done one side after the other.
 *
 * @throws when there is no such pose to practise, or no such variation
 */
export function stepAs(catalogue: Catalogue, step: Step, choice: Choice, share = 1): Step {
  const { pose, character } = poseAsDone(catalogue, choice.pose, choice.variation);
  const sides = sidesOfPose(catalogue, choice.pose);
  const perSide = character.depth === 'rest' ? step.sides.length / sides.length : 1;
  return {
    id: step.id,
    pose: choice.pose,
    variation: choice.variation,
    sides,
    breaths: within(pose.breaths, Math.round(step.breaths * perSide * share)),
  };
}

/** Whether the catalogue has such a pose to practise, in such a form. */
export function isPractised(catalogue: Catalogue, { pose, variation }: Choice): boolean {
  const found = catalogue.poses.get(pose);
  return found?.purpose === 'practice' && (variation === null || found.variations.some(({ id }) => id === variation));
}

export const within = ({ min, max }: { readonly min: number; readonly max: number }, value: number): number =>
  Math.min(max, Math.max(min, value));

/** The keyframes in which a step is entered and left, one for each side. */
export function entriesOf(catalogue: Catalogue, { pose, variation }: Choice): readonly string[] {
  return sidesOfPose(catalogue, pose).map((side) => entryOf(doingOf(catalogue, pose, variation, side)));
}
