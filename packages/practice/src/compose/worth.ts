import type { Area, Catalogue } from '@sacra/pose';
import { canonicalKey, type PoseForm } from './form.ts';
import type { ComposeRequest } from './request.ts';

/** What makes a form worth doing today, term by term; docs/science/composer.md, part 3. */
export interface Worth {
  readonly areas: readonly { readonly area: Area; readonly worth: number }[];
  readonly isWished: boolean;
  readonly isLiked: boolean;
  /** deep, and its easier forms have gone well: what they led to */
  readonly isOpened: boolean;
  /** how much is taken off since it was done lately */
  readonly lately: number;
  readonly total: number;
}

const byPlaceInAreas = [1, 0.7, 0.5, 0.3];

export function worthOf(catalogue: Catalogue, request: ComposeRequest, form: PoseForm, chance01: number): Worth {
  const { character, pose } = form.done;
  const areas = request.pains.flatMap(({ area, pain0to10 }) => {
    const place = character.areas.indexOf(area);
    return place < 0 ? [] : [{ area, worth: (0.4 + 0.06 * pain0to10) * (byPlaceInAreas[place] ?? 0.3) }];
  });
  const isWished = character.aims.includes(request.wish);
  const isLiked = isNamed(catalogue, request.liked, form);
  // before sleep, moving for its own sake is worth nothing
  const settles = isWished || request.wish !== 'settle';
  const isOpened = character.depth === 'deep';
  const [last, before] = request.lastSessions;
  const doneIn = (session: typeof last): boolean =>
    session !== undefined && isNamed(catalogue, new Set(session.done), form);
  const lately = doneIn(last) ? 0.25 : doneIn(before) ? 0.1 : 0;
  const hurtsOneSide = request.pains.some(({ side }) => side !== 'both');
  const isOneSided = pose.sides === 'one-then-other';
  const total =
    areas.reduce((sum, { worth }) => sum + worth, 0) +
    (isWished ? 0.8 : 0) +
    (settles ? 0.3 + 0.3 * chance01 : 0) +
    (isLiked ? 0.3 : 0) +
    (isOpened ? 0.6 : 0) -
    lately -
    (hurtsOneSide && isOneSided ? 0.4 : 0);
  return { areas, isWished, isLiked, isOpened, lately, total: Math.max(0.05, total) };
}

/** The form itself, or its pose in any form. */
function isNamed(catalogue: Catalogue, keys: ReadonlySet<string>, { key, choice }: PoseForm): boolean {
  return [...keys].some((given) => {
    const named = canonicalKey(catalogue, given);
    return named === key || named === choice.pose;
  });
}
