import {
  createBody,
  mirrorConfiguration,
  neutralConfiguration,
  type BodyTables,
  type Configuration,
  type Person,
} from '@sacra/body';
import { bindState, decodeFigure, dressFigure, poseFigure, reshapeFigure, usualOutfit } from '@sacra/figure';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import bodyTables from '../src/lib/content/generated/body.json';
import { createFigureGeometry } from '../src/lib/figure/figure-mesh.ts';
import { createSegmentMotion } from '../src/lib/figure/segment-motion.ts';
import { skinningDeclarations } from '../src/lib/figure/segment-shader.ts';
import { bakedBody, bakedPoses } from './support/baked-poses.ts';
import { vertexShader, type VertexShader } from './support/vertex-shader.ts';

const baked = decodeFigure(readFileSync(new URL('../static/atlas/figure.bin', import.meta.url)));
if (!baked.ok) throw new Error('the baked figure cannot be read: run `npm run bake`');
const usual = dressFigure(bakedBody, baked.value, undefined, usualOutfit);

const people: readonly (readonly [string, Person])[] = [
  ['the reference', bakedBody.person],
  ['small and heavy', { sex: 'female', statureM: 1.58, massKg: 95, fleshAtMiddle: 0.4 }],
  ['small and slight', { sex: 'female', statureM: 1.48, massKg: 41 }],
];

/** Poses in which flesh is pressed, or joints are bent far, one with the other side leading, and one that no body can take. */
const configurations: readonly (readonly [string, Configuration])[] = [
  ...['childs-pose', 'downward-dog', 'easy-seat', 'kneeling-lunge@right', 'side-rest@right', 'standing'].map(
    (key) => [key, bakedPoses.keyframes.get(key)!.q] as const,
  ),
  ['a spine wound up', woundUp()],
  ['the mirrored twist', mirrorConfiguration(bakedBody, bakedPoses.keyframes.get('supine-twist@right')!.q)],
];

/** Single precision rounds two metres to a ten-thousandth of a millimetre; a sum of a hundred steps is this far off at most. */
const MOST_APART_M = 0.00002;
/** A hundredth of a radian. Where two fingers press alike, rounding decides which of them turns a normal: on this share of the vertices. */
const MOST_TURNED = 0.01;
const UNDECIDED_SHARE = 0.0005;

const shaderOf = (segmentCount: number): string => /* glsl */ `
  precision highp float;
  precision highp int;
  #define attribute in
  in vec3 position;
  in vec3 normal;
  out vec3 place;
  out vec3 facing;
  ${skinningDeclarations(segmentCount)}
  void main() {
    mat2x4 motion = blendedMotion();
    place = moved(motion, position + normal * (swell * breath));
    facing = movedNormal(motion);
  }
`;

describe('the stage’s vertex shader puts the skin where the figure’s own functions do', () => {
  let shader: VertexShader;
  beforeAll(async () => {
    shader = await vertexShader(shaderOf(bakedBody.segments.length), 'segmentMotion', ['place', 'facing']);
  });
  afterAll(() => shader.close());

  test.each(people)('on the body of %s, in poses that press and bend it', async (_, person) => {
    const body = createBody(person, bodyTables as unknown as BodyTables);
    const mesh = reshapeFigure(usual, bakedBody, body);
    const geometry = createFigureGeometry(body, mesh);
    const motion = createSegmentMotion(body);
    const motions = configurations.map(([, q]) => {
      motion.pose(q);
      return motion.motion.slice();
    });
    const drawn = await shader.run(geometry, motions);
    configurations.forEach(([key, q], i) => {
      const [places, normals] = drawn[i]!;
      const own = poseFigure(body, mesh, bindState(body), q);
      const apart = distances(places!, own.positions);
      const turned = distances(normals!, own.normals);
      expect(Math.max(...apart), `${key}: metres apart`).toBeLessThan(MOST_APART_M);
      const undecided = turned.filter((angle) => !(angle < MOST_TURNED)).length;
      expect(undecided / turned.length, `${key}: share of the normals that differ`).toBeLessThan(UNDECIDED_SHARE);
      expect(Math.max(...distances(normals!, new Float32Array(normals!.length))), key).toBeCloseTo(1, 4);
    });
  });
});

/** The spine bent so far at every joint that from one joint to the next but one the short way round is backwards. */
function woundUp(): Configuration {
  const q = neutralConfiguration(bakedBody);
  for (const { kind, name, qIndex } of bakedBody.joints)
    if (kind === 'hinge' && /^(lumb|thor|neck).*flexion$/.test(name)) q[qIndex] = 1.75;
  return q;
}

/** How far apart points of two lists are, three numbers a point. */
function distances(a: Float32Array, b: Float32Array): number[] {
  return Array.from({ length: b.length / 3 }, (_, v) =>
    Math.hypot(a[3 * v]! - b[3 * v]!, a[3 * v + 1]! - b[3 * v + 1]!, a[3 * v + 2]! - b[3 * v + 2]!),
  );
}
