import { otherSide, type Side } from '@sacra/pose';
import { restsOnASide, usualRestingSide } from '../step-sides.ts';
import type { Weighed } from './build-model.ts';
import { groundOf } from './openers.ts';
import type { ComposeRequest } from './request.ts';

/**
 * The rests that a practice may end with: on the back or sitting; and on a side, for who may not rest on the back or keeps that pose. The last
 * rest on a side needs no other side. Only a rest so long that it has to fill the time is had on both, one after the other.
 */
export function closingRests(
  request: ComposeRequest,
  resting: readonly Weighed[],
  { longRests }: { readonly longRests: boolean },
): readonly Weighed[] {
  const isOnBack = resting.some(({ form }) => groundOf(form) === 'lying' && !restsOnASide(form.done));
  return resting.flatMap((one): Weighed[] => {
    if (!restsOnASide(one.form.done)) return [one];
    if (isOnBack && !one.isKept) return [];
    return [longRests ? one : { ...one, form: { ...one.form, sides: [restingSide(request)] } }];
  });
}

/** Not on the side that hurts, if only one does. */
function restingSide({ pains }: ComposeRequest): Side {
  const hurting = new Set(pains.flatMap(({ side }) => (side === 'both' ? [] : side)));
  const [side] = hurting;
  return hurting.size === 1 && side !== undefined ? otherSide(side) : usualRestingSide;
}
