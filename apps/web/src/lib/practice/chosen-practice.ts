import type { Catalogue, Solved } from '@sacra/pose';
import type { FitOf } from '@sacra/practice';
import { catalogue, fivePosePractice } from '../content/five-pose.ts';
import { settings } from '../settings/settings-store.svelte.ts';
import type { PlayRules } from '../safety/play-rules.ts';
import type { WrittenPractice } from './practice-by-id.ts';
import { PracticePlan } from './practice-plan.svelte.ts';

/**
 * A practice with the choices of this device laid over it; it follows them as they change. `poses` are those with all that
 * is said of them where it is wanted: for reading about a practice, and for fitting it to a body with `fitOf`. `rules`
 * are what the person's clearance lets be played; without them it is as it is written.
 */
export function chosenPractice(
  poses: Catalogue = catalogue,
  fitOf?: FitOf,
  rules?: PlayRules,
  written: WrittenPractice = { practice: fivePosePractice },
): PracticePlan {
  return new PracticePlan(written, poses, everythingOf(poses), () => settings.current, fitOf, rules);
}

/** All that is in a catalogue can be shown: baking stops at a keyframe or way that isn't solved. */
const everythingOf = ({ keyframes, ways }: Catalogue): Solved => ({
  keyframes: new Set(keyframes.keys()),
  ways: new Set(ways.keys()),
});
