import { mix, smoothCut, smoothStep, smoothUnion } from './blend.ts';
import { skull } from './head-parts.ts';
import type { Part } from './parts.ts';
import { ellipsoid, type Primitive } from './primitives.ts';
import type { Proportions } from './proportions.ts';
import { atTheBack, pressedFlat } from './resting-head.ts';

/** Hair down to the jaw, parted in the middle, that falls to either side of the face. */
export function bobPart(p: Proportions): Part {
  const scale = p.length(1);
  const under = skull(p);
  const primitive: Primitive = {
    centreM: [0, 0, p.length(0.035)],
    boundingRadiusM: p.length(0.16),
    distance(x, y, z) {
      return scale * bobDistance(x / scale, Math.abs(y) / scale, z / scale, under.distance(x, y, z) / scale);
    },
  };
  return { segment: p.segment('head'), region: 'hair', side: 'middle', primitive, blendM: p.length(0.004) };
}

/** A bell that hangs from the skull, and what it hangs around: jaw and neck. Metres at 1.70 m. */
const bell = ellipsoid([0.0045, 0, -0.004], [0.0865, 0.0895, 0.125]);
const hollow = ellipsoid([0.012, 0, -0.03], [0.07, 0.068, 0.085]);

/** The face is free within this half width, up to where it narrows, and narrows to nothing at the parting. */
const OPEN_M = 0.0575;
const NARROWS_M = 0.004;
const PARTING_M = 0.112;

/** Metres at 1.70 m, for y ≥ 0. */
function bobDistance(x: number, y: number, z: number, toSkull: number): number {
  const turn = Math.atan2(y, x + 0.02);
  const lock = 0.0016 * Math.cos(17 * turn + 6 * z) * smoothStep(0.1, 0.03, z);
  const parting = 0.0045 * Math.exp(-((y / 0.005) ** 2)) * smoothStep(-0.03, 0.02, x);
  const cap = toSkull - mix(0.0125 + 0.004 * smoothStep(0.02, 0.06, y), 0.0035, atTheBack(x)) + parting;
  // the hem is shorter at the nape, and turned in
  const hem = -0.066 + 0.012 * smoothStep(0.02, -0.07, x) + 0.0012 * Math.cos(17 * turn) - z;
  const fall = smoothCut(bell.distance(x, y, z) - lock, hem, 0.022);
  const hair = smoothCut(smoothUnion(cap, fall, 0.02), -hollow.distance(x, y, z), 0.012);
  const narrowing = Math.min(1, Math.max(0, (z - NARROWS_M) / (PARTING_M - NARROWS_M)));
  const open = OPEN_M * (1 - narrowing ** 2.6);
  const face = smoothCut((y - open) * 0.8, 0.012 - x, 0.02);
  return pressedFlat(smoothCut(hair, -face, 0.009), x, z, parting);
}
