import type { Catalogue } from '@sacra/pose';
import type { Clearance } from '@sacra/safety';
import type { PoseForm } from './form.ts';
import type { Travel } from './travel.ts';

/** How the body is placed, as far as getting from one to another costs something. */
export type Ground = 'lying' | 'mat' | 'chair' | 'standing';

export function groundOf({ done, isUpright }: PoseForm): Ground {
  if (done.position === 'lying') return 'lying';
  if (done.position === 'standing') return 'standing';
  return isUpright ? 'chair' : 'mat';
}

/** Neutral places in which a practice opens or closes, and what a person mustn't be held back by to be in them. */
const neutral: readonly { readonly keyframe: string; readonly ground: Ground; readonly not: readonly string[] }[] = [
  { keyframe: 'tabletop', ground: 'mat', not: ['no-kneeling', 'chair-only'] },
  { keyframe: 'knees-bent-on-back', ground: 'lying', not: ['no-flat-back-lying', 'chair-only'] },
  { keyframe: 'sitting-on-chair', ground: 'chair', not: [] },
  { keyframe: 'standing', ground: 'standing', not: [] },
];

/** Whether one is there on the way anyway, so that it is no step of its own. */
export const isOnTheWay = ({ key }: PoseForm): boolean =>
  neutral.some(({ keyframe }) => keyframe === key.split('/')[0]);

/** Where a practice that begins with a form opens: in the form itself where one rests in it, else in the nearest neutral place. */
export function openingFor(
  catalogue: Catalogue,
  travel: Travel,
  form: PoseForm,
  clearance: Clearance,
): string | undefined {
  const { entry } = travel.ends(form);
  if (form.done.character.depth === 'rest' && isPlain(catalogue, entry)) return entry;
  return neutralNear(catalogue, groundOf(form), clearance).find((keyframe) => travel.canGo(keyframe, entry));
}

/** Where a practice that ends with a form closes: in the form itself where one rests in it or it has no side, else in a neutral place near it. */
export function closingFor(
  catalogue: Catalogue,
  travel: Travel,
  form: PoseForm,
  clearance: Clearance,
): string | undefined {
  const { exit } = travel.ends(form);
  if (form.done.character.depth === 'rest' || catalogue.keyframes.get(exit)?.sided === false) return exit;
  return neutralNear(catalogue, groundOf(form), clearance).find((keyframe) => travel.canGo(exit, keyframe));
}

/** The words on arriving are those of the keyframe's pose, so it has to be held by the pose itself. */
function isPlain(catalogue: Catalogue, key: string): boolean {
  const keyframe = catalogue.keyframes.get(key);
  return keyframe !== undefined && !keyframe.sided && keyframe.variation === undefined;
}

function neutralNear(catalogue: Catalogue, ground: Ground, { limits }: Clearance): string[] {
  const held = new Set<string>(limits.map(({ limit }) => limit));
  return neutral
    .filter(({ keyframe, not }) => catalogue.keyframes.has(keyframe) && not.every((limit) => !held.has(limit)))
    .toSorted((a, b) => Number(b.ground === ground) - Number(a.ground === ground))
    .map(({ keyframe }) => keyframe);
}
