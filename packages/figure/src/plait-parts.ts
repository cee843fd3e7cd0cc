import type { Vec3 } from '@sacra/geometry';
import { skull } from './head-parts.ts';
import type { Part } from './parts.ts';
import { taperedCapsule, type Primitive } from './primitives.ts';
import type { Proportions } from './proportions.ts';
import { pressedFlat } from './resting-head.ts';

/** A plait laid around the head like a wreath: metres at 1.70 m. */
const MIDDLE_X_M = 0.0062;
const HALF_LENGTH_M = 0.053;
const HALF_WIDTH_M = 0.056;
/** How far above the skull its middle runs. */
const OVER_SKULL_M = 0.0092;
/** Strands of one half, on either edge. */
const STRANDS = 13;
const STRAND_RADIUS_M = 0.0076;

/** The left half: strands lie over one another from its upper and its lower edge in turn, each pointing the way the plait runs. */
export function plaitParts(p: Proportions): Part[] {
  const path = pathOver(p);
  const step = Math.PI / STRANDS;
  return Array.from({ length: STRANDS }, (_, i) =>
    [1, -1].map((edge) => ({ at: (i + (edge > 0 ? 0.25 : 0.75)) * step, edge })),
  )
    .flat()
    .map(({ at, edge }): Part => {
      const from = path(Math.max(0, at - 0.55 * step), 0.0078 * edge, 0);
      const to = path(Math.min(Math.PI, at + 0.55 * step), -0.0026 * edge, 0.0022);
      return {
        segment: p.segment('head'),
        region: 'hair',
        side: 'left',
        primitive: lainOn(p, taperedCapsule(from, p.length(STRAND_RADIUS_M), to, p.length(0.8 * STRAND_RADIUS_M))),
        blendM: p.length(0.003),
        pairBlendM: p.length(0.003),
      };
    });
}

const lainOn = (p: Proportions, strand: Primitive): Primitive => ({
  ...strand,
  distance: (x, y, z) =>
    p.length(pressedFlat(strand.distance(x, y, z) / p.length(1), x / p.length(1), z / p.length(1))),
});

/** Points of the wreath: `angle` from the brow (0) to the back (π), so far up the skull from its middle line, so far out of it. */
function pathOver(p: Proportions): (angle: number, upM: number, outM: number) => Vec3 {
  const under = skull(p);
  return (angle, upM, outM) => {
    const x = MIDDLE_X_M + HALF_LENGTH_M * Math.cos(angle);
    const y = HALF_WIDTH_M * Math.sin(angle);
    const z = 0.11 + 0.02 * Math.cos(angle) + upM;
    // up is also inwards, on a slope like the skull's there
    const inwards = 1 - (0.8 * upM) / HALF_LENGTH_M;
    return outTo(under, p, [MIDDLE_X_M + (x - MIDDLE_X_M) * inwards, y * inwards, z], OVER_SKULL_M + outM);
  };
}

/** Moves a point away from the middle of the skull until it is so far above it. */
function outTo(under: Primitive, p: Proportions, [x, y, z]: Vec3, aboveM: number): Vec3 {
  const middle: Vec3 = [p.length(0.0105), 0, p.length(0.05)];
  const towards: Vec3 = [p.length(x) - middle[0], p.length(y) - middle[1], p.length(z) - middle[2]];
  const at = (share: number): Vec3 => [
    middle[0] + share * towards[0],
    middle[1] + share * towards[1],
    middle[2] + share * towards[2],
  ];
  let [low, high] = [0.3, 2];
  for (let round = 0; round < 30; round++) {
    const half = (low + high) / 2;
    if (under.distance(...at(half)) < p.length(aboveM)) low = half;
    else high = half;
  }
  return at(low);
}
