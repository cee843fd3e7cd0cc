import type { Catalogue } from '@sacra/pose';
import type { FitOf } from '@sacra/practice';
import type { Clearance } from '@sacra/safety';
import { fivePosePractice } from '../content/five-pose.ts';
import { restPractice } from '../content/ready-made.ts';
import { chosenPractice } from '../practice/chosen-practice.ts';
import type { WrittenPractice } from '../practice/practice-by-id.ts';
import type { PracticePlan } from '../practice/practice-plan.svelte.ts';
import { playRules } from './play-rules.ts';

export { playRules };

/** A practice as far as it is allowed, and rest where nothing of it is. Without a clearance it is as it is written. */
export function practiceAllowed(
  clearance: Clearance | undefined,
  catalogue: Catalogue,
  fitOf?: FitOf,
  written: WrittenPractice = { practice: fivePosePractice },
): PracticePlan {
  if (clearance === undefined) return chosenPractice(catalogue, fitOf, undefined, written);
  const planOf = (one: WrittenPractice): PracticePlan =>
    chosenPractice(catalogue, fitOf, playRules(catalogue, clearance), one);
  const plan = planOf(written);
  // what is left of a practice to move in, where one may only rest, is no practice
  const isMeant = clearance.level !== 'rest-and-breathing' || plan.changes.length === 0;
  return isMeant && plan.practice.steps.length > 0 ? plan : planOf({ practice: restPractice });
}
