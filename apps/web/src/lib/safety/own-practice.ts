import type { FitOf, Practice } from '@sacra/practice';
import type { Clearance } from '@sacra/safety';
import { chosenPractice } from '../practice/chosen-practice.ts';
import type { WrittenPractice } from '../practice/practice-by-id.ts';
import type { PracticePlan } from '../practice/practice-plan.svelte.ts';

/** The practice to begin with, as a person may play it. */
export interface OwnPractice {
  /** Its practice has no steps where nothing may be played. */
  readonly plan: PracticePlan;
  /** Whether another practice, such as one left under way, may be played as it is. */
  mayPlay(practice: Practice): boolean;
}

/**
 * The whole catalogue and the rules are fetched only for those of whom something is to be asked in them.
 *
 * @param written the five-pose practice unless another was chosen
 */
export async function ownPractice(
  clearance: Clearance,
  fitOf?: FitOf,
  written?: WrittenPractice,
): Promise<OwnPractice> {
  if (clearance.level === 'free' && fitOf === undefined && written === undefined)
    return { plan: chosenPractice(), mayPlay: () => true };
  const [{ wholeCatalogue }, { practiceAllowed, playRules }] = await Promise.all([
    import('../body/fitted.ts'),
    import('./practice-allowed.ts'),
  ]);
  const rules = playRules(wholeCatalogue, clearance);
  return {
    plan: practiceAllowed(clearance, wholeCatalogue, fitOf, written),
    mayPlay: ({ steps }) => steps.every((step) => rules.mayPlay(step)),
  };
}
