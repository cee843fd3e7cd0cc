import type { Catalogue } from '@sacra/pose';
import { legsBetween } from './adapt/passing.ts';

/** Neutral places in which a practice can open and close where its own can't be taken. */
export const neutralPlaces = ['tabletop', 'sitting-on-chair', 'knees-bent-on-back', 'standing'] as const;

/**
 * The neutral place with the quickest way between it and a pose; undefined where there is no such way.
 *
 * @param ends from and to, for a place
 */
export function nearestNeutral(
  catalogue: Catalogue,
  ends: (place: string) => [from: string, to: string],
): string | undefined {
  const reached = neutralPlaces.flatMap((place) => {
    if (!catalogue.keyframes.has(place)) return [];
    const legs = legsBetween(catalogue, ...ends(place));
    return legs === undefined ? [] : [{ place, seconds: legs.reduce((sum, leg) => sum + leg.seconds, 0) }];
  });
  return reached.toSorted((a, b) => a.seconds - b.seconds)[0]?.place;
}
