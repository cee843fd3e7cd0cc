import {
  createState,
  forwardKinematics,
  neutralConfiguration,
  segmentByName,
  type Body,
  type BodyState,
} from '@sacra/body';
import { smoothStep } from './blend.ts';
import { limbNames, limbOfVertices, type LimbName } from './limbs.ts';
import type { FigureShape } from './mesh.ts';
import type { LegCut, Outfit, TopCut } from './outfit.ts';
import { proportionsOf } from './proportions.ts';
import { inSegment } from './segment-frame.ts';
import { DUAL_QUATERNION_SIZE, segmentDualQuaternions, skinVertices } from './skinning.ts';

/** Where a leg of the garment ends: which segment of the leg, and how far down it as a share of its length. */
const legHems: Readonly<Record<LegCut, { readonly segment: 'thigh' | 'shank'; readonly share: number }>> = {
  leggings: { segment: 'shank', share: 0.82 },
  'calf-length': { segment: 'shank', share: 0.42 },
  shorts: { segment: 'thigh', share: 0.62 },
};

interface TopShape {
  /** Heights above the hips, metres on the reference body. A top that ends above the waistband is worn tucked in. */
  readonly hemM: number;
  /** The neckline at its lowest, in front and behind. */
  readonly neckFrontM: number;
  readonly neckBackM: number;
  readonly sleeve: { readonly segment: 'upper-arm' | 'forearm'; readonly share: number } | undefined;
}

const tops: Readonly<Record<TopCut, TopShape>> = {
  sleeveless: { hemM: 0.1, neckFrontM: 0.408, neckBackM: 0.428, sleeve: undefined },
  't-shirt': { hemM: 0.042, neckFrontM: 0.484, neckBackM: 0.522, sleeve: { segment: 'upper-arm', share: 0.52 } },
  'long-sleeves': { hemM: 0.052, neckFrontM: 0.482, neckBackM: 0.522, sleeve: { segment: 'forearm', share: 0.88 } },
};

/** Heights above the hips and breadths, metres on the reference body. */
const WAISTBAND_M = 0.148;
const NECK_HOLE_M = 0.064;
const ARMHOLE_M = 0.072;
const ARMPIT_M = 0.4;
/** From this height the hole for the neck widens, so that the straps run out over the shoulders. */
const STRAP_M = 0.465;
/** Above this there is head, however wide. */
const NECK_TOP_M = 0.55;
/** Where no edge is near. */
const FAR_M = 0.06;

/**
 * Signed distances to the edges of what covers the legs and of the top, 2 a vertex, metres, inside positive. Both are continuous over
 * the skin, so that their zero lines are smooth on any mesh. `skin` is the bare figure of `body` in the state `bind`.
 */
export function clothesFields(
  body: Body,
  bind: BodyState,
  skin: FigureShape,
  { top, legs }: Pick<Outfit, 'top' | 'legs'>,
): Float32Array {
  const p = proportionsOf(body, 1);
  const { length } = p;
  const inPelvis = inSegment(body, bind, 'pelvis');
  const shape = tops[top];
  const legHem = hemAcross(body, bind, legHems[legs]);
  const sleeveHem = shape.sleeve && hemAcross(body, bind, shape.sleeve);
  const armhole = armholeOf(body, bind);
  // a top that hangs over the waistband hides it
  const isTucked = shape.hemM > 0.08;
  const legsUpToM = isTucked ? WAISTBAND_M : shape.hemM;
  const limbOf = limbOfVertices(
    skin.boneIndices,
    skin.boneWeights,
    body.segments.map(({ name }) => name),
  );

  const standingZ = heightsStanding(body, bind, skin);
  const { positions } = skin;
  const fields = new Float32Array((2 * positions.length) / 3);
  for (let v = 0; v < fields.length / 2; v++) {
    const [x, y, z] = [positions[3 * v]!, Math.abs(positions[3 * v + 1]!), positions[3 * v + 2]!];
    const [px, py, pz] = inPelvis(x, y, z);
    const limb = limbNames[limbOf[v]!]!;

    // waistband and hem are level when one stands, a little lower in front
    const dip = 0.008 * smoothStep(-0.1, 0.1, px / length(1));
    const isLeg = isPartOf(limb, 'leg', 'foot');
    const isArm = isPartOf(limb, 'arm', 'hand');
    const belowWaist = isArm ? -FAR_M : length(legsUpToM - dip) - standingZ[v]!;
    fields[2 * v] = Math.min(belowWaist, isLeg ? legHem(x, y, z) : FAR_M);

    // a scooped neck, higher at the back
    const front = smoothStep(-0.06, 0.05, px / length(1));
    const neckline = length(shape.neckFrontM * front + shape.neckBackM * (1 - front) + NECK_HOLE_M);
    const widening = shape.sleeve ? Math.max(0, pz - length(NECK_TOP_M)) : 0.55 * Math.max(0, pz - length(STRAP_M));
    const neck = Math.hypot(py, Math.min(0, pz - neckline)) - length(NECK_HOLE_M) - widening;
    const arm = sleeveHem === undefined ? armhole(x, y, z, px, py, pz) : isArm ? sleeveHem(x, y, z) : FAR_M;
    fields[2 * v + 1] = Math.min(neck, arm, isArm ? FAR_M : standingZ[v]! - length(shape.hemM - dip));
  }
  return fields;
}

/** Heights of the skin above the hips when the body stands at rest, metres: the figure is modelled with its hips bent. */
function heightsStanding(body: Body, bind: BodyState, skin: FigureShape): Float32Array {
  const state = createState(body);
  forwardKinematics(body, neutralConfiguration(body), state);
  const motion = new Float32Array(DUAL_QUATERNION_SIZE * body.segments.length);
  segmentDualQuaternions(body, bind, state, motion);
  const positions = new Float32Array(skin.positions.length);
  skinVertices(skin, motion, positions, new Float32Array(positions.length));
  return Float32Array.from({ length: positions.length / 3 }, (_, v) => positions[3 * v + 2]! - state.positionM[2]!);
}

type Distance = (x: number, y: number, z: number) => number;

/** Distance of points of the left side above a plane across a limb. */
function hemAcross(
  body: Body,
  bind: BodyState,
  { segment, share }: { readonly segment: 'thigh' | 'shank' | 'upper-arm' | 'forearm'; readonly share: number },
): Distance {
  const next = { thigh: 'shank', shank: 'foot', 'upper-arm': 'forearm', forearm: 'hand' }[segment];
  const lengthM = -body.segments[segmentByName(body, `${next}.left`)]!.offsetM[2];
  const local = inSegment(body, bind, `${segment}.left`);
  return (x, y, z) => local(x, y, z)[2] + share * lengthM;
}

/** The hole for the left arm of a top without sleeves: around the shoulder's joint. */
function armholeOf(body: Body, bind: BodyState) {
  const { length, girth, offsetM, segment } = proportionsOf(body, 1);
  const inClavicle = inSegment(body, bind, 'clavicle.left');
  const shoulder = segment('upper-arm.left');
  const [wx = 0, wy = 0, wz = 0] = bind.positionM.subarray(3 * shoulder, 3 * shoulder + 3);
  const shoulderSideM = inSegment(body, bind, 'pelvis')(wx, wy, wz)[1];
  const [shoulderX, shoulderY, shoulderZ] = offsetM('upper-arm.left');
  return (x: number, y: number, z: number, _px: number, py: number, pz: number): number => {
    const [cx, cy, cz] = inClavicle(x, y, z);
    const around = Math.hypot(
      (cx - shoulderX) * 0.85,
      cy - shoulderY,
      Math.max(0, cz - shoulderZ) + Math.min(0, cz - shoulderZ) * 0.72,
    );
    // beyond the shoulder all is arm; below the armpit the side of the chest may be wider
    const shoulderEdge = shoulderSideM + length(0.004) + Math.max(0, length(ARMPIT_M) - pz);
    return Math.min(around - girth(ARMHOLE_M), shoulderEdge - py);
  };
}

const isPartOf = (limb: LimbName, ...parts: readonly string[]): boolean =>
  parts.some((part) => limb.startsWith(`${part}.`));
