import type { Catalogue } from '@sacra/pose';
import type { Choice } from '@sacra/safety';
import { isWarming, warmUpsFor } from './build-model.ts';
import { formOf } from './form.ts';
import { groundOf } from './openers.ts';

/** Something about the order of steps that a teacher would mention. Nothing is forbidden by it. */
export type OrderAdvice =
  /** so many more steps that warm would do it good before this one */
  | { readonly kind: 'cold'; readonly step: number; readonly missing: number }
  /** one gets up from the floor and down to it again */
  | { readonly kind: 'up-and-down'; readonly step: number }
  | { readonly kind: 'no-rest-at-the-end'; readonly step: number };

/** What the arc of docs/science/composer.md would have otherwise, step by step. Steps are indices. */
export function orderAdvice(catalogue: Catalogue, steps: readonly Choice[]): readonly OrderAdvice[] {
  const forms = steps.map((step) => formOf(catalogue, step));
  const isUp = forms.map((form) => groundOf(form) === 'standing' || groundOf(form) === 'chair');
  const cold = forms.flatMap((form, step): OrderAdvice[] => {
    const { depth } = form.done.character;
    const missing = warmUpsFor(depth) - forms.slice(0, step).filter(isWarming).length;
    return missing > 0 ? [{ kind: 'cold', step, missing }] : [];
  });
  const upAndDown = isUp.flatMap((up, step): OrderAdvice[] => {
    const hasBeenDown = isUp.slice(0, step).includes(false);
    const goesDownAgain = isUp.slice(step + 1).includes(false);
    return up && hasBeenDown && goesDownAgain && isUp[step - 1] === false ? [{ kind: 'up-and-down', step }] : [];
  });
  const last = forms.at(-1);
  const restless: OrderAdvice[] =
    last === undefined || last.done.character.depth === 'rest'
      ? []
      : [{ kind: 'no-rest-at-the-end', step: forms.length - 1 }];
  return [...cold, ...upAndDown, ...restless].toSorted((a, b) => a.step - b.step);
}
