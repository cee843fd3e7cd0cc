import type { Place } from '@sacra/diary';
import type { Area, Side } from '@sacra/pose';
import type { Pain } from '@sacra/practice';
import type { Asked } from './asked.ts';

/** Where poses reach that can help a place; undefined for what we know nothing of. */
const areaOfPlace: Readonly<Record<Place, Area | undefined>> = {
  'upper-back': 'upper-back',
  'lower-back': 'lower-back',
  sacrum: 'sacrum',
  tailbone: 'sacrum',
  ...{ 'hip.right': 'hips', 'hip.left': 'hips', 'buttock.right': 'hips', 'buttock.left': 'hips' },
  ...{ 'groin.right': 'hips', 'groin.left': 'hips', 'thigh.right': 'thighs', 'thigh.left': 'thighs' },
  ...{ 'lower-leg.right': 'calves', 'lower-leg.left': 'calves', 'foot.right': 'calves', 'foot.left': 'calves' },
  elsewhere: undefined,
};

/** Marked, but not said how much: taken as pain that asks for care. */
const unsaidPain = 4;

/** Whether one has to ask on which side: where a place in the middle is marked. */
export const asksSide = (places: readonly Place[]): boolean =>
  places.some((place) => sideOf(place) === undefined && areaOfPlace[place] !== undefined);

/** Where it hurts today as the composer knows it: each area once, on both sides where either is marked. */
export function painsOf({ places, pain0to10, side }: Pick<Asked, 'places' | 'pain0to10' | 'side'>): readonly Pain[] {
  if (pain0to10 === 0) return [];
  const sidesByArea = new Map<Area, Side | 'both'>();
  for (const place of places) {
    const area = areaOfPlace[place];
    if (area === undefined) continue;
    const here = sideOf(place) ?? side;
    const before = sidesByArea.get(area);
    sidesByArea.set(area, before === undefined || before === here ? here : 'both');
  }
  return [...sidesByArea].map(([area, where]) => ({ area, pain0to10: pain0to10 ?? unsaidPain, side: where }));
}

function sideOf(place: Place): Side | undefined {
  return place.endsWith('.right') ? 'right' : place.endsWith('.left') ? 'left' : undefined;
}
