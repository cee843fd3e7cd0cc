import type { BodyState } from '@sacra/body';
import { add, distance as distanceBetween, scale, type Vec3 } from '@sacra/geometry';
import { smoothUnion } from './blend.ts';
import type { Part } from './parts.ts';
import { plaitWay, type OnPlait } from './plait-way.ts';
import { taperedCapsule, type Primitive } from './primitives.ts';
import type { Proportions } from './proportions.ts';

/** From the middle of the plait to that of a strand, across it and away from the skin, and the radius of a strand, metres at 1.70 m. */
const HALF_WIDTH_M = 0.0096;
const HALF_DEPTH_M = 0.005;
const STRAND_M = 0.0082;
/** What is left of that at the plait's end. */
const TAPER = 0.62;
/** How often a strand comes round, in how many pieces; where the band is that ends the plait, a share of its way. */
const ROUNDS = 3.2;
const PIECES = 30;
const BAND_AT = 0.83;
/** The hair that is gathered into it begins here, head frame, metres at 1.70 m. */
const GATHERED_FROM_M: Vec3 = [-0.052, 0.008, 0.012];

/** A plait of three strands that lies over the left shoulder, a band around its end, and a tuft below it. */
export function plaitParts(p: Proportions, bind: BodyState): Part[] {
  const way = plaitWay(p, bind);
  const pieces = [0, 1, 2].flatMap((strand) =>
    Array.from({ length: PIECES }, (_, i) => {
      const [from, to] = [(BAND_AT * i) / PIECES, (BAND_AT * (i + 1)) / PIECES];
      return capsule(p, strandAt(way, strand, from), strandAt(way, strand, to), [strandM(from), strandM(to)]);
    }),
  );
  const [root, band, bandEnd, belly, tip] = [0, BAND_AT, BAND_AT + 0.025, BAND_AT + 0.09, 1].map(
    (share) => way(share).middle,
  ) as [Vec3, Vec3, Vec3, Vec3, Vec3];
  const part = (primitive: Primitive, blendM: number): Part => {
    return { segment: p.segment('head'), region: 'hair', side: 'middle', primitive, blendM: p.length(blendM) };
  };
  return [
    part(capsule(p, GATHERED_FROM_M, root, [0.024, 0.0165]), 0.014),
    part(together(pieces, p.length(0.0016)), 0.0016),
    part(capsule(p, band, bandEnd, [0.0086, 0.0086]), 0.002),
    part(capsule(p, bandEnd, belly, [0.0066, 0.0092]), 0.002),
    part(capsule(p, belly, tip, [0.0092, 0.0026]), 0.008),
  ];
}

const taperAt = (share: number): number => 1 + (TAPER - 1) * share;
const strandM = (share: number): number => STRAND_M * taperAt(share);

/** The middle of one of three strands that go over and under one another: seen along the plait it draws an eight. */
function strandAt(way: (share: number) => OnPlait, strand: number, share: number): Vec3 {
  const { middle, across, away } = way(share);
  const turnRad = 2 * Math.PI * ((ROUNDS * share) / BAND_AT + strand / 3);
  const [acrossM, awayM] = [HALF_WIDTH_M * Math.sin(turnRad), HALF_DEPTH_M * Math.sin(2 * turnRad)];
  return add(middle, scale(add(scale(across, acrossM), scale(away, awayM)), taperAt(share)));
}

/** Between two points of the head's frame, metres at 1.70 m, with its radius at either. */
function capsule(p: Proportions, from: Vec3, to: Vec3, [fromM, toM]: readonly [number, number]): Primitive {
  return taperedCapsule(scale(from, p.length(1)), p.length(fromM), scale(to, p.length(1)), p.length(toM));
}

/** Many solids as one, joined in order with seams of `widthM`. Those too far away to matter are passed over. */
function together(solids: readonly Primitive[], widthM: number): Primitive {
  const ends = solids.map(({ centreM }) => centreM);
  const middle = [0, 1, 2].map((k) => ends.reduce((sum, centre) => sum + centre[k]!, 0) / ends.length);
  const centreM: Vec3 = [middle[0]!, middle[1]!, middle[2]!];
  const reach = solids.map((solid) => distanceBetween(solid.centreM, centreM) + solid.boundingRadiusM);
  return {
    centreM,
    boundingRadiusM: Math.max(...reach),
    distance(x, y, z) {
      let nearest = Infinity;
      for (const {
        centreM: [cx, cy, cz],
        boundingRadiusM,
        distance,
      } of solids) {
        const least = Math.hypot(x - cx, y - cy, z - cz) - boundingRadiusM;
        if (least < nearest + widthM) nearest = smoothUnion(nearest, distance(x, y, z), widthM);
      }
      return nearest;
    },
  };
}
