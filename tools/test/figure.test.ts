import { createBody, createState, forwardKinematics, referencePerson } from '@sacra/body';
import {
  bindState,
  buildHalfFigure,
  decodeFigure,
  DUAL_QUATERNION_SIZE,
  enclosedVolume,
  mirrorHalf,
  segmentDualQuaternions,
  skinVertices,
} from '@sacra/figure';
import { catalogueSolver } from '@sacra/solve';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { figurePath } from '../src/bake-figure.ts';
import { readContent } from '../src/content/read-content.ts';

const content = readContent(join(fileURLToPath(new URL('../../', import.meta.url)), 'content'));
if (!content.ok) throw new Error('The content cannot be read; its own tests say why.');
const { bodyTables, catalogue } = content.value;
const body = createBody(referencePerson, bodyTables);

describe('the figure in the poses', () => {
  test('keeps its volume to six in a hundred in every keyframe', () => {
    const mesh = mirrorHalf(buildHalfFigure(body, 0.011));
    const bind = bindState(body);
    const state = createState(body);
    const dualQuaternions = new Float32Array(DUAL_QUATERNION_SIZE * body.segments.length);
    const [positions, normals] = [mesh.positions.slice(), mesh.normals.slice()];
    const atRest = enclosedVolume(mesh.positions, mesh.indices);
    const solver = catalogueSolver(body, catalogue);
    const changes = [...catalogue.keyframes.keys()].map((key) => {
      forwardKinematics(body, solver.keyframe(key).q, state);
      segmentDualQuaternions(body, bind, state, dualQuaternions);
      skinVertices(mesh, dualQuaternions, positions, normals);
      return { key, change: enclosedVolume(positions, mesh.indices) / atRest - 1 };
    });
    expect(changes.filter(({ change }) => Math.abs(change) > 0.06)).toEqual([]);
  });
});

describe('the figure’s file, as it was baked for the app', () => {
  test('is under 250 kB on the wire, closed, and of the person’s weight', () => {
    const bytes = readFileSync(figurePath);
    expect(gzipSync(bytes).length).toBeLessThan(250_000);
    const decoded = decodeFigure(bytes);
    if (!decoded.ok) throw new Error(decoded.error.type);
    const { positions, indices } = decoded.value;
    const massKg = 1010 * enclosedVolume(positions, indices);
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
});
