import type { Catalogue } from '@sacra/pose';
import { keyframesOfStep, neededBy, type Timeline } from '@sacra/practice';
import { mirrorWay } from '@sacra/solve';
import type { PracticePlan } from '../practice/practice-plan.svelte.ts';

/** What a timeline needs of an atlas: keys of keyframes and ids of ways, in the order of playing. */
export function namesIn(timeline: Timeline): string[] {
  const { keyframes, ways } = neededBy(timeline);
  return [...keyframes, ...ways.map(({ way, side }) => (side === 'left' ? mirrorWay(way) : way))];
}

/** What a plan needs: first its poses as they are written, which decides how they are done, then all that lies between. */
export function namesOf(plan: PracticePlan, catalogue: Catalogue): string[] {
  const asWritten = plan.steps.flatMap(({ asWritten: step }) => keyframesOfStep(catalogue, step));
  return [...new Set([...asWritten, ...namesIn(plan.timeline)])];
}
