import { ballToWorldInto, sides, type Body, type BodyState } from '@sacra/body';
import type { Vec3 } from '@sacra/geometry';
import { smoothStep } from './blend.ts';
import type { FigureShape } from './mesh.ts';

/** A part of an arm that presses on soft flesh: one of the body's capsules. */
interface PressingPart {
  readonly capsule: string;
  /** It begins so far along the capsule, gently: what is nearer to the shoulder always touches the trunk. */
  readonly fromShare: number;
  /** Half its breadth where it is flat, metres; a round part's is its radius. */
  readonly halfBreadthM: number;
  /** How far beyond its middle flesh makes way for it, a share of its radius: a hand lies on the flesh, a heavy arm in it. */
  readonly depth: number;
}

/** In the order in which `writePressing` has them, left and right of each. */
export const pressingParts: readonly PressingPart[] = [
  { capsule: 'upper-arm', fromShare: 0.3, halfBreadthM: 0, depth: 0.6 },
  { capsule: 'forearm', fromShare: 0, halfBreadthM: 0, depth: 0.75 },
  { capsule: 'hand', fromShare: 0, halfBreadthM: 0.032, depth: 0.8 },
  { capsule: 'fingers', fromShare: 0, halfBreadthM: 0.032, depth: 0.8 },
  { capsule: 'fingertips', fromShare: 0, halfBreadthM: 0.026, depth: 0.8 },
].flatMap((part) => sides.map((side) => ({ ...part, capsule: `${part.capsule}.${side}` })));

/** Numbers that `writePressing` writes: of each part its start, its radius there, its end, its radius there. */
export const PRESSING_SIZE = 8 * pressingParts.length;

/**
 * How deep the flesh on a segment gives, metres: what lies deeper under the skin than this presses on the other side of the limb. Below
 * zero where an arm grows out of the trunk, and at the knee, where there is bone: there nothing presses.
 */
const givesBySegment: Readonly<Record<string, number>> = {
  pelvis: 0.09,
  'lumbar-lower': 0.1,
  'lumbar-middle': 0.1,
  'lumbar-upper': 0.1,
  'thorax-lower': 0.09,
  'thorax-upper': 0.05,
  clavicle: -0.15,
  'upper-arm': -0.4,
  thigh: 0.055,
  shank: -0.07,
};

/** `givesBySegment` for the segments of a body, in their order. */
export const fleshGivesM = (body: Body): readonly number[] =>
  body.segments.map(({ name }) => givesBySegment[name.replace(/\.(left|right)$/, '')] ?? 0);

/** Shares of a part's radius: how far to its sides flesh is pressed in full, and where it begins to slope up beyond its rim. */
export const PRESSED = { inFull: 0.7, rim: 1.1 } as const;
/** Beyond its rim the flesh slopes up over so much, metres, and so much for each metre that it is pressed in. */
export const SLOPE = { leastM: 0.012, aMetre: 0.7 } as const;
/** A part that begins along its capsule presses in full from this share of its own length. */
export const GENTLE_START = 0.9;
/** Flesh that gives less than this, metres, yields but in part: over a bone it goes in less and less, without a step. */
export const YIELDS_IN_FULL_M = 0.03;
/** What is deeper than flesh gives is felt less and less, up to this many times as deep. */
export const FADES_AT = 1.4;

/** Where the parts are that press, in a state of the body. */
export function createPressing(body: Body): (state: BodyState, out: Float32Array) => void {
  const parts = pressingParts.map(({ capsule: name, fromShare }) => {
    const capsule = body.capsules.find((one) => one.name === name);
    if (!capsule) throw new Error(`No capsule ${name}; there are ${body.capsules.map((one) => one.name).join(', ')}.`);
    const { startM, endM, startRadiusM, endRadiusM, segment } = capsule;
    const between = (a: number, b: number): number => a + fromShare * (b - a);
    const fromM: Vec3 = [between(startM[0], endM[0]), between(startM[1], endM[1]), between(startM[2], endM[2])];
    return { segment, ends: [fromM, endM], radiiM: [between(startRadiusM, endRadiusM), endRadiusM] } as const;
  });
  return (state, out) => {
    for (let i = 0; i < parts.length; i++) {
      const { segment, ends, radiiM } = parts[i]!;
      for (let end = 0; end < 2; end++) ballToWorldInto(state, segment, ends[end]!, radiiM[end]!, out, 8 * i + 4 * end);
    }
  };
}

/**
 * Lets soft flesh make way for arms and hands that press on it: skin above or just under a part goes in along its normal, to the part's
 * underside, and slopes up beside it. Writes over skinned positions and unit normals: the twin of `pressedIn` in the stage's vertex shader.
 */
export function pressFlesh(
  body: Body,
  { boneIndices, boneWeights }: FigureShape,
  pressing: Float32Array,
  positions: Float32Array,
  normals: Float32Array,
): void {
  const gives = fleshGivesM(body);
  for (let v = 0; v < positions.length / 3; v++) {
    let givesM = 0;
    for (let k = 4 * v; k < 4 * v + 4; k++) givesM += boneWeights[k]! * gives[boneIndices[k]!]!;
    if (givesM > 0) pressVertex(givesM, pressing, positions, normals, 3 * v);
  }
}

function pressVertex(
  givesM: number,
  pressing: Float32Array,
  positions: Float32Array,
  normals: Float32Array,
  o: number,
): void {
  const [x, y, z] = [positions[o]!, positions[o + 1]!, positions[o + 2]!];
  const [nx, ny, nz] = [normals[o]!, normals[o + 1]!, normals[o + 2]!];
  const yields = smoothStep(0, YIELDS_IN_FULL_M, givesM);
  let most = 0;
  const tilt = [0, 0, 0];
  for (let i = 0; i < pressingParts.length; i++) {
    // from the skin to the nearest place on the part's axis
    const at = 8 * i;
    const [ax, ay, az] = [pressing[at]! - x, pressing[at + 1]! - y, pressing[at + 2]! - z];
    const [bx, by, bz] = [pressing[at + 4]! - x - ax, pressing[at + 5]! - y - ay, pressing[at + 6]! - z - az];
    const along = Math.min(
      1,
      Math.max(0, -(ax * bx + ay * by + az * bz) / Math.max(bx * bx + by * by + bz * bz, 1e-8)),
    );
    const [wx, wy, wz] = [ax + along * bx, ay + along * by, az + along * bz];
    const radiusM = pressing[at + 3]! + along * (pressing[at + 7]! - pressing[at + 3]!);

    // how deep it lies under the skin, and how far aside
    const { halfBreadthM, fromShare, depth } = pressingParts[i]!;
    const deepM = -(wx * nx + wy * ny + wz * nz);
    const pressedM = deepM + depth * radiusM;
    if (pressedM <= 0 || deepM >= FADES_AT * givesM) continue;
    const [sx, sy, sz] = [wx + deepM * nx, wy + deepM * ny, wz + deepM * nz];
    const asideM = Math.sqrt(sx * sx + sy * sy + sz * sz);
    const halfM = Math.max(radiusM, halfBreadthM);
    const innerM = PRESSED.inFull * halfM;
    const outerM = PRESSED.rim * halfM + SLOPE.leastM + SLOPE.aMetre * pressedM;
    const start = fromShare === 0 ? 1 : smoothStep(0, GENTLE_START, along);
    const inFullM = pressedM * yields * start * (1 - smoothStep(givesM, FADES_AT * givesM, deepM));
    const pushM = inFullM * (1 - smoothStep(innerM, outerM, asideM));
    if (pushM <= most) continue;
    most = pushM;
    const t = Math.min(1, Math.max(0, (asideM - innerM) / (outerM - innerM)));
    const slope = (inFullM * 6 * t * (1 - t)) / ((outerM - innerM) * Math.max(asideM, 1e-6));
    [tilt[0], tilt[1], tilt[2]] = [slope * sx, slope * sy, slope * sz];
  }
  if (most === 0) return;
  const [tx, ty, tz] = [nx + tilt[0]!, ny + tilt[1]!, nz + tilt[2]!];
  const length = Math.sqrt(tx * tx + ty * ty + tz * tz);
  positions.set([x - most * nx, y - most * ny, z - most * nz], o);
  normals.set([tx / length, ty / length, tz / length], o);
}
