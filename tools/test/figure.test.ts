import { createBody, referencePerson, segmentByName } from '@sacra/body';
import {
  BODY_DENSITY_KG_PER_L,
  bindState,
  decodeFigure,
  dressFigure,
  enclosedVolume,
  poseFigure,
  reshapeFigure,
  usualOutfit,
  type FigureMesh,
} from '@sacra/figure';
import { quatRotateInverse, type Quaternion } from '@sacra/geometry';
import { catalogueSolver } from '@sacra/solve';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { figurePath } from '../src/bake-figure.ts';
import { readContent } from '../src/content/read-content.ts';
import { differentBodies } from '../src/different-bodies.ts';

const content = readContent(join(fileURLToPath(new URL('../../', import.meta.url)), 'content'));
if (!content.ok) throw new Error('The content cannot be read; its own tests say why.');
const { bodyTables, catalogue } = content.value;
const body = createBody(referencePerson, bodyTables);

const baked = (): FigureMesh => {
  const decoded = decodeFigure(readFileSync(figurePath));
  if (!decoded.ok) throw new Error(decoded.error.type);
  return dressFigure(body, decoded.value, undefined, usualOutfit);
};

describe('the figure in the poses', () => {
  test('keeps its volume to 6.5 in a hundred in every keyframe', () => {
    const mesh = baked();
    const bind = bindState(body);
    const atRest = enclosedVolume(mesh.positions, mesh.indices);
    const solver = catalogueSolver(body, catalogue);
    const changes = [...catalogue.keyframes.keys()].map((key) => {
      const { positions } = poseFigure(body, mesh, bind, solver.keyframe(key).q);
      return { key, change: enclosedVolume(positions, mesh.indices) / atRest - 1 };
    });
    expect(changes.filter(({ change }) => Math.abs(change) > 0.065)).toEqual([]);
  });
});

describe('the figure’s file, as it was baked for the app', () => {
  test('is under 250 kB on the wire, closed, and of the person’s weight', () => {
    const bytes = readFileSync(figurePath);
    expect(gzipSync(bytes).length).toBeLessThan(250_000);
    const decoded = decodeFigure(bytes);
    if (!decoded.ok) throw new Error(decoded.error.type);
    const { positions, indices } = decoded.value;
    const massKg = 1000 * BODY_DENSITY_KG_PER_L * enclosedVolume(positions, indices);
    expect(Math.abs(massKg / referencePerson.massKg - 1)).toBeLessThan(0.03);
    const edges = new Map<string, number>();
    for (let t = 0; t < indices.length; t += 3)
      for (let c = 0; c < 3; c++) {
        const [a, b] = [indices[t + c]!, indices[t + ((c + 1) % 3)]!];
        const key = a < b ? `${a} ${b}` : `${b} ${a}`;
        edges.set(key, (edges.get(key) ?? 0) + (a < b ? 1 : -1));
      }
    expect([...edges.values()].every((balance) => balance === 0)).toBe(true);
  });

  test.each(differentBodies)('weighs what the person weighs, reshaped: $name', ({ person }) => {
    const mesh = reshapeFigure(baked(), body, createBody(person, bodyTables));
    const massKg = 1000 * BODY_DENSITY_KG_PER_L * enclosedVolume(mesh.positions, mesh.indices);
    expect(Math.abs(massKg / person.massKg - 1)).toBeLessThan(0.03);
  });

  test('has four fingers, each apart from the next', () => {
    // the farther half of what lies beyond the middle joints
    expect(piecesOf(baked(), 'fingertips.left', -0.012)).toBe(4);
  });
});

/** How many pieces the skin of a segment falls into below a height of its own frame. */
function piecesOf(mesh: FigureMesh, name: string, belowM: number): number {
  const segment = segmentByName(body, name);
  const { rotation, positionM } = bindState(body);
  const turn = Array.from(rotation.subarray(4 * segment, 4 * segment + 4)) as unknown as Quaternion;
  const isThere = (v: number): boolean => {
    const from = (k: number): number => mesh.positions[3 * v + k]! - positionM[3 * segment + k]!;
    return mesh.boneIndices[4 * v] === segment && quatRotateInverse(turn, [from(0), from(1), from(2)])[2] < belowM;
  };
  const leader = new Map<number, number>();
  const leaderOf = (v: number): number => {
    const above = leader.get(v) ?? v;
    return above === v ? v : leaderOf(above);
  };
  for (let t = 0; t < mesh.indices.length; t += 3) {
    const corners = [mesh.indices[t]!, mesh.indices[t + 1]!, mesh.indices[t + 2]!] as const;
    if (!corners.every(isThere)) continue;
    for (const v of corners) leader.set(leaderOf(v), leaderOf(corners[0]));
  }
  return new Set([...leader.keys()].map(leaderOf)).size;
}
