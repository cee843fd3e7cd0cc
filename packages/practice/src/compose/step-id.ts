import type { Catalogue } from '@sacra/pose';
import { formOf } from './form.ts';

/**
 * An id for a step done in a form, that no other step has: the form's key with a dash for the slash, and a number from the second on. So the
 * ids of a session's steps tell later what was done in it.
 */
export function stepIdFor(key: string, taken: readonly string[]): string {
  const id = key.replace('/', '-');
  const numbered = (number: number): string => (number === 1 ? id : `${id}-${number}`);
  let number = 1;
  while (taken.includes(numbered(number))) number += 1;
  return numbered(number);
}

/** The form that a step with such an id was done in, as `pose` or `pose/variation`; undefined where the id tells of none. */
export function keyOfStepId(catalogue: Catalogue, id: string): string | undefined {
  const known = keysByCatalogue.get(catalogue) ?? keysById(catalogue);
  keysByCatalogue.set(catalogue, known);
  return known.get(id) ?? known.get(id.replace(/-\d+$/, ''));
}

const keysByCatalogue = new WeakMap<Catalogue, ReadonlyMap<string, string>>();

function keysById(catalogue: Catalogue): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const pose of catalogue.poses.values()) {
    if (pose.purpose !== 'practice') continue;
    ids.set(pose.id, pose.id);
    for (const { id } of pose.variations) {
      ids.set(`${pose.id}-${id}`, formOf(catalogue, { pose: pose.id, variation: id }).key);
    }
  }
  return ids;
}
