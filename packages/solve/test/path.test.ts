import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, integrate, pointToWorld } from '@sacra/body';
import { distance } from '@sacra/geometry';
import { patchPoints } from '../src/problem.ts';
import { SolveState } from '../src/state.ts';
import { ease } from '../src/transition/ease.ts';
import { referencePath } from '../src/transition/reference.ts';
import { trackPatch } from '../src/transition/track.ts';
import { anySeed, configurationFrom, gap, referenceBody as body } from './random-bodies.ts';

/** Configurations to go through, each within reach of the one before. */
const keysFrom = (seed: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    at: i === count - 1 ? 1 : i / count,
    q: configurationFrom(body, seed + i),
  }));

const anyCount = fc.integer({ min: 2, max: 4 });

describe('the path through empty space', () => {
  it('passes through its keys', () => {
    fc.assert(
      fc.property(anySeed, anyCount, (seed, count) => {
        const keys = keysFrom(seed, count);
        const path = referencePath(body, keys);
        for (const { at, q } of keys)
          expect(gap(difference(body, path(at), q), new Float64Array(body.velocitySize))).toBeLessThan(1e-7);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  it('takes no joint past the angles of the keys that it lies between', () => {
    fc.assert(
      fc.property(anySeed, anyCount, (seed, count) => {
        const keys = keysFrom(seed, count);
        const path = referencePath(body, keys);
        for (let i = 0; i <= 60; i++) {
          const q = path(i / 60);
          const after = Math.max(
            1,
            keys.findIndex(({ at }) => i / 60 <= at),
          );
          const [a, b] = [keys[after - 1]!.q, keys[after]!.q];
          for (const { kind, qIndex, name } of body.joints) {
            if (kind !== 'hinge') continue;
            expect(q[qIndex], name).toBeGreaterThanOrEqual(Math.min(a[qIndex]!, b[qIndex]!) - 1e-9);
            expect(q[qIndex], name).toBeLessThanOrEqual(Math.max(a[qIndex]!, b[qIndex]!) + 1e-9);
          }
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('is gone slowly at first and at last: the way of a time and its first and second slope', () => {
    expect([ease(0), ease(0.5), ease(1)]).toEqual([0, 0.5, 1]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (t) => {
        expect(ease(t) + ease(1 - t)).toBeCloseTo(1, 12);
        // minimum jerk: speed 30 t² (1 − t)²
        expect((ease(t + 1e-5) - ease(t - 1e-5)) / 2e-5).toBeCloseTo(30 * t * t * (1 - t) * (1 - t), 6);
      }),
    );
  });
});

describe('a patch that is followed', () => {
  const points = patchPoints(body, 'palm.right');
  const placesAt = (q: Float64Array) => {
    const { kinematics } = new SolveState(body, q);
    return points.map(({ segment, positionM }) => pointToWorld(kinematics, segment, positionM));
  };
  const anyEnds = fc.tuple(anySeed, anySeed).map(([a, b]) => ({
    a: { at: 0.2, q: configurationFrom(body, a) },
    b: { at: 0.8, q: configurationFrom(body, b) },
  }));

  it('is at both ends exactly where the keyframes have it, with and without a move', () => {
    fc.assert(
      fc.property(anyEnds, fc.boolean(), ({ a, b }, moves) => {
        const move = moves ? { patch: 'palm.right', from: 0.3, to: 0.6, liftM: 0.05 } : undefined;
        const track = trackPatch(body, 'palm.right', points, a, b, move);
        track.placesAt(0.2).forEach((place, i) => expect(distance(place, placesAt(a.q)[i]!)).toBeLessThan(1e-9));
        track.placesAt(0.8).forEach((place, i) => expect(distance(place, placesAt(b.q)[i]!)).toBeLessThan(1e-9));
      }),
      { numRuns: 30 },
    );
  });

  it('with a move rests before and after it, and is lifted by its arc half-way', () => {
    const a = { at: 0, q: configurationFrom(body, 1) };
    const slid = integrate(
      body,
      a.q,
      Float64Array.from({ length: body.velocitySize }, (_, v) => (v === 0 ? 0.2 : 0)),
      Float64Array.from(a.q),
    );
    const track = trackPatch(
      body,
      'palm.right',
      points,
      a,
      { at: 1, q: slid },
      { patch: 'palm.right', from: 0.3, to: 0.7, liftM: 0.05 },
    );
    const [start, end] = [placesAt(a.q), placesAt(slid)];
    for (const rest of [0.1, 0.3])
      track.placesAt(rest).forEach((place, i) => expect(distance(place, start[i]!)).toBeLessThan(1e-9));
    for (const rest of [0.7, 0.9])
      track.placesAt(rest).forEach((place, i) => expect(distance(place, end[i]!)).toBeLessThan(1e-9));
    track.placesAt(0.5).forEach((place, i) => {
      const [x, y, z] = start[i]!;
      expect(distance(place, [x + 0.1, y, z + 0.05])).toBeLessThan(1e-9);
    });
    expect(track.isPinned).toBe(false);
  });

  it('that is at the same place at both ends stays there', () => {
    const a = { at: 0, q: configurationFrom(body, 3) };
    const track = trackPatch(body, 'palm.right', points, a, { at: 1, q: a.q }, undefined);
    expect(track.isPinned).toBe(true);
    track.placesAt(0.4).forEach((place, i) => expect(distance(place, placesAt(a.q)[i]!)).toBeLessThan(1e-12));
  });
});
