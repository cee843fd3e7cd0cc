import type { BodyState } from '@sacra/body';
import { smoothUnion } from './blend.ts';
import type { Part } from './parts.ts';

/** A part placed in the world of the bind pose. */
export interface PlacedPart {
  readonly part: Part;
  /** Row-major rotation world → segment and the segment's origin in the world, metres. */
  readonly worldToSegment: Float64Array;
  readonly originM: Float64Array;
  /** Bounding sphere, world, metres. */
  readonly centreM: readonly [number, number, number];
  readonly radiusM: number;
}

/** Places every part by the state of its segment. */
export function placeParts(parts: readonly Part[], state: BodyState): PlacedPart[] {
  return parts.map((part) => {
    const p = part.segment * 3;
    const r = part.segment * 4;
    const originM = Float64Array.from(state.positionM.subarray(p, p + 3));
    const worldToSegment = transposedRotation(state.rotation.subarray(r, r + 4));
    const m = (i: number): number => worldToSegment[i] ?? 0;
    const [cx, cy, cz] = part.primitive.centreM;
    const centre = [0, 1, 2].map((a) => (originM[a] ?? 0) + m(a) * cx + m(3 + a) * cy + m(6 + a) * cz);
    const [x = 0, y = 0, z = 0] = centre;
    return { part, worldToSegment, originM, centreM: [x, y, z], radiusM: part.primitive.boundingRadiusM };
  });
}

/** Signed distance of a world point to one placed part, metres. */
export function partDistance(placed: PlacedPart, x: number, y: number, z: number): number {
  const { originM: o, worldToSegment: m, part } = placed;
  const dx = x - o[0]!;
  const dy = y - o[1]!;
  const dz = z - o[2]!;
  return part.primitive.distance(
    m[0]! * dx + m[1]! * dy + m[2]! * dz,
    m[3]! * dx + m[4]! * dy + m[5]! * dz,
    m[6]! * dx + m[7]! * dy + m[8]! * dz,
  );
}

/** Coordinates of a world point in the frame of a placed part. */
export function toSegment(placed: PlacedPart, x: number, y: number, z: number): [number, number, number] {
  const { originM: o, worldToSegment: m } = placed;
  const dx = x - o[0]!;
  const dy = y - o[1]!;
  const dz = z - o[2]!;
  return [
    m[0]! * dx + m[1]! * dy + m[2]! * dz,
    m[3]! * dx + m[4]! * dy + m[5]! * dz,
    m[6]! * dx + m[7]! * dy + m[8]! * dz,
  ];
}

/** Beyond this reach of its bounding sphere a part cannot touch the surface: the widest blend and some slack, metres. */
const INFLUENCE_M = 0.07;

/** The parts whose solid or blend may matter within `reachM` of a point, world, metres. */
export function partsNear(
  placed: readonly PlacedPart[],
  x: number,
  y: number,
  z: number,
  reachM: number,
): PlacedPart[] {
  return placed.filter(({ centreM: [cx, cy, cz], radiusM, part }) => {
    const reach = radiusM + reachM + INFLUENCE_M;
    if (Math.hypot(x - cx, y - cy, z - cz) < reach) return true;
    return part.side === 'left' && Math.hypot(x - cx, y + cy, z - cz) < reach;
  });
}

/**
 * The figure's signed distance at a world point, metres: the smooth union (or, for a carved part, difference), in order, of the parts. Unless a
 * part of the middle has two different sides it is exactly symmetric about y = 0: paired parts are first joined with their twins.
 */
export function fieldDistance(near: readonly PlacedPart[], x: number, y: number, z: number): number {
  let distance = 1;
  for (const placed of near) {
    const { part } = placed;
    let own = partDistance(placed, x, y, z);
    if (part.side === 'left') own = smoothUnion(own, partDistance(placed, x, -y, z), part.pairBlendM ?? 0.006);
    distance = part.carved ? -smoothUnion(-distance, own, part.blendM) : smoothUnion(distance, own, part.blendM);
  }
  return distance;
}

function transposedRotation(q: Float64Array): Float64Array {
  const [w = 1, x = 0, y = 0, z = 0] = q;
  return Float64Array.of(
    1 - 2 * (y * y + z * z),
    2 * (x * y + w * z),
    2 * (x * z - w * y),
    2 * (x * y - w * z),
    1 - 2 * (x * x + z * z),
    2 * (y * z + w * x),
    2 * (x * z + w * y),
    2 * (y * z - w * x),
    1 - 2 * (x * x + y * y),
  );
}
