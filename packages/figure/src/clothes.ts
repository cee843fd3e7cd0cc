import type { BodyState } from '@sacra/body';
import { quatRotateInverse, type Quaternion, type Vec3 } from '@sacra/geometry';
import { smoothStep } from './blend.ts';
import { ear } from './head-parts.ts';
import { hairlineDistance } from './hairline.ts';
import type { Proportions } from './proportions.ts';

/** What the neckline and the armholes are drawn from: metres on the reference body, heights above the hips. */
const WAISTBAND_M = 0.148;
const TOP_HEM_M = 0.1;
const ANKLE_HEM_M = 0.075;
const NECK_HOLE_M = 0.064;
const NECKLINE_FRONT_M = 0.408;
const NECKLINE_BACK_M = 0.428;
const ARMHOLE_M = 0.072;
const ARMPIT_M = 0.4;
/** From this height the hole for the neck widens, so that the straps run out over the shoulders. */
const STRAP_M = 0.465;

/**
 * Signed distances to the edges of leggings, top and hair, 3 a vertex, metres, inside positive. All are continuous over the
 * skin, so that their zero lines are smooth on any mesh. Positions are of the half with y ≥ 0, in the bind pose.
 */
export function clothesFields(p: Proportions, bind: BodyState, positions: Float32Array): Float32Array {
  const { length, girth, segment, offsetM } = p;
  const local = (name: string) => {
    const s = segment(name);
    const q = Array.from(bind.rotation.subarray(4 * s, 4 * s + 4)) as unknown as Quaternion;
    const [ox = 0, oy = 0, oz = 0] = bind.positionM.subarray(3 * s, 3 * s + 3);
    return (x: number, y: number, z: number): Vec3 => quatRotateInverse(q, [x - ox, y - oy, z - oz]);
  };
  const inPelvis = local('pelvis');
  const inShank = local('shank.left');
  const inClavicle = local('clavicle.left');
  const inHead = local('head');
  const shoulder = segment('upper-arm.left');
  const [shoulderWorldX = 0, shoulderWorldY = 0, shoulderWorldZ = 0] = bind.positionM.subarray(
    3 * shoulder,
    3 * shoulder + 3,
  );
  const shoulderInPelvisM = inPelvis(shoulderWorldX, shoulderWorldY, shoulderWorldZ);
  const shankM = -offsetM('foot.left')[2];
  const [shoulderX, shoulderY, shoulderZ] = offsetM('upper-arm.left');
  const earShape = ear(p);
  const scale = length(1);

  const fields = new Float32Array(positions.length);
  for (let o = 0; o < positions.length; o += 3) {
    const [x, y, z] = [positions[o]!, positions[o + 1]!, positions[o + 2]!];
    const [px, py, pz] = inPelvis(x, y, z);

    // leggings: from the waistband (a little lower in front) to above the ankle
    const waistband = length(WAISTBAND_M - 0.008 * smoothStep(-0.1, 0.1, px / scale));
    const hem = inShank(x, y, z)[2] + shankM - length(ANKLE_HEM_M);
    fields[o] = Math.min(waistband - pz, hem);

    // top: a scooped neck, higher at the back, and an armhole around each shoulder
    const front = smoothStep(-0.06, 0.05, px / scale);
    const neckline = length(NECKLINE_FRONT_M * front + NECKLINE_BACK_M * (1 - front) + NECK_HOLE_M);
    const widening = 0.55 * Math.max(0, pz - length(STRAP_M));
    const neck = Math.hypot(py, Math.min(0, pz - neckline)) - length(NECK_HOLE_M) - widening;
    const [cx, cy, cz] = inClavicle(x, y, z);
    const around = Math.hypot(
      (cx - shoulderX) * 0.85,
      cy - shoulderY,
      Math.max(0, cz - shoulderZ) + Math.min(0, cz - shoulderZ) * 0.72,
    );
    // beyond the shoulder all is arm; below the armpit the side of the chest may be wider
    const shoulderEdge = shoulderInPelvisM[1] + length(0.004) + Math.max(0, length(ARMPIT_M) - pz);
    const armhole = Math.min(around - girth(ARMHOLE_M), shoulderEdge - py);
    fields[o + 1] = Math.min(neck, armhole, pz - length(TOP_HEM_M));

    const [hx, hy, hz] = inHead(x, y, z);
    fields[o + 2] = Math.min(hairlineDistance(hx, hy, hz, scale), earShape.distance(hx, hy, hz) - length(0.0015));
  }
  return fields;
}
