import type { Area } from '@sacra/pose';
import type { Barring } from '@sacra/safety';
import { isCounterOf, isWarming, type Weighed } from './build-model.ts';
import type { PoseForm } from './form.ts';
import type { ComposeRequest, Wish } from './request.ts';

/** Why a step is there. */
export type StepWhy =
  | { readonly kind: 'arrives' }
  | { readonly kind: 'pauses' }
  | { readonly kind: 'rests' }
  /** the person keeps it */
  | { readonly kind: 'kept' }
  | { readonly kind: 'area'; readonly area: Area }
  | { readonly kind: 'wish'; readonly wish: Wish }
  | { readonly kind: 'liked' }
  /** its easier forms have gone well often enough */
  | { readonly kind: 'opened' }
  /** it comes in place of another pose; `because` is empty where that is for an easy start */
  | { readonly kind: 'stands-in'; readonly for: string; readonly because: readonly Barring[] }
  /** it warms for a later pose */
  | { readonly kind: 'warms'; readonly for: string }
  /** both legs alike after one at a time */
  | { readonly kind: 'evens'; readonly after: string }
  | { readonly kind: 'again' }
  /** it keeps moving what nothing speaks against moving */
  | { readonly kind: 'moves' };

/** The reasons for each step, the weightiest first; at least one each. */
export function whysOf(request: ComposeRequest, steps: readonly Weighed[]): readonly (readonly StepWhy[])[] {
  return steps.map(({ form, worth, isKept, standsInFor }, index) => {
    const before = steps[index - 1]?.form;
    const later = steps.slice(index + 1).find((one) => ['moderate', 'deep'].includes(depthOf(one.form)));
    const isRest = depthOf(form) === 'rest';
    const isAgain = !isRest && steps.slice(0, index).some((one) => one.form.key === form.key);
    const resting = index === steps.length - 1 ? 'rests' : index === 0 ? 'arrives' : 'pauses';
    const whys: StepWhy[] = [
      ...(isRest ? [{ kind: resting } as const] : []),
      ...(isKept ? [{ kind: 'kept' as const }] : []),
      ...(standsInFor === undefined
        ? []
        : [{ kind: 'stands-in' as const, for: standsInFor.pose, because: standsInFor.because }]),
      ...(worth.isOpened ? [{ kind: 'opened' as const }] : []),
      ...worth.areas.toSorted((a, b) => b.worth - a.worth).map(({ area }) => ({ kind: 'area' as const, area })),
      ...(worth.isWished ? [{ kind: 'wish' as const, wish: request.wish }] : []),
      ...(worth.isLiked ? [{ kind: 'liked' as const }] : []),
      ...(before !== undefined && isCounterOf(before, form)
        ? [{ kind: 'evens' as const, after: before.choice.pose }]
        : []),
      ...(!isRest && index < 2 && later !== undefined && isWarming(form)
        ? [{ kind: 'warms' as const, for: later.form.choice.pose }]
        : []),
      ...(isAgain ? [{ kind: 'again' as const }] : []),
    ];
    return whys.length > 0 ? whys : [{ kind: 'moves' }];
  });
}

const depthOf = ({ done }: PoseForm): string => done.character.depth;
