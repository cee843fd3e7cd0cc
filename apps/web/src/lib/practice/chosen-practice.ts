import { catalogue, fivePosePractice, solved } from '../content/five-pose.ts';
import { settings } from '../settings/settings-store.svelte.ts';
import { PracticePlan } from './practice-plan.svelte.ts';

/** The five-pose practice with the choices of this device laid over it; it follows them as they change. */
export function chosenPractice(): PracticePlan {
  return new PracticePlan(fivePosePractice, catalogue, solved, () => settings.current);
}
