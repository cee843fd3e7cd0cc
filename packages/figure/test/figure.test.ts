import { referencePerson } from '@sacra/body';
import { describe, expect, test } from 'vitest';
import { BODY_DENSITY_KG_PER_L, bindState } from '../src/figure.ts';
import { enclosedVolume, type FigureShape } from '../src/mesh.ts';
import { referenceBody, TEST_CELL_M } from './reference-body.ts';
import { referenceHalf as half, referenceSkin as figure } from './reference-figure.ts';

const names = referenceBody.segments.map(({ name }) => name);

/** Every edge of every triangle with its direction, as one number. */
function directedEdges({ indices, positions }: FigureShape): number[] {
  const count = positions.length / 3;
  const edges: number[] = [];
  for (let t = 0; t < indices.length; t += 3)
    for (let c = 0; c < 3; c++) edges.push(indices[t + c]! * count + indices[t + ((c + 1) % 3)]!);
  return edges;
}

describe('the figure', () => {
  test('is closed and faces outward: each edge is walked as often one way as the other', () => {
    const count = figure.positions.length / 3;
    const balance = new Map<number, number>();
    for (const edge of directedEdges(figure)) {
      const [a, b] = [Math.floor(edge / count), edge % count];
      const key = Math.min(a, b) * count + Math.max(a, b);
      balance.set(key, (balance.get(key) ?? 0) + (a < b ? 1 : -1));
    }
    expect([...balance.values()].filter((value) => value !== 0)).toEqual([]);
    expect(enclosedVolume(figure.positions, figure.indices)).toBeGreaterThan(0);
  });

  test('weighs what the person weighs, within three in a hundred', () => {
    const massKg = 1000 * enclosedVolume(figure.positions, figure.indices) * BODY_DENSITY_KG_PER_L;
    expect(Math.abs(massKg / referencePerson.massKg - 1)).toBeLessThan(0.03);
  });

  test('is its own mirror image: each vertex off the middle has a twin with twin bones', () => {
    const count = half.positions.length / 3;
    const places = new Map<string, number>();
    const place = (x: number, y: number, z: number): string => [x, y, z].map((n) => n.toFixed(7)).join();
    for (let v = 0; v < figure.positions.length / 3; v++)
      places.set(place(figure.positions[3 * v]!, figure.positions[3 * v + 1]!, figure.positions[3 * v + 2]!), v);
    for (let v = 0; v < count; v++) {
      const [x, y, z] = [half.positions[3 * v]!, half.positions[3 * v + 1]!, half.positions[3 * v + 2]!];
      const twin = places.get(place(x, -y + 0, z));
      expect(twin).toBeDefined();
      const heaviest = names[figure.boneIndices[4 * v]!]!;
      const heaviestOfTwin = names[figure.boneIndices[4 * twin!]!]!;
      if (y > 0.03) expect(heaviestOfTwin).toBe(heaviest.replace('.left', '.right'));
    }
  });

  test('no half reaches over the middle', () => {
    for (let o = 1; o < half.positions.length; o += 3) expect(half.positions[o]!).toBeGreaterThanOrEqual(0);
  });

  test('the weights of a vertex sum to one, none is negative, and the seam leans to neither side', () => {
    const { boneWeights, boneIndices, positions } = figure;
    expect(boneWeights.every((weight) => weight >= 0)).toBe(true);
    let [furthestFromOne, mostLean] = [0, 0];
    for (let v = 0; v < positions.length / 3; v++) {
      let sum = 0;
      let lean = 0;
      for (let k = 4 * v; k < 4 * v + 4; k++) {
        sum += boneWeights[k]!;
        const name = names[boneIndices[k]!]!;
        lean += name.endsWith('.left') ? boneWeights[k]! : name.endsWith('.right') ? -boneWeights[k]! : 0;
      }
      furthestFromOne = Math.max(furthestFromOne, Math.abs(sum - 1));
      if (positions[3 * v + 1] === 0) mostLean = Math.max(mostLean, Math.abs(lean));
    }
    expect(furthestFromOne).toBeLessThan(5e-6);
    expect(mostLean).toBeLessThan(1e-6);
  });

  test('normals have unit length and agree with the way the triangles face', () => {
    const { positions, normals, indices } = figure;
    let agreeing = 0;
    for (let t = 0; t < indices.length; t += 3) {
      const [a, b, c] = [3 * indices[t]!, 3 * indices[t + 1]!, 3 * indices[t + 2]!];
      const u = [0, 1, 2].map((k) => positions[b + k]! - positions[a + k]!);
      const w = [0, 1, 2].map((k) => positions[c + k]! - positions[a + k]!);
      const facing = [u[1]! * w[2]! - u[2]! * w[1]!, u[2]! * w[0]! - u[0]! * w[2]!, u[0]! * w[1]! - u[1]! * w[0]!];
      if (facing.reduce((sum, value, k) => sum + value * normals[a + k]!, 0) >= 0) agreeing++;
    }
    expect(agreeing / (indices.length / 3)).toBeGreaterThan(0.985);
    let furthestFromUnit = 0;
    for (let o = 0; o < normals.length; o += 3) {
      const length = Math.hypot(normals[o]!, normals[o + 1]!, normals[o + 2]!);
      furthestFromUnit = Math.max(furthestFromUnit, Math.abs(length - 1));
    }
    expect(furthestFromUnit).toBeLessThan(5e-5);
  });

  test('skin lies where the body is said to touch the mat, within a centimetre', () => {
    const bind = bindState(referenceBody);
    const touching = ['heel', 'ball-big', 'ball-little', 'palm-heel', 'palm-index', 'palm-little', 'knee', 'elbow'];
    for (const plain of [...touching.map((name) => `${name}.left`), 'sacrum', 'lumbar-back', 'mid-back', 'head-back']) {
      const { segment, positionM } = referenceBody.landmarks.get(plain)!;
      const [w, x, y, z] = bind.rotation.subarray(4 * segment, 4 * segment + 4) as unknown as [
        number,
        number,
        number,
        number,
      ];
      const [px, py, pz] = positionM;
      const [tx, ty, tz] = [2 * (y * pz - z * py), 2 * (z * px - x * pz), 2 * (x * py - y * px)];
      const at = [
        bind.positionM[3 * segment]! + px + w * tx + y * tz - z * ty,
        bind.positionM[3 * segment + 1]! + py + w * ty + z * tx - x * tz,
        bind.positionM[3 * segment + 2]! + pz + w * tz + x * ty - y * tx,
      ];
      let nearestM = Infinity;
      for (let o = 0; o < half.positions.length; o += 3)
        nearestM = Math.min(nearestM, Math.hypot(...at.map((value, k) => value - half.positions[o + k]!)));
      // a mesh this coarse has a vertex within 0.7 of a cell of every point of its surface
      expect(nearestM, plain).toBeLessThan(0.01 + 0.7 * TEST_CELL_M);
    }
  });
});
