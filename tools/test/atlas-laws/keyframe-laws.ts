import { describe, expect, it } from 'vitest';
import { mirrorConfiguration } from '@sacra/body';
import { distance } from '@sacra/geometry';
import {
  deepestInMat,
  deepestOverlap,
  hamstringsPastDeg,
  heightOver,
  hingesPast,
  insideSupportM,
  patchPlaces,
  shouldersPastDeg,
  stateAt,
  toMm,
} from './measures.ts';
import { shapeAt, type Solved } from './solved.ts';

/** What every keyframe of the content keeps on the reference body. A law that is broken lists who breaks it, and by how much. */
export function keyframeLaws({ body, catalogue, solver, keyframes }: Solved): void {
  const all = [...keyframes].map(([key, keyframe]) => ({
    key,
    keyframe,
    state: stateAt(body, keyframe.q),
    shape: shapeAt(catalogue, key),
  }));
  /** Sided keys of `like` and anchors are written without their side. */
  const withSide = (of: string): string => (catalogue.keyframes.has(of) ? of : `${of}@right`);

  describe('in every keyframe', () => {
    it('no hinge is past its range', () => {
      expect(all.flatMap(({ key, keyframe }) => hingesPast(body, keyframe.q).map((one) => `${key}: ${one}`))).toEqual(
        [],
      );
    });

    it('each shoulder is in its cone and its twist, to a fifth of a degree', () => {
      const past = all.map(({ key, keyframe }) => ({ key, deg: shouldersPastDeg(body, keyframe.q) }));
      expect(past.filter(({ deg }) => !(deg <= 0.2)).map(({ key, deg }) => `${key}: ${deg.toFixed(2)}° past`)).toEqual(
        [],
      );
    });

    it('no hip bends further than hamstrings let it, to a fifth of a degree', () => {
      const past = all.map(({ key, keyframe }) => ({ key, deg: hamstringsPastDeg(body, keyframe.q) }));
      expect(past.filter(({ deg }) => !(deg <= 0.2)).map(({ key, deg }) => `${key}: ${deg.toFixed(2)}° past`)).toEqual(
        [],
      );
    });

    it('every must-contact is within 2 mm of its surface', () => {
      const off = all.flatMap(({ key, state, shape }) =>
        shape.contacts
          .filter(({ tier }) => tier !== 'aim')
          .flatMap(({ patch, on = 'mat', raisedM = 0 }) =>
            patchPlaces(body, state, patch).map((point, i) => ({
              key,
              what: `${patch} (point ${i + 1}) on ${on}`,
              mm: toMm(heightOver(shape, on, point) - raisedM),
            })),
          ),
      );
      expect(off.length).toBeGreaterThan(200);
      expect(off.filter(({ mm }) => !(Math.abs(mm) <= 2)).map(told)).toEqual([]);
    });

    it('every patch that is anchored stands within 2 mm of where the other keyframe has it', () => {
      const off = all.flatMap(({ key, state, shape }) =>
        shape.anchors.flatMap(({ of, patches }) =>
          patches.flatMap((patch) => {
            const there = patchPlaces(body, stateAt(body, solver.keyframe(withSide(of)).q), patch);
            return patchPlaces(body, state, patch).map((point, i) => ({
              key,
              what: `${patch} (point ${i + 1}) of ${of}`,
              mm: toMm(distance(point, there[i]!)),
            }));
          }),
        ),
      );
      expect(off.length).toBeGreaterThan(50);
      expect(off.filter(({ mm }) => !(mm <= 2)).map(told)).toEqual([]);
    });

    it('nothing is more than 2 mm below the mat, beyond what its flesh gives', () => {
      const deep = all.map(({ key, state }) => ({ key, ...deepestInMat(body, state) }));
      expect(deep.filter(({ mm }) => !(mm <= 2)).map(({ key, part, mm }) => told({ key, what: part, mm }))).toEqual([]);
    });

    it('no two parts of the body overlap by more than 3 mm beyond what their flesh gives', () => {
      const deep = all.map(({ key, state }) => ({ key, ...deepestOverlap(body, state) }));
      expect(deep.filter(({ mm }) => !(mm <= 3)).map(({ key, parts, mm }) => told({ key, what: parts, mm }))).toEqual(
        [],
      );
    });

    it('the centre of mass stands over its support with the margin wished for, to within 5 mm', () => {
      const margins = all.flatMap(({ key, state, shape }) =>
        shape.balance === undefined
          ? []
          : [
              {
                key,
                what: 'short of its margin',
                mm: toMm(shape.balance.marginM - insideSupportM(body, state, shape.balance.over)),
              },
            ],
      );
      expect(margins.length).toBeGreaterThan(3);
      expect(margins.filter(({ mm }) => !(mm <= 5)).map(told)).toEqual([]);
    });

    it('the contacts that it tells of are those of its shape, where the body has them', () => {
      for (const { key, keyframe, state, shape } of all) {
        expect(
          keyframe.contacts.map(({ patch, surface, tier }) => [patch, surface, tier]),
          key,
        ).toEqual(shape.contacts.map(({ patch, on = 'mat', tier = 'must' }) => [patch, on, tier]));
        for (const { patch, pointsM } of keyframe.contacts) {
          patchPlaces(body, state, patch).forEach((point, i) => {
            expect(distance(point, pointsM[i]!), `${key} ${patch}`).toBeLessThan(1e-9);
          });
        }
      }
    });

    it('that is symmetric both sides are the same to the last digit', () => {
      const symmetric = all.filter(({ shape }) => shape.symmetric);
      expect(symmetric.length).toBeGreaterThan(10);
      for (const { key, keyframe } of symmetric) {
        const mirrored = mirrorConfiguration(body, keyframe.q);
        // Lying on the back, the pelvis's turn comes back from the mirror as its negative: the same turn.
        const sign = keyframe.q[rootTurn]! === mirrored[rootTurn]! ? 1 : -1;
        const differing = keyframe.q.filter((value, i) => value !== (isRootTurn(i) ? sign : 1) * mirrored[i]!);
        expect([...differing], key).toEqual([]);
      }
    });
  });
}

/** Where the x of the pelvis's quaternion stands in a configuration; it is nought for a body that faces front or down. */
const rootTurn = 4;
const isRootTurn = (i: number): boolean => i >= 3 && i < 7;

const told = ({ key, what, mm }: { key: string; what: string; mm: number }): string =>
  `${key}: ${what} ${mm.toFixed(2)} mm`;
