import { describe, expect, it } from 'vitest';
import { mirrorConfiguration, mirrorName, pointToWorld } from '@sacra/body';
import { distance, mirror, type Vec3 } from '@sacra/geometry';
import { mirrorShape } from '@sacra/pose';
import { measureKeyframe, mirrorKeyframe, type Deviation } from '@sacra/solve';
import { patchPlaces, stateAt } from './measures.ts';
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

    it('keeps the mirrored shape as well as the right one keeps its own, contact by contact and wish by wish', () => {
      for (const [key, right] of sided) {
        const anchors = (of: string, patch: string): Vec3[] => {
          const other = catalogue.keyframes.has(of) || of.includes('@') ? of : `${of}@left`;
          return patchPlaces(body, stateAt(body, solver.keyframe(other).q), patch);
        };
        const q = mirrorConfiguration(body, right.q);
        const shape = shapeAt(catalogue, key);
        // What stands as in another keyframe is placed by the solver.
        const props = shape.props.map((prop) =>
          'asIn' in prop.at ? right.shape.props.find(({ name }) => name === prop.name)! : prop,
        );
        const measure = measureKeyframe(body, mirrorShape({ ...shape, props }), q, anchors);
        for (const law of ['mustResidualMm', 'belowMatMm', 'overlapMm', 'pastRangeDeg'] as const) {
          expect(Math.abs(measure[law] - right.measure[law]), `${key} ${law}`).toBeLessThan(1e-6);
        }
        const inOrder = (deviations: readonly Deviation[]): Deviation[] =>
          [...deviations].sort((a, b) => `${a.group} ${a.unit}`.localeCompare(`${b.group} ${b.unit}`));
        const expected = inOrder(right.measure.deviations.map((one) => ({ ...one, group: mirrorName(one.group) })));
        inOrder(measure.deviations).forEach(({ group, unit, by }, n) => {
          expect(expected[n], key).toMatchObject({ group, unit });
          expect(Math.abs(by - expected[n]!.by), `${key} ${group}`).toBeLessThan(1e-4);
        });
      }
    });
  });
}
