import { describe, expect, test } from 'vitest';
import { lookFrom } from '../src/camera.ts';
import { faceInks } from '../src/face-on-still.ts';
import type { PosedStroke } from '../src/painted-face.ts';
import { rasterise, type TriangleMesh } from '../src/rasterise.ts';

const camera = lookFrom({ azimuthRad: 0, elevationRad: 0 }, [0, 0, 0], 2, {
  widthPx: 200,
  heightPx: 200,
  focalPx: 2000,
});
/** A square across the view, so far in front of the origin. */
const screenAt = (xM: number): TriangleMesh => ({
  positions: Float32Array.from([xM, -0.1, -0.1, xM, 0.1, -0.1, xM, 0.1, 0.1, xM, -0.1, 0.1]),
  indices: Uint32Array.from([0, 1, 2, 0, 2, 3]),
});
const RADIUS_M = 0.02;
const round = (name: PosedStroke['name']): PosedStroke => {
  const turns = Array.from({ length: 24 }, (_, i) => (i * Math.PI) / 12);
  return {
    name,
    pointsM: turns.map((turn) => [0, RADIUS_M * Math.cos(turn), RADIUS_M * Math.sin(turn)] as const),
    widthsM: turns.map(() => 0),
  };
};
const inksOn = (meshes: readonly TriangleMesh[]): ReadonlyMap<number, unknown> =>
  faceInks([round('lips')], rasterise(meshes, camera), camera);

describe('a face on a still', () => {
  test('has ink on every pixel within the outline of its lips, and on no other', () => {
    const inked = [...inksOn([screenAt(0)]).keys()];
    const radiusPx = RADIUS_M * 1000;
    const fromMiddle = inked.map((pixel) => Math.hypot((pixel % 200) + 0.5 - 100, Math.floor(pixel / 200) + 0.5 - 100));
    expect(Math.max(...fromMiddle)).toBeLessThan(radiusPx + 0.5);
    expect(Math.abs(inked.length - Math.PI * radiusPx ** 2)).toBeLessThan(0.02 * Math.PI * radiusPx ** 2);
  });

  test('has none where something is in front of it', () => {
    expect(inksOn([screenAt(0), screenAt(0.3)]).size).toBe(0);
  });
});
