import { describe, expect, test } from 'vitest';
import { lookFrom, projectPoint } from '../src/camera.ts';
import { traceScene } from '../src/drawing.ts';
import type { Point } from '../src/fit-curve.ts';
import { pointOnCubic } from '../src/fit-curve.ts';
import { standardMat } from '../src/scene.ts';
import { rodFigure, type Rod } from './capsule-figure.ts';

const fineness = { pxPerUnit: 3, tolerancePx: 0.6, lineUnits: 1.5, taperUnits: 14, detail: 1, hasFineLines: true };
const camera = lookFrom({ azimuthRad: -Math.PI / 2, elevationRad: 0 }, [0, 0, 0.3], 6, {
  widthPx: 500,
  heightPx: 380,
  focalPx: 1800,
});

/** A rod across the picture in front of one that stands behind it. */
const across: Rod = { segment: 'upper-arm.left', from: [-0.4, 0, 0.3], to: [0.4, 0, 0.3], radiusM: 0.05 };
const behind: Rod = { segment: 'thigh.left', from: [0, 0.25, 0.05], to: [0, 0.25, 0.55], radiusM: 0.06 };

const linesOf = (rods: readonly Rod[]): Point[][] =>
  traceScene({ figure: rodFigure(rods), solids: [], mat: standardMat }, camera, fineness).lines.map((line) =>
    line.flatMap((curve) => Array.from({ length: 10 }, (_, i) => pointOnCubic(curve, i / 10))),
  );

const heightOf = (zM: number): number => projectPoint(camera, 0, 0, zM).yPx;
const besideOf = (xM: number): number => projectPoint(camera, xM, 0.25, 0.3).xPx;

describe('lines within a figure', () => {
  test('lie where one part passes in front of another of the same paint, and nowhere else', () => {
    const lines = linesOf([across, behind]);
    expect(lines).toHaveLength(2);
    const edges = [heightOf(0.35), heightOf(0.25)];
    for (const line of lines) {
      const edge = edges.find((y) => Math.abs(y - line[0]![1]) < 4)!;
      for (const [x, y] of line) {
        expect(Math.abs(y - edge)).toBeLessThan(1.5);
        expect(x).toBeGreaterThan(besideOf(-0.065));
        expect(x).toBeLessThan(besideOf(0.065));
      }
    }
  });

  test('are closed slivers that run out to nothing at both ends', () => {
    for (const line of linesOf([across, behind])) {
      const left = Math.min(...line.map(([x]) => x));
      const right = Math.max(...line.map(([x]) => x));
      const thickness = (x: number): number => {
        const ys = line.filter(([px]) => Math.abs(px - x) < 2).map(([, y]) => y);
        return Math.max(...ys) - Math.min(...ys);
      };
      expect(thickness((left + right) / 2)).toBeGreaterThan(0.9);
      expect(thickness(left + 1)).toBeLessThan(0.9);
      expect(thickness(right - 1)).toBeLessThan(0.9);
    }
  });

  test('are not drawn where colours differ already, nor on what is smooth', () => {
    expect(linesOf([across, { ...behind, fields: [1, -1, -1] }])).toEqual([]);
    expect(linesOf([across])).toEqual([]);
  });
});
