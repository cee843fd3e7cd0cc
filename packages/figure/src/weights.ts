import type { Body } from '@sacra/body';
import { createDiffusion, type Diffusion } from './diffusion.ts';
import { partDistance, toSegment, type PlacedPart } from './field.ts';
import type { Surface } from './nets.ts';

/** Four bones and their weights (summing to 1) a vertex. */
export interface SkinWeights {
  boneIndices: Uint8Array;
  boneWeights: Float32Array;
}

/**
 * How far a segment's edge is blurred, metres on a body of 1.70 m: at its own joint, and at a distance of 0.25 m from it.
 * Wide where flesh slides (hip, shoulder), narrow where bone lies under the skin.
 */
const spreadBySegment: Readonly<Record<string, readonly [atJointM: number, farM: number]>> = {
  pelvis: [0.05, 0.05],
  'lumbar-lower': [0.042, 0.042],
  'lumbar-middle': [0.042, 0.042],
  'lumbar-upper': [0.042, 0.042],
  'thorax-lower': [0.045, 0.045],
  'thorax-upper': [0.045, 0.045],
  neck: [0.034, 0.034],
  head: [0.028, 0.02],
  clavicle: [0.045, 0.045],
  'upper-arm': [0.052, 0.032],
  forearm: [0.032, 0.02],
  hand: [0.018, 0.004],
  fingers: [0.006, 0.006],
  fingertips: [0.005, 0.005],
  thigh: [0.06, 0.045],
  shank: [0.038, 0.022],
  foot: [0.02, 0.01],
  toes: [0.008, 0.006],
};

/** Weights below this are left out. */
const SMALLEST_WEIGHT = 0.004;

const plainName = (name: string): string => name.replace(/\.(left|right)$/, '');

/** Each vertex goes to the segment of the part nearest to it; the edges between segments are then blurred over the skin. */
export function skinWeights(
  body: Body,
  placed: readonly PlacedPart[],
  surface: Surface,
  mirrorSegments: Uint8Array,
): SkinWeights {
  const { positions, indices } = surface;
  const count = positions.length / 3;
  const segmentOf = nearestSegments(placed, positions);
  const spreadM = spreads(body, placed, positions, segmentOf);
  const diffusion = createDiffusion(positions, indices, spreadM);
  const seam = new Uint8Array(count);
  for (let v = 0; v < count; v++) seam[v] = positions[3 * v + 1] === 0 ? 1 : 0;

  const heaviest = new Heaviest(count);
  for (let s = 0; s < body.segments.length; s++) {
    if (!segmentOf.includes(s)) continue;
    const { own, twin } = spreadSegment(diffusion, segmentOf, s, mirrorSegments[s] !== s ? seam : undefined);
    heaviest.offer(s, own);
    if (twin) heaviest.offer(mirrorSegments[s]!, twin);
  }
  return heaviest.normalised(mirrorSegments, seam);
}

/**
 * The weight of one segment over the half. A paired segment also reaches over the middle plane: with E the even and O
 * the odd solution there, it is (E + O) / 2 on its own side, and its twin from the other side is (E − O) / 2.
 */
function spreadSegment(
  diffusion: Diffusion,
  segmentOf: Int32Array,
  segment: number,
  seam: Uint8Array | undefined,
): { own: Float64Array; twin?: Float64Array } {
  const sharp = Float64Array.from(segmentOf, (s) => (s === segment ? 1 : 0));
  const even = sharp.slice();
  diffusion.spread(even);
  // most limbs never come near the middle
  if (!seam?.some((isSeam, v) => isSeam === 1 && even[v]! > SMALLEST_WEIGHT)) return { own: even };
  const odd = sharp;
  diffusion.spread(odd, seam);
  return {
    own: even.map((value, v) => (value + odd[v]!) / 2),
    twin: even.map((value, v) => (value - odd[v]!) / 2),
  };
}

function nearestSegments(placed: readonly PlacedPart[], positions: Float32Array): Int32Array {
  const solid = placed.filter(({ part }) => !part.carved);
  const segmentOf = new Int32Array(positions.length / 3);
  for (let v = 0; v < segmentOf.length; v++) {
    const [x, y, z] = [positions[3 * v]!, positions[3 * v + 1]!, positions[3 * v + 2]!];
    let nearestM = Infinity;
    let nearest: PlacedPart | undefined;
    for (const candidate of solid) {
      const [cx, cy, cz] = candidate.centreM;
      if (Math.hypot(x - cx, y - cy, z - cz) > candidate.radiusM + 0.08) continue;
      const distanceM = partDistance(candidate, x, y, z);
      if (distanceM < nearestM) [nearestM, nearest] = [distanceM, candidate];
    }
    if (!nearest) throw new Error(`No part of the figure is near its own surface at ${x}, ${y}, ${z}.`);
    const { part } = nearest;
    segmentOf[v] = part.segmentAt ? part.segmentAt(...toSegment(nearest, x, y, z)) : part.segment;
  }
  return segmentOf;
}

function spreads(
  body: Body,
  placed: readonly PlacedPart[],
  positions: Float32Array,
  segmentOf: Int32Array,
): Float32Array {
  const scale = body.person.statureM / 1.7;
  const originBySegment = new Map(placed.map(({ part, originM }) => [part.segment, originM]));
  return Float32Array.from(segmentOf, (segment, v) => {
    const name = plainName(body.segments[segment]!.name);
    const range = spreadBySegment[name];
    if (!range) throw new Error(`No spread for segment ${name}; there are ${Object.keys(spreadBySegment).join(', ')}.`);
    const origin = originBySegment.get(segment);
    const away = origin
      ? Math.hypot(
          positions[3 * v]! - origin[0]!,
          positions[3 * v + 1]! - origin[1]!,
          positions[3 * v + 2]! - origin[2]!,
        )
      : 0;
    return scale * (range[0] + (range[1] - range[0]) * Math.min(1, away / (0.25 * scale)));
  });
}

/** One more than a vertex keeps. */
const OFFERED = 5;

/** Keeps the four largest weights of each vertex. */
class Heaviest {
  private readonly bones: Uint8Array;
  private readonly weights: Float32Array;

  constructor(count: number) {
    this.bones = new Uint8Array(OFFERED * count);
    this.weights = new Float32Array(OFFERED * count);
  }

  offer(bone: number, weightByVertex: Float64Array): void {
    for (let v = 0; v < weightByVertex.length; v++) {
      let weight = weightByVertex[v]!;
      if (weight < SMALLEST_WEIGHT) continue;
      let carried = bone;
      for (let k = OFFERED * v; k < OFFERED * (v + 1); k++) {
        if (weight <= this.weights[k]!) continue;
        [weight, this.weights[k]] = [this.weights[k]!, weight];
        [carried, this.bones[k]] = [this.bones[k]!, carried];
      }
    }
  }

  /**
   * Weights that sum to 1. Each is less by the fifth largest: where one bone takes over from another as the fourth, both have come down to
   * nothing, so the skin has no step there. On the seam both sides pull alike.
   */
  normalised(mirrorSegments: Uint8Array, seam: Uint8Array): SkinWeights {
    const boneIndices = new Uint8Array(4 * seam.length);
    const boneWeights = new Float32Array(4 * seam.length);
    for (let v = 0; v < seam.length; v++) {
      const [from, o] = [OFFERED * v, 4 * v];
      const fifth = this.weights[from + 4]! < this.weights[from]! ? this.weights[from + 4]! : 0;
      for (let k = 0; k < 4; k++) {
        boneIndices[o + k] = this.bones[from + k]!;
        boneWeights[o + k] = this.weights[from + k]! - fifth;
      }
      if (seam[v] === 1) balance(boneIndices.subarray(o, o + 4), boneWeights.subarray(o, o + 4), mirrorSegments);
      const sum = boneWeights[o]! + boneWeights[o + 1]! + boneWeights[o + 2]! + boneWeights[o + 3]!;
      for (let k = o; k < o + 4; k++) {
        boneWeights[k] = boneWeights[k]! / sum;
        if (boneWeights[k] === 0) boneIndices[k] = boneIndices[o]!;
      }
    }
    return { boneIndices, boneWeights };
  }
}

/** Gives the two of a pair their mean, and a bone whose twin was not kept nothing. */
function balance(bones: Uint8Array, weights: Float32Array, mirrorSegments: Uint8Array): void {
  const before = weights.slice();
  bones.forEach((bone, k) => {
    const twin = mirrorSegments[bone]!;
    if (twin === bone || before[k] === 0) return;
    const ofTwin = before[bones.findIndex((other, j) => other === twin && before[j]! > 0)] ?? 0;
    weights[k] = ofTwin === 0 ? 0 : (before[k]! + ofTwin) / 2;
  });
}
