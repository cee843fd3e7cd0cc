import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enlarge, frameCamera, lookFrom, projectPoint } from '../src/camera.ts';
import type { TriangleMesh } from '../src/rasterise.ts';
import { attributeAt, nearestVertex, rasterise } from '../src/rasterise.ts';
import { rodMesh } from './capsule-figure.ts';

const size = 200;
/** Looks along −x at the origin from 4 m: one metre there is 50 pixels. */
const ahead = lookFrom({ azimuthRad: 0, elevationRad: 0 }, [0, 0, 0], 4, {
  widthPx: size,
  heightPx: size,
  focalPx: 200,
});

/** A rectangle facing the camera at x = `xM`; y and z from −half to half. */
const screenAt = (xM: number, halfM: number): TriangleMesh => ({
  positions: Float32Array.from([xM, -halfM, -halfM, xM, halfM, -halfM, xM, halfM, halfM, xM, -halfM, halfM]),
  indices: Uint32Array.from([0, 1, 2, 0, 2, 3]),
});

const covered = (meshes: readonly TriangleMesh[], mesh: number): number =>
  rasterise(meshes, ahead).mesh.filter((m) => m === mesh).length;

describe('rasterise', () => {
  test('a square of one metre, four metres away, covers the square of its pixels, at its depth', () => {
    const buffer = rasterise([screenAt(0, 0.5)], ahead);
    expect(buffer.mesh.filter((m) => m === 0)).toHaveLength(50 * 50);
    expect(buffer.depthM[100 * size + 100]).toBeCloseTo(4, 5);
    expect(buffer.depthM[0]).toBe(Infinity);
  });

  test('the nearer of two surfaces is seen, whichever is drawn first', () => {
    const near = screenAt(1, 0.2);
    const far = screenAt(-1, 0.6);
    for (const [meshes, nearIndex] of [
      [[near, far], 0],
      [[far, near], 1],
    ] as const) {
      const buffer = rasterise(meshes, ahead);
      expect(buffer.mesh[100 * size + 100]).toBe(nearIndex);
      expect(buffer.depthM[100 * size + 100]).toBeCloseTo(3, 5);
      // The far one shows beyond the near one's edge: 0.2 m at 3 m is 13.3 pixels.
      expect(buffer.mesh[100 * size + 100 + 15]).toBe(1 - nearIndex);
      expect(buffer.depthM[100 * size + 100 + 15]).toBeCloseTo(5, 5);
    }
  });

  test('triangles that share an edge cover each pixel exactly once', () => {
    // Every triangle of a fan as its own mesh: alone they must add up to what they cover together.
    const corner = fc.tuple(
      fc.double({ min: -0.9, max: 0.9, noNaN: true }),
      fc.double({ min: -0.9, max: 0.9, noNaN: true }),
    );
    fc.assert(
      fc.property(corner, ([y, z]) => {
        const rim = [
          [-1, -1],
          [1, -1],
          [1, 1],
          [-1, 1],
        ] as const;
        const meshes = rim.map((from, k) => {
          const to = rim[(k + 1) % 4]!;
          return {
            positions: Float32Array.from([0, y, z, 0, ...from, 0, ...to]),
            indices: Uint32Array.from([0, 1, 2]),
          };
        });
        const alone = meshes.map((mesh) => covered([mesh], 0)).reduce((a, b) => a + b);
        expect(alone).toBe(100 * 100);
      }),
      { numRuns: 40 },
    );
  });

  test('the silhouette of a ball has the area that perspective gives it, within half a percent', () => {
    const radiusM = 0.7;
    const buffer = rasterise([rodMesh({ from: [0, 0, 0], to: [0, 0, 0], radiusM })], enlarge(ahead, 3));
    const silhouette = buffer.mesh.filter((m) => m === 0).length;
    // Rays that touch a ball at distance d make a cone of slope r / √(d² − r²).
    const slope = radiusM / Math.sqrt(16 - radiusM * radiusM);
    const expected = Math.PI * (slope * 600) ** 2;
    // The ball is a polyhedron of 32 × 20 faces, which takes a little off its area.
    expect(silhouette / expected).toBeGreaterThan(0.985);
    expect(silhouette / expected).toBeLessThan(1.0005);
  });

  test('values are interpolated in space: each pixel of a slanted floor sees the point its ray meets', () => {
    const floor: TriangleMesh = {
      positions: Float32Array.from([-6, -4, 0, 3, -4, 0, 3, 4, 0, -6, 4, 0]),
      indices: Uint32Array.from([0, 1, 2, 0, 2, 3]),
    };
    const camera = lookFrom({ azimuthRad: 0.3, elevationRad: 0.5 }, [0, 0, 0], 5, {
      widthPx: size,
      heightPx: size,
      focalPx: 180,
    });
    const buffer = rasterise([floor], camera);
    let checked = 0;
    for (let pixel = 0; pixel < buffer.mesh.length; pixel += 37) {
      if (buffer.mesh[pixel]! < 0) continue;
      const at = [0, 1, 2].map((k) => attributeAt(buffer, pixel, floor.indices, floor.positions, 3, k));
      const back = projectPoint(camera, at[0]!, at[1]!, at[2]!);
      expect(back.xPx).toBeCloseTo((pixel % size) + 0.5, 2);
      expect(back.yPx).toBeCloseTo(Math.floor(pixel / size) + 0.5, 2);
      expect(back.depthM).toBeCloseTo(buffer.depthM[pixel]!, 4);
      checked++;
    }
    expect(checked).toBeGreaterThan(300);
  });

  test('a floor that runs under and behind the camera is cut at the near plane, not turned inside out', () => {
    const floor: TriangleMesh = {
      positions: Float32Array.from([-50, -50, -1, 50, -50, -1, 50, 50, -1, -50, 50, -1]),
      indices: Uint32Array.from([0, 1, 2, 0, 2, 3]),
    };
    const buffer = rasterise([floor], ahead);
    const row = (y: number): number => buffer.mesh.slice(y * size, (y + 1) * size).filter((m) => m === 0).length;
    expect(row(size - 1)).toBe(size);
    expect(row(110)).toBe(size);
    expect(row(99)).toBe(0);
    // Near the lower rim the floor is nearer: one metre below the eye and half a picture down, depth 2.
    expect(buffer.depthM[(size - 1) * size + 100]).toBeCloseTo(200 / 99.5, 4);
  });

  test('what lies behind the camera is not drawn', () => {
    expect(covered([screenAt(6, 0.5)], 0)).toBe(0);
  });

  test('the nearest vertex is the one the pixel lies closest to', () => {
    const buffer = rasterise([screenAt(0, 0.5)], ahead);
    expect(nearestVertex(buffer, (100 + 24) * size + 100 - 24, screenAt(0, 0.5).indices)).toBe(0);
    expect(nearestVertex(buffer, (100 - 24) * size + 100 + 24, screenAt(0, 0.5).indices)).toBe(2);
  });
});

describe('cameras', () => {
  const anyView = fc.record({
    azimuthRad: fc.double({ min: -3.1, max: 3.1, noNaN: true }),
    elevationRad: fc.double({ min: -1.4, max: 1.4, noNaN: true }),
  });
  const cloud = fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 9, maxLength: 60 })
    .map((numbers) => {
      const whole = numbers.slice(0, numbers.length - (numbers.length % 3));
      return Float32Array.from(whole);
    });

  test('a framed picture holds every point inside its margin, centred, and fills it one way', () => {
    const framing = { widthPx: 500, heightPx: 380, marginPx: 20, distanceM: 6, maximumPxPerM: Infinity };
    fc.assert(
      fc.property(anyView, cloud, (view, points) => {
        const camera = frameCamera(view, [points, Float32Array.from([0, 0, 0.5, 0.3, 0.4, 0])], framing);
        const xs: number[] = [];
        const ys: number[] = [];
        for (const array of [points, Float32Array.from([0, 0, 0.5, 0.3, 0.4, 0])]) {
          for (let i = 0; i < array.length; i += 3) {
            const { xPx, yPx } = projectPoint(camera, array[i]!, array[i + 1]!, array[i + 2]!);
            xs.push(xPx);
            ys.push(yPx);
          }
        }
        const [left, right] = [Math.min(...xs), Math.max(...xs)];
        const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
        expect(left + right).toBeCloseTo(500, 3);
        expect(top + bottom).toBeCloseTo(380, 3);
        expect(left).toBeGreaterThan(20 - 1e-3);
        expect(top).toBeGreaterThan(20 - 1e-3);
        expect(Math.min(left, top)).toBeLessThan(20 + 1e-3);
      }),
    );
  });

  test('seen from the right side, the front of the mat is on the right and up is up', () => {
    const camera = lookFrom({ azimuthRad: -Math.PI / 2, elevationRad: 0.1 }, [0, 0, 0], 5, {
      widthPx: 100,
      heightPx: 100,
      focalPx: 100,
    });
    expect(camera.positionM[1]).toBeLessThan(-4.9);
    expect(projectPoint(camera, 1, 0, 0).xPx).toBeGreaterThan(50);
    expect(projectPoint(camera, 0, 0, 1).yPx).toBeLessThan(50);
    expect(projectPoint(camera, 0, 0, 0)).toEqual({ xPx: 50, yPx: 50, depthM: 5 });
  });
});
