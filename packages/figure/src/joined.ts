import { smoothUnion } from './blend.ts';
import type { Primitive } from './primitives.ts';

/** One solid of several that are one, and the width of the rounded seam where it joins those before it, metres. */
interface Piece {
  readonly primitive: Primitive;
  readonly blendM: number;
  /** It takes material away instead of adding it. */
  readonly carved?: true;
}

/** How far the estimates of pieces may be off when one is left out as too far away to matter, metres. */
const SLACK_M = 0.012;

/** Several solids in the frame of one segment, joined in their order. */
export function joined(pieces: readonly Piece[]): Primitive {
  const solid = pieces.filter(({ carved }) => !carved);
  const centreM = [0, 1, 2].map((a) => {
    const low = Math.min(...solid.map(({ primitive: p }) => p.centreM[a]! - p.boundingRadiusM));
    const high = Math.max(...solid.map(({ primitive: p }) => p.centreM[a]! + p.boundingRadiusM));
    return (low + high) / 2;
  }) as [number, number, number];
  const reaches = solid.map(
    ({ primitive: p }) => Math.hypot(...p.centreM.map((c, a) => c - centreM[a]!)) + p.boundingRadiusM,
  );
  return {
    centreM,
    boundingRadiusM: Math.max(...reaches),
    distance(x, y, z) {
      let distance = 1;
      for (const { primitive, blendM, carved } of pieces) {
        const [cx, cy, cz] = primitive.centreM;
        const atLeast = Math.sqrt((x - cx) ** 2 + (y - cy) ** 2 + (z - cz) ** 2) - primitive.boundingRadiusM;
        if (atLeast > SLACK_M + blendM + (carved ? Math.max(0, -distance) : Math.max(0, distance))) continue;
        const own = primitive.distance(x, y, z);
        distance = carved ? -smoothUnion(-distance, own, blendM) : smoothUnion(distance, own, blendM);
      }
      return distance;
    },
  };
}
