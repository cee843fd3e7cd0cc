import { createState, forwardKinematics, type Body, type BodyState } from '@sacra/body';
import { configurationOf } from './bind.ts';
import { smoothStep } from './blend.ts';
import { normalChanges } from './correct-normals.ts';
import { correctionShapes, type Bend, type CorrectionShape } from './correction-shapes.ts';
import { CORRECTIONS_A_VERTEX, SIDE_SHARES, type Corrections } from './corrections.ts';
import { evenedOut } from './even-out.ts';
import type { HalfFigure } from './mesh.ts';
import { createPosedSurface } from './posed-surface.ts';
import type { Proportions } from './proportions.ts';
import {
  blendForVertex,
  DUAL_QUATERNION_SIZE,
  moved,
  segmentDualQuaternions,
  turnedBack,
  type Triple,
} from './skinning.ts';

/** Around the joint, metres on a body of 1.70 m: corrected in full up to the first distance, not at all from the second. */
const reachM: Readonly<Record<Bend, readonly [full: number, none: number]>> = {
  hip: [0.16, 0.25],
  arm: [0.11, 0.19],
  elbow: [0.1, 0.16],
};
const jointOf: Readonly<Record<Bend, string>> = {
  hip: 'thigh.left',
  arm: 'upper-arm.left',
  elbow: 'forearm.left',
};

/** This near to the middle both sides' drivers share a correction, in the middle equally. */
const MIDDLE_M = 0.04;
const STEPS = 6;
const STEP_M = 0.008;
/** Skin that would have to slide farther goes so far only: edges of clothes lie on it. Metres on a body whose girthScale is 1. */
const MOST_SHIFT_M = 0.024;
/** Smaller than can be seen: of a shift, and of the change of a unit normal. */
const LEAST_SHIFT_M = 0.0004;
const LEAST_TURN = 0.06;
/** A vertex that hasn't room for all keeps the largest, where so much turn counts as much as a metre. */
const TURN_A_METRE = 400;

/**
 * The corrections of a half figure: in each of `correctionShapes` the solids of the body are joined anew, the
 * skinned vertices about the joint are put on that surface, and what that moves them is taken back to the bind pose.
 */
export function correctSurface(body: Body, p: Proportions, bind: BodyState, half: HalfFigure): Corrections {
  const changes = correctionShapes.map((shape) => changesInto(shape, body, p, bind, half));
  const middleM = (MIDDLE_M * body.person.statureM) / 1.7;
  const entries: { vertex: number; shape: number; leftShare: number; shiftM: Triple; turn: Triple }[] = [];
  for (let vertex = 0; vertex < half.positions.length / 3; vertex++) {
    const own = 0.5 + 0.5 * smoothStep(0, middleM, half.positions[3 * vertex + 1]!);
    const leftShare = Math.round(SIDE_SHARES * own);
    const at = (values: Float64Array): Triple => [
      values[3 * vertex]!,
      values[3 * vertex + 1]!,
      values[3 * vertex + 2]!,
    ];
    const seen = changes
      .map(({ shifts, turns }, shape) => {
        const shiftM = at(shifts).map((m) => m / body.girthScale) as Triple;
        const turn = at(turns);
        return { vertex, shape, leftShare, shiftM, turn, sizeM: Math.hypot(...shiftM), angle: Math.hypot(...turn) };
      })
      .filter(({ sizeM, angle }) => sizeM >= LEAST_SHIFT_M || angle >= LEAST_TURN)
      .sort((a, b) => b.sizeM + b.angle / TURN_A_METRE - a.sizeM - a.angle / TURN_A_METRE);
    entries.push(...seen.slice(0, CORRECTIONS_A_VERTEX));
  }
  return {
    vertices: Uint32Array.from(entries, ({ vertex }) => vertex),
    shapes: Uint8Array.from(entries, ({ shape }) => shape),
    leftShares: Uint8Array.from(entries, ({ leftShare }) => leftShare),
    shiftsM: Float32Array.from(entries.flatMap(({ shiftM }) => shiftM)),
    turns: Float32Array.from(entries.flatMap(({ turn }) => turn)),
  };
}

/** What a shape changes at each vertex of the bind pose, 3 numbers a vertex. */
interface Changes {
  /** Metres. */
  readonly shifts: Float64Array;
  /** Of unit normals. */
  readonly turns: Float64Array;
}

function changesInto(shape: CorrectionShape, body: Body, p: Proportions, bind: BodyState, half: HalfFigure): Changes {
  const { posture, bend } = shape;
  const state = createState(body);
  forwardKinematics(body, configurationOf(body, posture), state);
  const surface = createPosedSurface(shape, p, state);
  const motion = new Float32Array(DUAL_QUATERNION_SIZE * body.segments.length);
  segmentDualQuaternions(body, bind, state, motion);

  const scale = body.person.statureM / 1.7;
  const joint = body.segments.findIndex(({ name }) => name === jointOf[bend]);
  const [jx = 0, jy = 0, jz = 0] = bind.positionM.subarray(3 * joint, 3 * joint + 3);
  const [full, none] = reachM[bend];
  const { positions } = half;
  const share = Float64Array.from({ length: positions.length / 3 }, (_, v) => {
    const [x, y, z] = [positions[3 * v]!, positions[3 * v + 1]!, positions[3 * v + 2]!];
    const away = Math.hypot(x - jx, y - jy, z - jz);
    return 1 - smoothStep(full * scale, none * scale, away);
  });

  const shifts = new Float64Array(positions.length);
  const blend = new Float64Array(DUAL_QUATERNION_SIZE);
  for (let v = 0; v < share.length; v++) {
    if (share[v] === 0) continue;
    blendForVertex(half.boneIndices, half.boneWeights, motion, v, blend);
    const at = moved(blend, positions[3 * v]!, positions[3 * v + 1]!, positions[3 * v + 2]!);
    const there = ontoSurface(surface(at), at);
    const inBind = turnedBack(blend, there[0] - at[0], there[1] - at[1], there[2] - at[2]);
    inBind.forEach((value, k) => (shifts[3 * v + k] = value));
    if (positions[3 * v + 1] === 0) shifts[3 * v + 1] = 0;
  }
  const evened = smoothed(shape, shifts, share, half, body.girthScale);
  return { shifts: evened, turns: normalChanges(half, evened, share, motion, surface) };
}

/** Where a point comes to lie on a surface: along the slope of its distance. */
function ontoSurface(
  distanceAt: (x: number, y: number, z: number) => number,
  [startX, startY, startZ]: Triple,
): Triple {
  let [x, y, z] = [startX, startY, startZ];
  const e = 0.001;
  for (let step = 0; step < STEPS; step++) {
    const distance = distanceAt(x, y, z);
    const gx = (distanceAt(x + e, y, z) - distanceAt(x - e, y, z)) / (2 * e);
    const gy = (distanceAt(x, y + e, z) - distanceAt(x, y - e, z)) / (2 * e);
    const gz = (distanceAt(x, y, z + e) - distanceAt(x, y, z - e)) / (2 * e);
    const squared = Math.max(0.1, gx * gx + gy * gy + gz * gz);
    const move = Math.max(-STEP_M, Math.min(STEP_M, distance / squared));
    x -= gx * move;
    y -= gy * move;
    z -= gz * move;
  }
  return [x, y, z];
}

/** Shifts evened out between neighbours, bounded, and faded by their share. On the seam nothing moves sideways. */
function smoothed(
  { evenings }: CorrectionShape,
  shifts: Float64Array,
  share: Float64Array,
  { indices, positions }: HalfFigure,
  girthScale: number,
): Float64Array {
  const mostM = MOST_SHIFT_M * girthScale;
  const now = evenedOut(shifts, 3, indices, evenings);
  return now.map((value, i) => {
    if (i % 3 === 1 && positions[i] === 0) return 0;
    const o = i - (i % 3);
    const lengthM = Math.hypot(now[o]!, now[o + 1]!, now[o + 2]!);
    return value * share[o / 3]! * Math.min(1, mostM / Math.max(lengthM, 1e-9));
  });
}
