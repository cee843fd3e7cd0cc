import { parseKey, poseAsDone, type Catalogue, type PoseAsDone, type PracticePose } from '@sacra/pose';
import type { Choice } from '@sacra/safety';
import type { StepSides } from '../practice.ts';
import { sidesOf } from '../step-sides.ts';

/** One way of doing a pose, with what choosing it needs to know. A variation that is another pose is that pose. */
export interface PoseForm {
  /** `pose` or `pose/variation` */
  readonly key: string;
  readonly choice: Choice;
  readonly done: PoseAsDone;
  readonly sides: StepSides;
  /** it needs a chair, a table or a wall, so it stands in for a pose and doesn't come beside it */
  readonly isUpright: boolean;
}

export function formOf(catalogue: Catalogue, choice: Choice): PoseForm {
  const known = formsByCatalogue.get(catalogue) ?? new Map<string, PoseForm>();
  formsByCatalogue.set(catalogue, known);
  const form = known.get(keyOf(choice)) ?? makeForm(catalogue, choice);
  known.set(keyOf(choice), form);
  return form;
}

const formsByCatalogue = new WeakMap<Catalogue, Map<string, PoseForm>>();

function makeForm(catalogue: Catalogue, { pose, variation }: Choice): PoseForm {
  const { form } = poseAsDone(catalogue, pose, variation).variation ?? {};
  const choice = form?.kind === 'pose' ? { pose: form.pose, variation: null } : { pose, variation };
  const done = poseAsDone(catalogue, choice.pose, choice.variation);
  const isUpright = done.needs.some(({ prop }) => prop === 'chair' || prop === 'table' || prop === 'wall');
  return { key: keyOf(choice), choice, done, sides: sidesOf(done), isUpright };
}

const keyOf = ({ pose, variation }: Choice): string => (variation === null ? pose : `${pose}/${variation}`);

/** Keys of what a pose names as easier ways to it, as they are done. */
export function easierForms(catalogue: Catalogue, pose: PracticePose): string[] {
  return pose.easier.flatMap(({ variation, pose: other }) => {
    if (variation !== undefined) return formOf(catalogue, { pose: pose.id, variation }).key;
    return other === undefined ? [] : formOf(catalogue, { pose: other, variation: null }).key;
  });
}

/** The key in a list that people wrote or that was stored, as the form that it means; undefined when there is none by now. */
export function canonicalKey(catalogue: Catalogue, key: string): string | undefined {
  const parts = parseKey(key);
  const pose = parts && catalogue.poses.get(parts.pose);
  if (parts === undefined || pose?.purpose !== 'practice') return undefined;
  const variation = parts.variation ?? null;
  if (variation !== null && !pose.variations.some(({ id }) => id === variation)) return undefined;
  return formOf(catalogue, { pose: pose.id, variation }).key;
}
