import type { BodyState } from '@sacra/body';
import { mix, smoothStep } from './blend.ts';
import { bobPart } from './bob-part.ts';
import { curlBulge } from './curls.ts';
import { skull } from './head-parts.ts';
import { hairlineDistance } from './hairline.ts';
import type { MeshedHairStyle } from './outfit.ts';
import { leftOfParting, sideParting } from './parting.ts';
import type { Part } from './parts.ts';
import { plaitParts } from './plait-parts.ts';
import { ellipsoid, type Primitive } from './primitives.ts';
import type { Proportions } from './proportions.ts';
import { atTheBack, pressedFlat } from './resting-head.ts';
import { scarfParts } from './scarf-parts.ts';

/**
 * The solids of a way to wear hair in the state `bind`, over the bare head, mostly in its frame. No style reaches far behind the back of the head: one lies on
 * it. What lies inside the head is cut away when it is meshed.
 */
export function hairParts(p: Proportions, style: MeshedHairStyle, bind: BodyState): Part[] {
  switch (style) {
    case 'knot':
      return [layer(p, { fullness: drawnUp, riseM: 0.03 }), ...knot(p)];
    case 'crop':
      return [layer(p, { fullness: shortCrop, riseM: 0.026, reliefM: partedLocks })];
    case 'bob':
      return [bobPart(p)];
    case 'curls':
      return [layer(p, { fullness: shortCurls, riseM: 0.034, reliefM: creases })];
    case 'plait':
      return [layer(p, { fullness: combedToSide, riseM: 0.03, reliefM: parted }), ...plaitParts(p, bind)];
    case 'scarf':
      return scarfParts(p, bind);
  }
}

interface LayerShape {
  /** Thickness of the hair away from its edge, metres at 1.70 m, at a point of the head frame in metres at 1.70 m. */
  readonly fullness: (x: number, y: number, z: number) => number;
  /** The way it takes from the hairline to reach it. */
  readonly riseM: number;
  /** How uneven it is where it is pressed flat, metres at 1.70 m. */
  readonly reliefM?: (x: number, y: number, z: number) => number;
}

/** A layer over the skull that rises softly from the hairline and sinks into the skin beyond it. */
function layer(p: Proportions, { fullness, riseM, reliefM }: LayerShape): Part {
  const scale = p.length(1);
  const under = skull(p);
  const primitive: Primitive = {
    centreM: under.centreM,
    boundingRadiusM: under.boundingRadiusM + p.length(0.035),
    distance(x, y, z) {
      const [u, v, w] = [x / scale, y / scale, z / scale];
      const inside = hairlineDistance(u, v, w, 1);
      const lies = mix(fullness(u, v, w), reliefM ? 0.008 : 0.0035, atTheBack(u));
      const thickness = lies * smoothStep(-0.003, riseM, inside) - 0.008 * smoothStep(0.001, -0.012, inside);
      return scale * pressedFlat(under.distance(x, y, z) / scale - thickness, u, w, reliefM?.(u, v, w));
    },
  };
  return { segment: p.segment('head'), region: 'hair', side: 'middle', primitive, blendM: p.length(0.004) };
}

/** Where the knot sits, metres at 1.70 m, and the way it points away from the head, unit length. */
const KNOT_M = [-0.031, 0.165] as const;
const AXIS = [-0.37, 0.93] as const;

/** Drawn to the knot in broad locks. */
const drawnUp: LayerShape['fullness'] = (x, y, z) => {
  const [dx, dz] = [x - KNOT_M[0], z - KNOT_M[1]];
  const ahead = dx * AXIS[1] - dz * AXIS[0];
  const lock = Math.cos(11 * Math.atan2(y, ahead)) * smoothStep(0.03, 0.07, Math.hypot(ahead, y));
  return 0.0085 + 0.0045 * smoothStep(0.03, 0.13, z) + 0.0015 * lock;
};

/** A groove along the side parting, metres at 1.70 m, as far back as that reaches. */
const parted = (x: number, y: number): number =>
  0.004 *
  Math.exp(-((leftOfParting(x, y) / 0.0048) ** 2)) *
  smoothStep(sideParting.fromM - 0.02, sideParting.fromM + 0.02, x);

/** Parted at the left and combed to where the plait begins. */
const combedToSide: LayerShape['fullness'] = (x, y, z) =>
  0.0082 + 0.0045 * smoothStep(0.03, 0.13, z) * smoothStep(0.002, 0.035, Math.abs(leftOfParting(x, y))) - parted(x, y);

/** Short at the sides and the nape; on top it is longer, parted at the left, and falls to the right in broad locks. */
const shortCrop: LayerShape['fullness'] = (x, y, z) => {
  const left = leftOfParting(x, y);
  const top = smoothStep(0.045, 0.13, z + 0.12 * Math.max(0, x));
  const swept = smoothStep(0.002, -0.045, left) * smoothStep(-0.095, -0.035, y);
  const lifted = 0.0125 * swept * mix(1, 1.25, smoothStep(0.03, 0.085, x)) + 0.0035 * smoothStep(0.004, 0.03, left);
  return 0.0068 + top * (lifted + 0.0042 * (lockAt(x, y) - 0.4) * swept) - parted(x, y);
};

/** 1 along the ridge of a lock, 0 between locks: they leave the parting towards the right and the back. */
const lockAt = (x: number, y: number): number =>
  1 - Math.abs(Math.sin(105 * (0.93 * x - 0.38 * y) + 0.7 * Math.sin(55 * y)));

/** Locks, and the parting, can be told where hair lies flat over the brow, too. */
const partedLocks = (x: number, y: number): number =>
  parted(x, y) + 0.0024 * (1 - lockAt(x, y)) * smoothStep(0, 0.05, x) * smoothStep(-0.002, -0.03, leftOfParting(x, y));

/** A round of short curls. */
const shortCurls: LayerShape['fullness'] = (x, y, z) => {
  const beforeTheBrow = smoothStep(0.05, 0.1, x);
  return (0.013 + 0.011 * smoothStep(0.0, 0.12, z)) * (1 - 0.6 * beforeTheBrow) + curlBulge(x, y, z);
};

/** Between curls it lies deeper than on them. */
const creases = (x: number, y: number, z: number): number => 0.0065 - 0.75 * curlBulge(x, y, z);

/** Gathered where it is clear of what one lies on: a coil of hair, with a band around its root. */
function knot(p: Proportions): Part[] {
  const scale = p.length(1);
  const at: readonly [number, number, number] = [p.length(KNOT_M[0]), 0, p.length(KNOT_M[1])];
  const ball = ellipsoid(at, [p.length(0.0435), p.length(0.0455), p.length(0.0365)], -0.38);
  const coil: Primitive = {
    centreM: at,
    boundingRadiusM: p.length(0.05),
    distance(x, y, z) {
      const [dx, dz] = [x / scale - KNOT_M[0], z / scale - KNOT_M[1]];
      const up = dx * AXIS[0] + dz * AXIS[1];
      const around = Math.hypot(dx * AXIS[1] - dz * AXIS[0], y / scale);
      const relief = 0.0014 * Math.cos(235 * (around + 0.9 * up)) * smoothStep(0, 0.012, around);
      return scale * pressedFlat(ball.distance(x, y, z) / scale - relief, x / scale, z / scale);
    },
  };
  const common = { segment: p.segment('head'), region: 'hair', side: 'middle' } as const;
  return [{ ...common, primitive: coil, blendM: p.length(0.01) }];
}
