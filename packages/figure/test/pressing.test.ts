import { createState, forwardKinematics, mirrorConfiguration, neutralConfiguration, type Body } from '@sacra/body';
import { describe, expect, test } from 'vitest';
import { dressFigure } from '../src/dress.ts';
import { bindState } from '../src/figure.ts';
import type { FigureMesh } from '../src/mesh.ts';
import { usualOutfit } from '../src/outfit.ts';
import { createPressing, pressFlesh, PRESSING_SIZE } from '../src/pressing.ts';
import { reshapeFigure } from '../src/reshape.ts';
import { DUAL_QUATERNION_SIZE, segmentDualQuaternions, skinVertices } from '../src/skinning.ts';
import { bodyOf, referenceBody } from './reference-body.ts';
import { referenceSkin } from './reference-figure.ts';

const heavy = bodyOf({ sex: 'female', statureM: 1.58, massKg: 95, fleshAtMiddle: 0.4 });
const reference = dressFigure(referenceBody, referenceSkin, undefined, usualOutfit);
const mesh = reshapeFigure(reference, referenceBody, heavy);

interface Skin {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
}

function skinned(body: Body, of: FigureMesh, q = neutralConfiguration(body)): { bare: Skin; pressed: Skin } {
  const state = createState(body);
  forwardKinematics(body, q, state);
  const motion = new Float32Array(DUAL_QUATERNION_SIZE * body.segments.length);
  segmentDualQuaternions(body, bindState(body), state, motion);
  const bare = { positions: new Float32Array(of.positions.length), normals: new Float32Array(of.normals.length) };
  skinVertices(of, motion, bare.positions, bare.normals);
  const pressed = { positions: bare.positions.slice(), normals: bare.normals.slice() };
  const pressing = new Float32Array(PRESSING_SIZE);
  createPressing(body)(state, pressing);
  pressFlesh(body, of, pressing, pressed.positions, pressed.normals);
  return { bare, pressed };
}

const plainNames = heavy.segments.map(({ name }) => name.split('.')[0]!);
const heaviest = (v: number): string => plainNames[mesh.boneIndices[4 * v]!]!;
const movedM = ({ bare, pressed }: ReturnType<typeof skinned>, v: number): number =>
  Math.hypot(...[0, 1, 2].map((k) => pressed.positions[3 * v + k]! - bare.positions[3 * v + k]!));
const vertices = Array.from({ length: mesh.positions.length / 3 }, (_, v) => v);

describe('flesh under an arm', () => {
  // the arms hang beside a trunk that is wider than they are apart
  const standing = skinned(heavy, mesh);

  test('goes in, by as much as an arm is thick and more, and only flesh does', () => {
    const moved = vertices.filter((v) => movedM(standing, v) > 0);
    expect(moved.length).toBeGreaterThan(100);
    expect(Math.max(...moved.map((v) => movedM(standing, v)))).toBeGreaterThan(0.03);
    const names = new Set(moved.map(heaviest));
    expect([...names].filter((name) => !/^(pelvis|lumbar|thorax|thigh)/.test(name))).toEqual([]);
  });

  test('goes in along its normal, never out', () => {
    const { bare, pressed } = standing;
    const outM = vertices.map((v) =>
      [0, 1, 2].reduce(
        (sum, k) => sum + (pressed.positions[3 * v + k]! - bare.positions[3 * v + k]!) * bare.normals[3 * v + k]!,
        0,
      ),
    );
    expect(Math.max(...outM)).toBeLessThan(1e-6);
    expect(Math.max(...vertices.map((v) => Math.abs(outM[v]! + movedM(standing, v))))).toBeLessThan(1e-5);
  });

  test('goes over into the skin around it without a step: neighbours go in about alike', () => {
    const { indices } = mesh;
    let steepest = 0;
    for (let t = 0; t < indices.length; t += 3)
      for (let c = 0; c < 3; c++) {
        const [a, b] = [indices[t + c]!, indices[t + ((c + 1) % 3)]!];
        const apartM = Math.hypot(
          ...[0, 1, 2].map((k) => standing.bare.positions[3 * a + k]! - standing.bare.positions[3 * b + k]!),
        );
        const stepM = Math.abs(movedM(standing, a) - movedM(standing, b));
        if (apartM > 0.004) steepest = Math.max(steepest, stepM / apartM);
      }
    expect(steepest).toBeLessThan(3.5);
  });

  test('keeps normals of unit length', () => {
    const { normals } = standing.pressed;
    const lengths = vertices.map((v) => Math.hypot(...normals.subarray(3 * v, 3 * v + 3)));
    expect(Math.min(...lengths)).toBeGreaterThan(0.9999);
    expect(Math.max(...lengths)).toBeLessThan(1.0001);
  });

  test('stays as it is where arms are away', () => {
    const q = neutralConfiguration(heavy);
    for (const joint of heavy.joints)
      if (joint.kind === 'ball')
        q.set([Math.SQRT1_2, (joint.side === 'left' ? 1 : -1) * Math.SQRT1_2, 0, 0], joint.qIndex);
    const apart = skinned(heavy, mesh, q);
    expect(vertices.filter((v) => movedM(apart, v) > 0)).toEqual([]);
  });

  test('makes way on the other side in the mirrored pose', () => {
    const q = neutralConfiguration(heavy);
    const elbow = heavy.joints.find(({ name }) => name === 'elbow.flexion.left')!;
    q[elbow.qIndex] = 1.2;
    const [one, other] = [skinned(heavy, mesh, q), skinned(heavy, mesh, mirrorConfiguration(heavy, q))];
    const place = (v: number, sign: 1 | -1): string =>
      [mesh.positions[3 * v]!, sign * mesh.positions[3 * v + 1]! + 0, mesh.positions[3 * v + 2]!].join();
    const at = new Map(vertices.map((v) => [place(v, 1), v]));
    const apartM = vertices.map((v) => Math.abs(movedM(other, at.get(place(v, -1)) ?? v) - movedM(one, v)));
    expect(vertices.filter((v) => at.has(place(v, -1))).length).toBeGreaterThan(0.99 * vertices.length);
    expect(Math.max(...apartM)).toBeLessThan(5e-5);
  });
});
