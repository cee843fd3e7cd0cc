import { describe, expect, test } from 'vitest';
import { matUnder } from '../src/mat.ts';
import { standardMat, type Scene } from '../src/scene.ts';
import { propSolids } from '../src/solids.ts';
import { wallBeyondFrame, wallInFrame } from '../src/wall.ts';
import { allFours, rodFigure, rodMesh } from './capsule-figure.ts';

const figure = rodFigure(allFours);
const wallAt = (xM: number): Scene => ({
  figure,
  solids: propSolids({ kind: 'wall', positionM: [xM, 0, 0], sizeM: [0.08, 1.4, 1.5], yawRad: 0 }),
  mat: standardMat,
});
const boundsOf = (positions: Float32Array): { low: number[]; high: number[] } => {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  positions.forEach((value, i) => {
    low[i % 3] = Math.min(low[i % 3]!, value);
    high[i % 3] = Math.max(high[i % 3]!, value);
  });
  return { low, high };
};

describe('a wall', () => {
  test('runs on above and behind, and its face stays where it is', () => {
    for (const [xM, away] of [
      [1, 1],
      [-1.4, -1],
    ] as const) {
      const before = boundsOf(wallAt(xM).solids[0]!.positions);
      const after = boundsOf(wallBeyondFrame(wallAt(xM)).solids[0]!.positions);
      expect(after.high[2]!).toBeGreaterThan(3);
      expect(after.low[2]!).toBeCloseTo(0, 3);
      const [face, back] = away > 0 ? (['low', 'high'] as const) : (['high', 'low'] as const);
      expect(after[face][0]!).toBeCloseTo(before[face][0]!, 3);
      expect(Math.abs(after[back][0]! - before[back][0]!)).toBeGreaterThan(1);
    }
  });

  test('needs little room in the frame: some of it beside the body', () => {
    const { low, high } = boundsOf(wallInFrame(wallAt(1)).solids[0]!.positions);
    expect(low[0]!).toBeGreaterThan(1);
    expect(high[0]!).toBeLessThan(1.3);
    expect(high[2]!).toBe(0);
  });
});

describe('the mat of a picture', () => {
  test('lies under the middle of what is on it, no longer than a mat is', () => {
    const { low, high } = boundsOf(figure.positions);
    const mat = matUnder({ figure, solids: [] });
    expect(mat.centreM[0]).toBeCloseTo((low[0]! + high[0]!) / 2, 5);
    expect(mat.lengthM).toBeLessThanOrEqual(standardMat.lengthM);
    expect(mat.lengthM).toBeGreaterThanOrEqual(Math.min(standardMat.lengthM, high[0]! - low[0]!));
    expect(mat.widthM).toBe(standardMat.widthM);
    const far = { ...rodMesh({ from: [4, 0, 0.1], to: [4, 0, 0.1], radiusM: 0.1 }), paint: 'cushion' } as const;
    expect(matUnder({ figure, solids: [far] }).lengthM).toBe(standardMat.lengthM);
  });

  test('ends before a wall', () => {
    const { centreM, lengthM } = matUnder(wallAt(0.6));
    expect(centreM[0] + lengthM / 2).toBeLessThan(0.6);
  });
});
