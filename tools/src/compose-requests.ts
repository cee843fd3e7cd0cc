import { areas, propKinds, type Catalogue } from '@sacra/pose';
import { composeLevels, wishes, type ComposeRequest } from '@sacra/practice';
import { itemsOf, type Answer, type Checklist } from '@sacra/safety';
import { clearanceWith, plainRequest } from './compose-profiles.ts';

/** Numbers from 0 to 1 that only look random: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Requests of people of every kind: free, limited in one to three ways, hurting here and there, with few things or many. */
export function randomRequests(
  catalogue: Catalogue,
  checklist: Checklist,
  count: number,
  seed: number,
): ComposeRequest[] {
  const random = seeded(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const several = <Value>(most: number, make: () => Value): Value[] =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, make);
  const practised = [...catalogue.poses.values()].filter(({ purpose }) => purpose === 'practice').map(({ id }) => id);
  const movable = itemsOf(checklist).filter(({ effect }) => effect.kind === 'adapt' || effect.kind === 'rest-only');
  const plain = plainRequest(checklist);
  return Array.from({ length: count }, (_, index) => {
    const answers = several(random() < 0.6 ? 3 : 0, () => pick(movable)).map(({ id, effect }): [string, Answer] => [
      id,
      effect.kind === 'adapt' ? 'yes' : 'cleared',
    ]);
    const session = () => ({ done: several(6, () => pick(practised)), painAfter0to10: Math.floor(random() * 5) });
    const one = () => new Set(several(1, () => pick(practised)));
    return {
      ...{
        ...plain,
        minutes: 5 + Math.floor(random() * 56),
        wish: pick(wishes),
        level: pick(composeLevels),
        seed: index,
      },
      clearance: clearanceWith(checklist, Object.fromEntries(answers)),
      pains: several(2, () => ({
        ...{ area: pick(areas), pain0to10: Math.floor(random() * 9), side: pick(['left', 'right', 'both'] as const) },
      })),
      ...{ props: new Set(propKinds.filter(() => random() < 0.7)), reach: random() < 0.15 ? 'chair' : 'floor' },
      ...{ lastSessions: several(4, session), liked: one(), unwanted: one(), painful: one() },
    };
  });
}
