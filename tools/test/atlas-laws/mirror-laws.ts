import { describe, expect, it } from 'vitest';
import { mirrorConfiguration, mirrorName, pointToWorld } from '@sacra/body';
import { distance, mirror } from '@sacra/geometry';
import { mirrorShape } from '@sacra/pose';
import { mirrorKeyframe, solveKeyframe } from '@sacra/solve';
import { apart, patchPlaces, stateAt } from './measures.ts';
import { shapeAt, type Solved } from './solved.ts';

/** Left is the mirror of right. */
export function mirrorLaws({ body, catalogue, solver, keyframes }: Solved): void {
  const sided = [...keyframes].filter(([key]) => key.endsWith('@right'));

  describe('with the left side leading, a keyframe', () => {
    it('is the mirror image of that with the right: every point of the skin to 1e-9 m, its contacts and props with it', () => {
      expect(sided.length).toBeGreaterThan(10);
      for (const [key, right] of sided) {
        const left = solver.keyframe(key.replace('@right', '@left'));
        expect(left.key).toBe(key.replace('@right', '@left'));
        const [here, there] = [stateAt(body, right.q), stateAt(body, left.q)];
        for (const { name, segment, positionM } of body.landmarks.values()) {
          const twin = body.landmarks.get(mirrorName(name))!;
          const point = mirror(pointToWorld(here, segment, positionM));
          expect(distance(point, pointToWorld(there, twin.segment, twin.positionM)), `${key} ${name}`).toBeLessThan(
            1e-9,
          );
        }
        right.contacts.forEach(({ patch, surface, tier }, i) => {
          const contact = left.contacts[i]!;
          expect(contact).toMatchObject({ patch: mirrorName(patch), surface, tier });
          patchPlaces(body, there, contact.patch).forEach((point, k) => {
            expect(distance(point, contact.pointsM[k]!), `${key} ${patch}`).toBeLessThan(1e-9);
          });
        });
        right.props.forEach((prop, i) => {
          expect(left.props[i]).toMatchObject({
            kind: prop.kind,
            positionM: mirror(prop.positionM),
            sizeM: prop.sizeM,
          });
        });
      }
    });

    it('mirrored once more is the one it came from', () => {
      for (const [key, right] of sided) expect(mirrorKeyframe(body, mirrorKeyframe(body, right)), key).toEqual(right);
    });

    it('is what its mirrored shape gives when it is solved for itself, within a degree and 5 mm', () => {
      const off = sided.map(([key, right]) => {
        const solved = solveKeyframe(body, key, mirrorShape(shapeAt(catalogue, key)), (of, patch) => {
          const other = catalogue.keyframes.has(of) || of.includes('@') ? of : `${of}@left`;
          return patchPlaces(body, stateAt(body, solver.keyframe(other).q), patch);
        });
        return { key, ...apart(body, mirrorConfiguration(body, right.q), solved.q) };
      });
      expect(
        off
          .filter(({ deg, mm }) => !(deg <= 1 && mm <= 5))
          .map(({ key, deg, mm }) => `${key}: ${deg.toFixed(2)}°, ${mm.toFixed(2)} mm`),
      ).toEqual([]);
    });
  });
}
