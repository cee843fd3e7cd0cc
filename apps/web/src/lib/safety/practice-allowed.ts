import type { Catalogue } from '@sacra/pose';
import type { FitOf, Practice } from '@sacra/practice';
import type { Clearance } from '@sacra/safety';
import { fivePosePractice } from '../content/five-pose.ts';
import { restPractice } from '../content/rest-practice.ts';
import { chosenPractice } from '../practice/chosen-practice.ts';
import type { PracticePlan } from '../practice/practice-plan.svelte.ts';
import { playRules } from './play-rules.ts';

export { playRules };

/** The five-pose practice as far as it is allowed, and rest where nothing of it is. Without a clearance it is as it is written. */
export function practiceAllowed(clearance: Clearance | undefined, catalogue: Catalogue, fitOf?: FitOf): PracticePlan {
  if (clearance === undefined) return chosenPractice(catalogue, fitOf);
  const planOf = (practice: Practice): PracticePlan =>
    chosenPractice(catalogue, fitOf, playRules(catalogue, clearance), practice);
  if (clearance.level === 'rest-and-breathing') return planOf(restPractice);
  const plan = planOf(fivePosePractice);
  return plan.practice.steps.length > 0 ? plan : planOf(restPractice);
}
