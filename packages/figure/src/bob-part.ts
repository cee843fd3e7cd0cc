import { mix, smoothCut, smoothStep, smoothUnion } from './blend.ts';
import { skull } from './head-parts.ts';
import { hairlineDistance } from './hairline.ts';
import { leftOfParting, sideParting } from './parting.ts';
import type { Part } from './parts.ts';
import { ellipsoid, type Primitive } from './primitives.ts';
import type { Proportions } from './proportions.ts';
import { atTheBack, pressedFlat } from './resting-head.ts';

/** Hair down to the jaw, parted at the left: it sweeps over the brow to the right, and on the left it is tucked behind the ear. */
export function bobPart(p: Proportions): Part {
  const scale = p.length(1);
  const under = skull(p);
  const primitive: Primitive = {
    centreM: [0, 0, p.length(0.035)],
    boundingRadiusM: p.length(0.16),
    distance(x, y, z) {
      return scale * bobDistance(x / scale, y / scale, z / scale, under.distance(x, y, z) / scale);
    },
  };
  return { segment: p.segment('head'), region: 'hair', side: 'middle', primitive, blendM: p.length(0.004) };
}

/** A bell that hangs from the skull, and what it hangs around: jaw and neck. Metres at 1.70 m. */
const bell = ellipsoid([0.0025, 0, -0.004], [0.0845, 0.0885, 0.125]);
const hollow = ellipsoid([0.012, 0, -0.03], [0.07, 0.068, 0.085]);

/** On the right the face is free within this half width, up to where it narrows, and narrows to nothing at the parting. */
const OPEN_M = 0.0575;
const NARROWS_M = 0.004;
const PARTING_M = 0.112;
/** How fully it opens on the way up. */
const OPENS = 2.3;
/** On the left what hangs down hangs behind this. */
const BEHIND_EAR_M = -0.021;

/** Metres at 1.70 m. */
function bobDistance(x: number, y: number, z: number, toSkull: number): number {
  const left = leftOfParting(x, y);
  const onTop = smoothStep(sideParting.fromM - 0.02, sideParting.fromM + 0.02, x);
  const parting = 0.0034 * Math.exp(-((left / 0.005) ** 2)) * onTop;
  // it rises from its root on either side, higher where there is more of it
  const risen = left < 0 ? 0.0066 * smoothStep(-0.003, -0.04, left) : 0.0042 * smoothStep(0.004, 0.04, left);
  const thickness = mix(0.012 + risen * smoothStep(0.06, 0.1, z), 0.0035, atTheBack(x)) - parting;
  const falls = falling(x, y, z);
  const hung = smoothCut(smoothUnion(toSkull - thickness, falls, 0.02), -hollow.distance(x, y, z), 0.012);
  const sweptRight = smoothCut(hung, -face(x, y, z), 0.009);
  // drawn back over the ear it lies close, and rises from the hairline
  const inside = hairlineDistance(x, y, z, 1);
  const close = toSkull - thickness * smoothStep(-0.003, 0.03, inside) + 0.008 * smoothStep(0.001, -0.012, inside);
  const behindEar = smoothCut(smoothCut(falls, -hollow.distance(x, y, z), 0.012), x - BEHIND_EAR_M, 0.012);
  const tucked = smoothUnion(close, behindEar, 0.012);
  return pressedFlat(mix(sweptRight, tucked, smoothStep(-0.004, 0.004, left)), x, z, parting);
}

/** What hangs from the head: a bell with locks, whose hem is shorter at the nape, longer on the right, and turned in. */
function falling(x: number, y: number, z: number): number {
  const turn = Math.atan2(Math.abs(y), x + 0.02);
  const lock = 0.0018 * Math.cos(15 * turn + 6 * z + (y < 0 ? 1.2 : 0)) * smoothStep(0.1, 0.03, z);
  const hem = -0.066 - 0.009 * smoothStep(0.02, -0.06, y) + 0.013 * smoothStep(0.02, -0.07, x);
  return smoothCut(bell.distance(x, y, z) - lock, hem + 0.0012 * Math.cos(15 * turn) - z, 0.022);
}

/** Where the face is free on the right, up to the parting: inside negative. */
function face(x: number, y: number, z: number): number {
  const up = Math.min(1, Math.max(0, (z - NARROWS_M) / (PARTING_M - NARROWS_M)));
  const edge = mix(-OPEN_M, sideParting.acrossM + sideParting.slant * 0.09, up ** OPENS);
  return smoothCut((edge - y) * 0.8, 0.012 - x, 0.02);
}
