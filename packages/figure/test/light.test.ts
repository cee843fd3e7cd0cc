import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookFrom } from '../src/camera.ts';
import { facingLamp, fromCameraAxes, litVertices, spreadOverSurface } from '../src/light.ts';
import { rodMesh } from './capsule-figure.ts';

const overhead = [0, 0, 1] as const;
const ball = (x: number, z: number, radiusM: number): ReturnType<typeof rodMesh> =>
  rodMesh({ from: [x, 0, z], to: [x, 0, z], radiusM });

describe('light', () => {
  test('falls on the side that faces the lamp', () => {
    const { positions, normals } = ball(0, 1, 0.2);
    facingLamp(normals, overhead).forEach((cosine, v) =>
      expect(cosine).toBeCloseTo((positions[v * 3 + 2]! - 1) / 0.2, 4),
    );
  });

  test('does not reach what lies straight under something else, and does reach what stands beside it', () => {
    const [above, below, beside] = litVertices([ball(0, 2, 0.3), ball(0, 1, 0.1), ball(0.8, 1, 0.1)], overhead);
    const topOf = (values: Float32Array): number => values[values.length - 1]!;
    expect(topOf(above!)).toBe(1);
    expect(Math.max(...below!)).toBe(0);
    expect(topOf(beside!)).toBe(1);
  });

  test("a direction in the camera's axes keeps its length and its height on the screen", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -1.2, max: 1.2, noNaN: true }),
        (azimuthRad, elevationRad) => {
          const camera = lookFrom({ azimuthRad, elevationRad }, [0, 0, 0], 3, {
            widthPx: 10,
            heightPx: 10,
            focalPx: 10,
          });
          const direction = fromCameraAxes(camera, [0.3, 0.4, 1.2]);
          expect(Math.hypot(...direction)).toBeCloseTo(1, 10);
          const along = (axis: readonly number[]): number => axis.reduce((sum, a, k) => sum + a * direction[k]!, 0);
          expect(along(camera.upInWorld)).toBeCloseTo(0.4 / 1.3, 10);
          expect(along(camera.forwardInWorld)).toBeCloseTo(-1.2 / 1.3, 10);
        },
      ),
    );
  });
});

describe('evening out values over a surface', () => {
  const mesh = ball(0, 0, 0.5);
  const count = mesh.positions.length / 3;

  test('leaves a constant as it is and never leaves the range of the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -5, max: 5, noNaN: true }), { minLength: count, maxLength: count }),
        (numbers) => {
          const values = Float32Array.from(numbers);
          const calm = spreadOverSurface(mesh, values, 0.05);
          expect(Math.max(...calm)).toBeLessThanOrEqual(Math.max(...values) + 1e-5);
          expect(Math.min(...calm)).toBeGreaterThanOrEqual(Math.min(...values) - 1e-5);
          expect(spreadOverSurface(mesh, values.fill(2), 0.05).every((value) => Math.abs(value - 2) < 1e-5)).toBe(true);
        },
      ),
      { numRuns: 10 },
    );
  });

  test('reaches further the longer the reach', () => {
    const step = Float32Array.from({ length: count }, (_, v) => (mesh.positions[v * 3 + 2]! > 0 ? 1 : 0));
    const mixed = (reachM: number): number =>
      spreadOverSurface(mesh, step, reachM).filter((value) => value > 0.05 && value < 0.95).length;
    expect(mixed(0.2)).toBeGreaterThan(mixed(0.1));
    expect(mixed(0.1)).toBeGreaterThan(mixed(0.03));
  });
});
