import { createState, forwardKinematics, integrate, mirrorConfiguration, type Configuration } from '@sacra/body';
import { quatExp, quatMultiply, quatRotate, type Quaternion } from '@sacra/geometry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bindConfiguration } from '../src/bind.ts';
import { bindState } from '../src/figure.ts';
import { DUAL_QUATERNION_SIZE, segmentDualQuaternions, skinVertices } from '../src/skinning.ts';
import { referenceBody as body } from './reference-body.ts';
import { referenceSkin as mesh } from './reference-figure.ts';

const bind = bindState(body);
const state = createState(body);

function skinned(q: Configuration): { positions: Float32Array; normals: Float32Array } {
  const dualQuaternions = new Float32Array(DUAL_QUATERNION_SIZE * body.segments.length);
  forwardKinematics(body, q, state);
  segmentDualQuaternions(body, bind, state, dualQuaternions);
  const positions = new Float32Array(mesh.positions.length);
  const normals = new Float32Array(mesh.normals.length);
  skinVertices(mesh, dualQuaternions, positions, normals);
  return { positions, normals };
}

const furthest = (a: Float32Array, b: Float32Array): number => {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!));
  return most;
};

/** Somewhere near the bind pose: a step of at most 0.6 in each degree of freedom. */
const anyConfiguration = fc
  .array(fc.double({ min: -0.6, max: 0.6, noNaN: true }), {
    minLength: body.velocitySize,
    maxLength: body.velocitySize,
  })
  .map((step) => {
    const q = bindConfiguration(body);
    integrate(body, bindConfiguration(body), Float64Array.from(step), q);
    return q;
  });
const anyVector = fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -3, max: 3, noNaN: true }))) as fc.Arbitrary<
  [number, number, number]
>;

describe('dual-quaternion skinning', () => {
  test('in the bind pose nothing moves', () => {
    const { positions, normals } = skinned(bindConfiguration(body));
    expect(furthest(positions, mesh.positions)).toBeLessThan(1e-6);
    expect(furthest(normals, mesh.normals)).toBeLessThan(1e-6);
  });

  test('a rigid motion of the whole body moves the skin rigidly', () => {
    fc.assert(
      fc.property(anyConfiguration, anyVector, anyVector, (q, turnVector, shift) => {
        const before = skinned(q);
        const turn = quatExp(turnVector);
        const moved = q.slice();
        const root = quatRotate(turn, [q[0]!, q[1]!, q[2]!]);
        root.forEach((value, k) => (moved[k] = value + shift[k]!));
        moved.set(quatMultiply(turn, Array.from(q.subarray(3, 7)) as unknown as Quaternion), 3);
        const after = skinned(moved);
        const expected = new Float32Array(before.positions.length);
        for (let o = 0; o < expected.length; o += 3) {
          const at = quatRotate(turn, [before.positions[o]!, before.positions[o + 1]!, before.positions[o + 2]!]);
          at.forEach((value, k) => (expected[o + k] = value + shift[k]!));
        }
        expect(furthest(after.positions, expected)).toBeLessThan(2e-5);
      }),
      { numRuns: 12 },
    );
  });

  test('the mirror image of a configuration gives the mirror image of the skin', () => {
    const twins = twinVertices();
    fc.assert(
      fc.property(anyConfiguration, (q) => {
        const { positions } = skinned(q);
        const { positions: mirrored } = skinned(mirrorConfiguration(body, q));
        let most = 0;
        twins.forEach((twin, v) => {
          most = Math.max(
            most,
            Math.abs(mirrored[3 * twin]! - positions[3 * v]!),
            Math.abs(mirrored[3 * twin + 1]! + positions[3 * v + 1]!),
            Math.abs(mirrored[3 * twin + 2]! - positions[3 * v + 2]!),
          );
        });
        expect(most).toBeLessThan(2e-5);
      }),
      { numRuns: 12 },
    );
  });

  test('signs along the tree agree: a child lies on its parent’s half of the sphere, even after whole turns', () => {
    fc.assert(
      fc.property(anyConfiguration, anyVector, (q, turnVector) => {
        const moved = q.slice();
        moved.set(quatExp(turnVector), 3);
        const out = new Float32Array(DUAL_QUATERNION_SIZE * body.segments.length);
        forwardKinematics(body, moved, state);
        segmentDualQuaternions(body, bind, state, out);
        body.segments.forEach(({ parent }, s) => {
          if (parent < 0) return;
          let dot = 0;
          for (let c = 0; c < 4; c++)
            dot += out[DUAL_QUATERNION_SIZE * s + c]! * out[DUAL_QUATERNION_SIZE * parent + c]!;
          expect(dot).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  test('a vertex with one bone follows its segment exactly', () => {
    const q = bindConfiguration(body);
    const knee = body.joints.find(({ name }) => name === 'knee.flexion.left')!;
    q[knee.qIndex] = 2;
    const { positions } = skinned(q);
    const foot = body.segments.findIndex(({ name }) => name === 'foot.left');
    const v = Array.from({ length: mesh.positions.length / 3 }, (_, i) => i).find(
      (i) => mesh.boneIndices[4 * i] === foot && mesh.boneWeights[4 * i] === 1,
    )!;
    const distance = (points: Float32Array, frame: typeof bind): number =>
      Math.hypot(...[0, 1, 2].map((k) => points[3 * v + k]! - frame.positionM[3 * foot + k]!));
    expect(distance(positions, state)).toBeCloseTo(distance(mesh.positions, bind), 5);
    expect(furthest(positions.subarray(3 * v, 3 * v + 3), mesh.positions.subarray(3 * v, 3 * v + 3))).toBeGreaterThan(
      0.1,
    );
  });
});

/** For each vertex the one at its mirror place in the bind pose. */
function twinVertices(): Uint32Array {
  const place = (x: number, y: number, z: number): string => [x, y + 0, z].map((n) => n.toFixed(7)).join();
  const at = new Map<string, number>();
  const { positions } = mesh;
  for (let v = 0; v < positions.length / 3; v++)
    at.set(place(positions[3 * v]!, positions[3 * v + 1]!, positions[3 * v + 2]!), v);
  return Uint32Array.from({ length: positions.length / 3 }, (_, v) =>
    at.get(place(positions[3 * v]!, -positions[3 * v + 1]!, positions[3 * v + 2]!))!,
  );
}
