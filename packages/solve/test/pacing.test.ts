import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integrate, type Configuration } from '@sacra/body';
import { turnBetween } from '../src/transition/clip.ts';
import { easeTopSpeed } from '../src/transition/ease.ts';
import { placesInTime } from '../src/transition/pacing.ts';
import { anySeed, configurationFrom, referenceBody as body, sharesFrom } from './random-bodies.ts';

/** Knots at even fractions of a path, between which the body turns by anything from nothing to 18°. */
function knotsFrom(seed: number, count: number): { fraction: number; q: Configuration }[] {
  let q = configurationFrom(body, seed, 0.5);
  return sharesFrom(seed, count).map((share, k) => {
    if (k > 0) {
      const step = sharesFrom(seed + k, body.velocitySize).map((one) => 0.16 * (1 + share) * one);
      q = integrate(body, q, step, new Float64Array(q.length));
    }
    return { fraction: k / (count - 1), q };
  });
}

const anyKnots = fc.tuple(anySeed, fc.integer({ min: 3, max: 20 })).map(([seed, count]) => knotsFrom(seed, count));

describe('the places of knots in time', () => {
  it('ascend from 0 to 1', () => {
    fc.assert(
      fc.property(anyKnots, fc.double({ min: 0.5, max: 30, noNaN: true }), (knots, seconds) => {
        const places = placesInTime(body, knots, seconds);
        expect([places[0], places.at(-1), places.length]).toEqual([0, 1, knots.length]);
        places.slice(1).forEach((place, k) => expect(place).toBeGreaterThan(places[k]!));
      }),
      { numRuns: 40 },
    );
  });

  it('are those along the path when there is time enough', () => {
    fc.assert(
      fc.property(anyKnots, (knots) => {
        placesInTime(body, knots, 600).forEach((place, k) => expect(place).toBeCloseTo(knots[k]!.fraction, 9));
      }),
      { numRuns: 20 },
    );
  });

  it('let no joint turn faster than 4° in a thirtieth of a second, where the seconds allow it at all', () => {
    fc.assert(
      fc.property(anyKnots, (knots) => {
        const turns = knots.slice(1).map(({ q }, k) => turnBetween(body, knots[k]!.q, q));
        const wholeDeg = (turns.reduce((sum, turn) => sum + turn, 0) * 180) / Math.PI;
        // A neighbour's quickness counts too: half as much again is always enough.
        const seconds = (1.5 * wholeDeg * easeTopSpeed) / (3.3 * 30);
        const places = placesInTime(body, knots, seconds);
        turns.forEach((turn, k) => {
          const degASecond = (turn * 180 * easeTopSpeed) / (Math.PI * (places[k + 1]! - places[k]!) * seconds);
          expect(degASecond / 30).toBeLessThan(4);
        });
      }),
      { numRuns: 40 },
    );
  });
});
