import { bestView, type FigureMesh } from '@sacra/figure';
import { radFromDeg } from '@sacra/geometry';
import { describe, expect, test } from 'vitest';
import { wholeCatalogue as catalogue } from '../src/lib/content/whole-catalogue.ts';
import { axesOf, frameOnMat, lensFor, withFootprints } from '../src/lib/figure/framing.ts';
import { createSegmentMotion, type Ball } from '../src/lib/figure/segment-motion.ts';
import { viewOf } from '../src/lib/figure/view-of.ts';
import { FigureMotion } from '../src/lib/session/figure-motion.ts';
import { bakedBody as body, bakedPoses } from './support/baked-poses.ts';

const motion = new FigureMotion({ body, mesh: {} as FigureMesh, atlas: bakedPoses }, catalogue);
const keys = [...bakedPoses.keyframes.keys()];
const { capsulesIn } = createSegmentMotion(body);

/** How far balls reach towards the edges of the picture, its middle 0 and its edges 1. */
function reach(placed: readonly Ball[], view: ReturnType<typeof viewOf>, aspect: number): number {
  const { targetM, distanceM } = frameOnMat(view, placed, lensFor(aspect));
  const { outward, right, up } = axesOf(view);
  const { tanX, tanY } = lensFor(aspect);
  return Math.max(
    ...placed.map((ball) => {
      const from = [0, 1, 2].map((k) => ball[k]! - targetM[k]!);
      const along = (axis: readonly number[]): number => axis.reduce((sum, value, k) => sum + value * from[k]!, 0);
      const depth = distanceM - along(outward);
      return Math.max(
        (Math.abs(along(right)) + ball[3] * Math.hypot(1, tanX)) / (tanX * depth),
        (Math.abs(along(up)) + ball[3] * Math.hypot(1, tanY)) / (tanY * depth),
      );
    }),
  );
}

describe('each pose is looked at', () => {
  test.each(keys)('%s: whole, on a phone and on a desktop', (key) => {
    const { view, over } = motion.lookoutOf({ kind: 'still', keyframe: key });
    expect(over).toHaveLength(1);
    const placed = over.flatMap((q) => withFootprints(capsulesIn(q)));
    for (const aspect of [0.85, 1.02, 1.2]) expect(reach(placed, view, aspect)).toBeLessThanOrEqual(1 + 1e-9);
  });

  test('nearly as its content asks: from the same side, and never from high above when it asks for the side', () => {
    for (const key of keys) {
      const asked = viewOf(catalogue, key);
      const { view } = motion.lookoutOf({ kind: 'still', keyframe: key });
      expect(Math.abs(view.azimuthRad - asked.azimuthRad), key).toBeLessThanOrEqual(radFromDeg(45) + 1e-9);
      expect(view.elevationRad - asked.elevationRad, key).toBeLessThanOrEqual(radFromDeg(20));
    }
  });

  test('never through a wall', () => {
    for (const { key, props } of bakedPoses.keyframes.values()) {
      for (const { yawRad } of props.filter(({ kind }) => kind === 'wall')) {
        const { azimuthRad } = motion.lookoutOf({ kind: 'still', keyframe: key }).view;
        expect(Math.cos(azimuthRad - yawRad), key).toBeLessThan(0.3);
      }
    }
  });

  test('so that at least half of what matters is to be seen', () => {
    const shown = [...bakedPoses.keyframes.values()].map(({ key, q, contacts, props }) => {
      const contactsM = contacts.map(({ pointsM }) => pointsM[0]!);
      return { key, ...bestView({ body, q, contactsM, props }, viewOf(catalogue, key)) };
    });
    expect(shown.filter(({ shown01 }) => shown01 < 0.55).map(({ key }) => key)).toEqual([]);
  });
});
