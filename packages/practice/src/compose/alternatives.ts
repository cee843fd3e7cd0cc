import type { Catalogue } from '@sacra/pose';
import type { Choice } from '@sacra/safety';
import { formOf, type PoseForm } from './form.ts';
import { groundOf, isOnTheWay } from './openers.ts';
import { asOfToday, type ComposeRequest } from './request.ts';
import { doSameWork } from './same-work.ts';
import { whyNotToday } from './why-not.ts';

/**
 * What a step may be swapped for today, the nearest first: the pose in its other forms, a deep pose and what it names as easier, then poses on the same ground that reach one of
 * the two places that it reaches most. Everything here may be done; a step that is already in the practice isn't offered again.
 */
export function alternativesFor(
  catalogue: Catalogue,
  asked: ComposeRequest,
  step: Choice,
  others: readonly Choice[],
): readonly Choice[] {
  const request = asOfToday(asked);
  const whyNot = whyNotToday(catalogue, request);
  const form = formOf(catalogue, step);
  const taken = new Set([...others, step].map((choice) => formOf(catalogue, choice).key));
  const takenPoses = new Set(others.map((choice) => formOf(catalogue, choice).choice.pose));
  const offered = new Map<string, { readonly form: PoseForm; readonly distance: number }>();
  for (const pose of catalogue.poses.values()) {
    if (pose.purpose !== 'practice') continue;
    for (const variation of [null, ...pose.variations.map(({ id }) => id)]) {
      const other = formOf(catalogue, { pose: pose.id, variation });
      if (taken.has(other.key) || takenPoses.has(other.choice.pose) || isOnTheWay(other)) continue;
      const distance = doSameWork(catalogue, form, other) ? 0 : distanceBetween(form, other, pose.id);
      if (distance === undefined || whyNot(other) !== undefined) continue;
      const known = offered.get(other.key);
      if (known === undefined || distance < known.distance) offered.set(other.key, { form: other, distance });
    }
  }
  return [...offered.values()].toSorted((a, b) => a.distance - b.distance).map((one) => one.form.choice);
}

/** 0 for a form of the same pose, more the further down the shared place stands; undefined when it is no alternative. */
function distanceBetween(form: PoseForm, other: PoseForm, listedUnder: string): number | undefined {
  if (other.choice.pose === form.choice.pose || listedUnder === form.choice.pose) return 0;
  if (form.done.character.depth === 'rest' || other.done.character.depth === 'rest') {
    return form.done.character.depth === other.done.character.depth && groundOf(form) === groundOf(other)
      ? 1
      : undefined;
  }
  const [most, second] = form.done.character.areas;
  const reached = other.done.character.areas.slice(0, 2);
  if (groundOf(form) !== groundOf(other)) return undefined;
  if (most !== undefined && reached.includes(most)) return 1;
  return second !== undefined && reached.includes(second) ? 2 : undefined;
}
