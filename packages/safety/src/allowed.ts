import { depths, type Character, type Depth, type Limit } from '@sacra/pose';
import type { Clearance, Level } from './clearance.ts';

/** One reason why a pose may not be played, with the items whose answers caused it. */
export type Barring =
  | { readonly kind: 'level'; readonly level: Level; readonly becauseOf: readonly string[] }
  | { readonly kind: 'depth'; readonly atMost: Depth; readonly becauseOf: readonly string[] }
  | { readonly kind: 'limit'; readonly limit: Limit; readonly becauseOf: readonly string[] };

/**
 * What bars a pose of this character; nothing when it may be played. The pose says which limits bar it, the clearance says which of them
 * hold, and nothing else decides.
 */
export function barredBy(clearance: Clearance, character: Character): readonly Barring[] {
  const { level, heldBy, limits, depth } = clearance;
  const deeperThan = (bound: Depth): boolean => !(depths.indexOf(character.depth) <= depths.indexOf(bound));
  const isOutsideLevel = level === 'none' || (level === 'rest-and-breathing' && deeperThan('rest'));
  const barring = new Set(character.barredBy.map(({ limit }) => limit));
  return [
    ...(isOutsideLevel ? [{ kind: 'level' as const, level, becauseOf: heldBy }] : []),
    ...(deeperThan(depth.atMost) ? [{ kind: 'depth' as const, ...depth }] : []),
    ...limits
      .filter(({ limit }) => barring.has(limit))
      .map(({ limit, becauseOf }) => ({ kind: 'limit' as const, limit, becauseOf })),
  ];
}

export function mayPlay(clearance: Clearance, character: Character): boolean {
  return barredBy(clearance, character).length === 0;
}

/** Whether anything but lying still and breathing is allowed. */
export function mayMove({ level }: Clearance): boolean {
  return level === 'with-limits' || level === 'free';
}
