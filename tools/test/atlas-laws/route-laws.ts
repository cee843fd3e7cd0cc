import { describe, expect, it } from 'vitest';
import { mirrorKey, reachableFrom, route, type KeyframeKey } from '@sacra/pose';
import type { Solved } from './solved.ts';

/** Whatever a practice puts after another, the figure can go there. */
export function routeLaws({ catalogue, clips }: Solved): void {
  const keys: KeyframeKey[] = [...catalogue.keyframes.values()]
    .filter(({ pose }) => pose.purpose === 'practice')
    .flatMap(({ key }) => [...new Set([key, mirrorKey(key)])]);
  const hasClip = (way: string): boolean => clips.has(way);

  describe('between any two keyframes of a practice', () => {
    it('there is a way to go over clips that are solved, there and back, right and left', () => {
      expect(keys.length).toBeGreaterThan(40);
      const stranded = keys.flatMap((from) => {
        const reached = reachableFrom(catalogue, from, hasClip);
        return keys.filter((to) => !reached.has(to)).map((to) => `${from} to ${to}`);
      });
      expect(stranded).toEqual([]);
    });

    it('the route that is taken has a clip for each of its legs, and its legs meet', () => {
      // Every key once as a start and once as an end.
      keys.forEach((from, i) => {
        const to = keys[(i * 7 + 3) % keys.length]!;
        const legs = route(catalogue, from, to);
        expect(
          legs.filter(({ way }) => !hasClip(way)),
          `${from} to ${to}`,
        ).toEqual([]);
        legs.forEach((leg, k) => expect(leg.from, `${from} to ${to}`).toBe(k === 0 ? from : legs[k - 1]!.to));
        if (from !== to) expect(legs.at(-1)!.to).toBe(to);
      });
    });
  });
}
