import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalogue, type Catalogue } from '../src/catalogue.ts';
import { mirrorKey } from '../src/key.ts';
import { legsOf, reachableFrom, route, type Leg } from '../src/ways.ts';
import { passage, smallCatalogue, way } from './small-catalogue.ts';

const keysOf = (catalogue: Catalogue): string[] =>
  [...catalogue.keyframes.keys()].flatMap((key) => [...new Set([key, mirrorKey(key)])]);
const secondsOf = (legs: readonly Leg[]): number => legs.reduce((sum, leg) => sum + leg.seconds, 0);

describe('a route', () => {
  it('joins up from its start to its end', () => {
    const legs = route(smallCatalogue, 'dog-pedal@left', 'turn/deep@left');
    expect(legs.map((leg) => leg.from)).toEqual(['dog-pedal@left', 'dog', 'floor', 'turn@left']);
    expect(legs.map((leg) => leg.to)).toEqual(['dog', 'floor', 'turn@left', 'turn/deep@left']);
  });

  it('from a place to itself is no way at all', () => {
    for (const key of keysOf(smallCatalogue)) expect(route(smallCatalogue, key, key)).toEqual([]);
  });

  it('stays on its side: from one side of a pose to the other it goes by a place that has both', () => {
    expect(route(smallCatalogue, 'turn/deep@right', 'turn@left').map((leg) => leg.to)).toEqual([
      'turn@right',
      'floor',
      'turn@left',
    ]);
  });

  it('goes straight from one pedal to the other', () => {
    const [there] = route(smallCatalogue, 'dog-pedal@left', 'dog-pedal@right');
    expect(there).toMatchObject({
      way: 'dog-pedal@left>dog-pedal@right',
      side: 'right',
      reverse: false,
      say: ['Change. Right knee.'],
    });
  });

  it('on the left is the mirror of the route on the right, with the same seconds and the sides exchanged in its words', () => {
    for (const to of ['turn@right', 'turn/deep@right', 'dog-pedal@right']) {
      const [right, left] = [route(smallCatalogue, 'floor', to), route(smallCatalogue, 'floor', mirrorKey(to))];
      expect(left.map((leg) => [leg.way, mirrorKey(leg.to), leg.seconds])).toEqual(
        right.map((leg) => [leg.way, leg.to, leg.seconds]),
      );
    }
    expect(route(smallCatalogue, 'floor', 'turn@left')[0]?.say).toEqual([
      'Left side. Knees to the left, head to the right.',
    ]);
  });

  it('back takes the reverse movement with its own words', () => {
    expect(route(smallCatalogue, 'turn@left', 'floor')).toEqual([
      {
        way: 'floor>turn@right',
        reverse: true,
        side: 'left',
        from: 'turn@left',
        to: 'floor',
        seconds: 6,
        say: ['back to floor'],
      },
    ]);
  });

  it('that cannot be gone names both ends', () => {
    expect(() => route(smallCatalogue, 'floor', 'island')).toThrow('"floor" to "island"');
    expect(() => route(smallCatalogue, 'flor', 'dog')).toThrow(/"flor".*floor/);
  });

  it('is as quick as any: it agrees with the shortest distances found by relaxing every way again and again', () => {
    fc.assert(
      fc.property(randomCatalogue, (catalogue) => {
        const keys = keysOf(catalogue);
        const start = keys[0]!;
        const distance = relaxed(catalogue, start, keys);
        const reachable = reachableFrom(catalogue, start);
        for (const key of keys) {
          expect(reachable.has(key)).toBe(Number.isFinite(distance.get(key)));
          if (reachable.has(key)) expect(secondsOf(route(catalogue, start, key))).toBe(distance.get(key));
          else expect(() => route(catalogue, start, key)).toThrow();
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Up to seven passages, some with sides, and random ways between them, some without a way back. */
const randomCatalogue = fc
  .record({
    sided: fc.array(fc.boolean(), { minLength: 2, maxLength: 7 }),
    ways: fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 9 }), fc.boolean()), { maxLength: 14 }),
  })
  .map(({ sided, ways }) =>
    createCatalogue(
      sided.map((isSided, index) =>
        passage(
          `p${index}`,
          ways
            .filter(([from, to]) => to === index && from < sided.length && from !== to)
            .map(([from, , seconds, hasBack]) => {
              const { back, ...oneWay } = way(`p${from}`, seconds);
              return hasBack && back !== undefined ? { ...oneWay, back } : oneWay;
            }),
          isSided ? 'one-then-other' : 'both-together',
        ),
      ),
    ),
  );

/** Bellman and Ford's algorithm, as the oracle. */
function relaxed(catalogue: Catalogue, start: string, keys: readonly string[]): Map<string, number> {
  const distance = new Map(keys.map((key) => [key, key === start ? 0 : Infinity]));
  const legs = [...catalogue.ways.values()].flatMap(legsOf);
  for (let round = 0; round < keys.length; round++) {
    for (const leg of legs) {
      distance.set(
        leg.to,
        Math.min(distance.get(leg.to) ?? Infinity, (distance.get(leg.from) ?? Infinity) + leg.seconds),
      );
    }
  }
  return distance;
}
