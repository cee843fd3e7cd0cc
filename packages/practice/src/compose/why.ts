import type { Barring } from '@sacra/safety';
import { isCounterOf, isWarming, type Place } from './build-model.ts';
import type { ComposeRequest, Wish } from './request.ts';

/** Why a step is there. */
export type StepWhy =
  | { readonly kind: 'arrives' }
  | { readonly kind: 'pauses' }
  | { readonly kind: 'rests' }
  /** the person keeps it */
  | { readonly kind: 'kept' }
  | { readonly kind: 'area'; readonly area: string }
  | { readonly kind: 'wish'; readonly wish: Wish }
  | { readonly kind: 'liked' }
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
export function whysOf(request: ComposeRequest, places: readonly Place[]): readonly (readonly StepWhy[])[] {
  return places.map((place, index) => {
    const { weighed, role, round } = place;
    const before = places[index - 1]?.weighed.form;
    const later = places.slice(index + 1).find(({ weighed: one }) => ['moderate', 'deep'].includes(depthOf(one)));
    const whys: StepWhy[] = [
      ...(role === 'arrive' ? [{ kind: round === 1 ? ('arrives' as const) : ('pauses' as const) }] : []),
      ...(role === 'rest' ? [{ kind: 'rests' as const }] : []),
      ...(weighed.isKept ? [{ kind: 'kept' as const }] : []),
      ...(weighed.standsInFor === undefined
        ? []
        : [
            {
              kind: 'stands-in' as const,
              for: weighed.standsInFor.pose,
              because: weighed.standsInFor.because,
            },
          ]),
      ...weighed.worth.areas.toSorted((a, b) => b.worth - a.worth).map(({ area }) => ({ kind: 'area' as const, area })),
      ...(weighed.worth.isWished ? [{ kind: 'wish' as const, wish: request.wish }] : []),
      ...(weighed.worth.isLiked ? [{ kind: 'liked' as const }] : []),
      ...(before !== undefined && isCounterOf(before, weighed.form)
        ? [{ kind: 'evens' as const, after: before.choice.pose }]
        : []),
      ...(role === 'practise' && index < 2 && later !== undefined && isWarming(weighed.form)
        ? [{ kind: 'warms' as const, for: later.weighed.form.choice.pose }]
        : []),
      ...(round > 1 && role === 'practise' ? [{ kind: 'again' as const }] : []),
    ];
    return whys.length > 0 ? whys : [{ kind: 'moves' }];
  });
}

const depthOf = ({ form }: Place['weighed']): string => form.done.character.depth;
