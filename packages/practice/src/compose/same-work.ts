import { poseOf, type Catalogue } from '@sacra/pose';
import type { Weighed } from './build-model.ts';
import { easierForms, type PoseForm } from './form.ts';

/** Whether two poses do the same work, the one deep and the other named by it as its easier form. One of them is enough. */
export function doSameWork(catalogue: Catalogue, one: PoseForm, other: PoseForm): boolean {
  return isEasierFor(catalogue, one, other) || isEasierFor(catalogue, other, one);
}

function isEasierFor(catalogue: Catalogue, easier: PoseForm, { choice, done }: PoseForm): boolean {
  if (done.character.depth !== 'deep' || easier.choice.pose === choice.pose) return false;
  const pose = poseOf(catalogue, choice.pose);
  return pose.purpose === 'practice' && easierForms(catalogue, pose).includes(easier.key);
}

/**
 * What may come in without anything that does the work of another: as it is where nothing does, else once with the deep poses and once with
 * their easier forms. What the person keeps stays.
 */
export function withoutSameWork(catalogue: Catalogue, weighed: readonly Weighed[]): readonly (readonly Weighed[])[] {
  const isDeep = ({ form }: Weighed): boolean => form.done.character.depth === 'deep';
  const twins = weighed.filter((one) => weighed.some((other) => doSameWork(catalogue, one.form, other.form)));
  if (twins.length === 0) return [weighed];
  const without = (which: (one: Weighed) => boolean): readonly Weighed[] =>
    weighed.filter((one) => one.isKept || !twins.includes(one) || !which(one));
  return [without(isDeep), without((one) => !isDeep(one))];
}
