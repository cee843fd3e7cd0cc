import type { BodyState } from '@sacra/body';
import type { Vec3 } from '@sacra/geometry';
import { smoothStep, smoothUnion } from './blend.ts';
import { cranium } from './head-parts.ts';
import { hairlineDistance } from './hairline.ts';
import type { MeshedHairStyle } from './outfit.ts';
import type { Part } from './parts.ts';
import { ellipsoid, taperedCapsule, type Primitive } from './primitives.ts';
import type { Proportions } from './proportions.ts';
import { pressedFlat } from './resting-head.ts';
import { scarfParts } from './scarf-parts.ts';

/**
 * The solids of a way to wear hair in the state `bind`, over the bare head, mostly in its frame. No style reaches far behind the back of the head: one lies on
 * it. What lies inside the head is cut away when it is meshed.
 */
export function hairParts(p: Proportions, style: MeshedHairStyle, bind: BodyState): Part[] {
  switch (style) {
    case 'knot':
      return [...layer(p, { fullness: pulledBack, riseM: 0.024 }), ...knot(p)];
    case 'crop':
      return layer(p, { fullness: shortCrop, riseM: 0.029 });
    case 'bob':
      return bob(p);
    case 'curls':
      return layer(p, { fullness: shortCurls, riseM: 0.036 });
    case 'plait':
      return [...layer(p, { fullness: pulledBack, riseM: 0.02 }), ...plait(p)];
    case 'scarf':
      return scarfParts(p, bind);
  }
}

interface LayerShape {
  /** Thickness of the hair away from its edge, metres at 1.70 m, at a point of the head frame in metres at 1.70 m. */
  readonly fullness: (x: number, y: number, z: number) => number;
  /** The way it takes from the hairline to reach it. */
  readonly riseM: number;
}

/** Hair lies thin where the head rests on it. */
const atTheBack = (x: number): number => smoothStep(-0.045, -0.078, x);

const pulledBack: LayerShape['fullness'] = (x, _y, z) =>
  mix(0.0062 + 0.004 * smoothStep(0, 0.14, z), 0.0035, atTheBack(x));

/** Short at the sides and the nape, longer on top, brushed to one side of the brow and back. */
const shortCrop: LayerShape['fullness'] = (x, y, z) => {
  const top = smoothStep(0.06, 0.135, z);
  const lock = 0.0014 * Math.sin(95 * x + 210 * y) * top;
  return mix(0.0055 + 0.0125 * top + lock, 0.0035, atTheBack(x));
};

/** A round of short curls, with a surface like curls. */
const shortCurls: LayerShape['fullness'] = (x, y, z) => {
  const curl =
    Math.sin(210 * x + 2.5 * Math.sin(110 * z)) * Math.sin(220 * y + 1.1) +
    Math.sin(205 * z + 2 * Math.sin(100 * x)) * Math.sin(190 * y + 0.6);
  const round = (0.02 + 0.012 * smoothStep(0.02, 0.13, z)) * (1 - 0.4 * smoothStep(0.045, 0.095, x));
  return mix(round + 0.0026 * curl, 0.004, atTheBack(x));
};

/** A layer over the skull that rises from the hairline and sinks into the skin beyond it. */
function layer(p: Proportions, { fullness, riseM }: LayerShape): Part[] {
  const scale = p.length(1);
  const skull = cranium(p);
  const primitive: Primitive = {
    centreM: skull.centreM,
    boundingRadiusM: skull.boundingRadiusM + p.length(0.035),
    distance(x, y, z) {
      const [u, v, w] = [x / scale, Math.abs(y) / scale, z / scale];
      const rise = smoothStep(-0.002, riseM, hairlineDistance(u, v, w, 1));
      const thickness = fullness(u, v, w) * rise - 0.006 * (1 - rise);
      return scale * pressedFlat(skull.distance(x, y, z) / scale - thickness, u, w);
    },
  };
  return [{ ...hairOf(p), primitive, blendM: p.length(0.004) }];
}

/** Gathered high on the crown, clear of what one lies on: a soft ball, and a band at its root. */
function knot(p: Proportions): Part[] {
  const ball = ellipsoid(scaled(p, [-0.029, 0, 0.167]), scaled(p, [0.0365, 0.0385, 0.0305]), -0.25);
  return [{ ...hairOf(p), primitive: ball, blendM: p.length(0.014) }];
}

/** A plait laid around the head like a wreath: beads along an ellipse that leans back. */
const PLAIT_BEADS = 26;

function plait(p: Proportions): Part[] {
  return Array.from({ length: PLAIT_BEADS / 2 }, (_, i): Part => {
    const angle = ((i + 0.5) / PLAIT_BEADS) * 2 * Math.PI;
    const [x, y] = [0.0065 + 0.064 * Math.cos(angle), 0.06 * Math.sin(angle)];
    const z = 0.102 + 0.24 * (x - 0.0065) - 0.35 * Math.max(0, x - 0.045);
    const ahead: Vec3 = [
      -0.013 * Math.sin(angle) + 0.006 * Math.cos(angle),
      0.0125 * Math.cos(angle) + 0.005 * Math.sin(angle),
      0.006,
    ];
    const from = scaled(p, [x - ahead[0], y - ahead[1], z - ahead[2] - 0.002]);
    const to = scaled(p, [x + ahead[0], y + ahead[1], z + ahead[2]]);
    return {
      ...hairOf(p),
      side: 'left',
      primitive: taperedCapsule(from, p.length(0.0105), to, p.length(0.0105)),
      blendM: p.length(0.0035),
      pairBlendM: p.length(0.0035),
    };
  });
}

/** Down to the jaw, parted in the middle, open at the face. */
function bob(p: Proportions): Part[] {
  const scale = p.length(1);
  const skull = cranium(p);
  const primitive: Primitive = {
    centreM: scaled(p, [0.0, 0, 0.035]),
    boundingRadiusM: p.length(0.16),
    distance(x, y, z) {
      return scale * bobDistance(x / scale, Math.abs(y) / scale, z / scale, skull.distance(x, y, z) / scale);
    },
  };
  return [{ ...hairOf(p), primitive, blendM: p.length(0.004) }];
}

const curtain = ellipsoid([0.004, 0, -0.002], [0.0865, 0.0955, 0.12]);
/** What the curtain hangs around: jaw and neck. */
const hollow = ellipsoid([0.012, 0, -0.03], [0.074, 0.0755, 0.08]);

/** Metres at 1.70 m: a bell around the skull, cut off at the jaw, with the face left free. */
function bobDistance(x: number, y: number, z: number, toSkull: number): number {
  const parting = 0.004 * Math.exp(-((y / 0.006) ** 2)) * smoothStep(-0.03, 0.03, x);
  const cap = toSkull - mix(0.012, 0.0035, atTheBack(x)) + parting;
  const hem = -0.066 + 0.01 * smoothStep(0, -0.07, x) - z;
  const fall = smoothCut(curtain.distance(x, y, z), hem, 0.02);
  const open = smoothCut(fall, -hollow.distance(x, y, z), 0.01);
  // the face: in front of an edge that runs back from the parting to the cheeks, and under the hairline
  const edge = 0.09 - 0.34 * y - 0.012 * smoothStep(0.04, -0.05, z);
  const face = smoothCut(edge - x, z - (0.109 - 0.22 * y), 0.02);
  return pressedFlat(smoothCut(smoothUnion(cap, open, 0.02), -face, 0.01), x, z);
}

const hairOf = ({ segment }: Proportions) => ({ segment: segment('head'), region: 'hair', side: 'middle' }) as const;

const scaled = ({ length }: Proportions, v: Vec3): Vec3 => [length(v[0]), length(v[1]), length(v[2])];

const mix = (from: number, to: number, share: number): number => from + (to - from) * share;

/** What two solids share, with a rounded edge. */
const smoothCut = (a: number, b: number, widthM: number): number => -smoothUnion(-a, -b, widthM);
