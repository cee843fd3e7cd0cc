import type { Catalogue } from '@sacra/pose';
import type { FitOf } from '@sacra/practice';
import { catalogue, fivePosePractice, solved } from '../content/five-pose.ts';
import { settings } from '../settings/settings-store.svelte.ts';
import { PracticePlan } from './practice-plan.svelte.ts';

/**
 * The five-pose practice with the choices of this device laid over it; it follows them as they change. `poses` are those with all that
 * is said of them where it is wanted: for reading about a practice, and for fitting it to a body with `fitOf`.
 */
export function chosenPractice(poses: Catalogue = catalogue, fitOf?: FitOf): PracticePlan {
  return new PracticePlan(fivePosePractice, poses, solved, () => settings.current, fitOf);
}
