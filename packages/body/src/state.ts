import { multiplyRight, normaliseQuaternion, rotateInto, type Quaternion, type Vec3 } from '@sacra/geometry';
import type { Body, Configuration } from './body.ts';

/** Where everything is in one configuration: the output of `forwardKinematics`, in buffers that are used again. */
export interface BodyState {
  /** Origin of each segment in the world, 3 a segment. */
  readonly positionM: Float64Array;
  /** Turn of each segment, segment → world, 4 a segment. */
  readonly rotation: Float64Array;
  /** World axis of each degree of freedom, 3 each; for 0…2 the direction in which it moves. */
  readonly dofAxis: Float64Array;
  /** A point on that axis, 3 each. */
  readonly dofAnchorM: Float64Array;
}

export const createState = (body: Body): BodyState => ({
  positionM: new Float64Array(3 * body.segments.length),
  rotation: new Float64Array(4 * body.segments.length),
  dofAxis: new Float64Array(3 * body.velocitySize),
  dofAnchorM: new Float64Array(3 * body.velocitySize),
});

/**
 * Places every segment for the configuration `q` and notes the axes of motion. Allocates nothing. Quaternions in `q` need not
 * be of unit length, only not zero.
 */
export function forwardKinematics(body: Body, q: Configuration, state: BodyState): void {
  const { chain } = body;
  const { positionM, rotation, dofAxis, dofAnchorM } = state;
  const segmentCount = chain.parent.length;
  const jointCount = chain.jointKind.length;
  let joint = 0;
  for (let segment = 0; segment < segmentCount; segment++) {
    const x = 3 * segment;
    const r = 4 * segment;
    const parent = chain.parent[segment]!;
    if (parent < 0) {
      rotation[r] = 1;
      rotation[r + 1] = rotation[r + 2] = rotation[r + 3] = 0;
    } else {
      // start where the parent carries this segment's joint
      const px = 3 * parent;
      const pr = 4 * parent;
      rotateInto(rotation, pr, chain.offsetM[x]!, chain.offsetM[x + 1]!, chain.offsetM[x + 2]!, positionM, x);
      positionM[x] = positionM[x]! + positionM[px]!;
      positionM[x + 1] = positionM[x + 1]! + positionM[px + 1]!;
      positionM[x + 2] = positionM[x + 2]! + positionM[px + 2]!;
      rotation[r] = rotation[pr]!;
      rotation[r + 1] = rotation[pr + 1]!;
      rotation[r + 2] = rotation[pr + 2]!;
      rotation[r + 3] = rotation[pr + 3]!;
    }
    // turn by its joints, one after the other
    for (; joint < jointCount && chain.jointSegment[joint] === segment; joint++) {
      const qi = chain.jointQ[joint]!;
      const vi = chain.jointV[joint]!;
      if (chain.jointKind[joint] === 1) {
        const ax = chain.jointAxis[3 * joint]!;
        const ay = chain.jointAxis[3 * joint + 1]!;
        const az = chain.jointAxis[3 * joint + 2]!;
        rotateInto(rotation, r, ax, ay, az, dofAxis, 3 * vi);
        copyPoint(positionM, x, dofAnchorM, 3 * vi);
        const half = q[qi]! / 2;
        const s = Math.sin(half);
        multiplyRight(rotation, r, Math.cos(half), ax * s, ay * s, az * s);
      } else if (chain.jointKind[joint] === 2) {
        turnBall(q, qi, vi, state, segment);
      } else {
        positionM[x] = q[qi]!;
        positionM[x + 1] = q[qi + 1]!;
        positionM[x + 2] = q[qi + 2]!;
        for (let k = 0; k < 9; k++) {
          dofAxis[3 * vi + k] = k % 4 === 0 ? 1 : 0;
          dofAnchorM[3 * vi + k] = positionM[x + (k % 3)]!;
        }
        turnBall(q, qi + 3, vi + 3, state, segment);
      }
    }
  }
}

/** Applies a quaternion of `q`; its three axes of motion are the segment's own, after the turn. */
function turnBall(q: Configuration, qi: number, vi: number, state: BodyState, segment: number): void {
  const { positionM, rotation, dofAxis, dofAnchorM } = state;
  const r = 4 * segment;
  multiplyRight(rotation, r, q[qi]!, q[qi + 1]!, q[qi + 2]!, q[qi + 3]!);
  normaliseQuaternion(rotation, r);
  for (let k = 0; k < 3; k++) {
    const at = 3 * (vi + k);
    rotateInto(rotation, r, k === 0 ? 1 : 0, k === 1 ? 1 : 0, k === 2 ? 1 : 0, dofAxis, at);
    copyPoint(positionM, 3 * segment, dofAnchorM, at);
  }
}

function copyPoint(from: Float64Array, fromIndex: number, to: Float64Array, toIndex: number): void {
  to[toIndex] = from[fromIndex]!;
  to[toIndex + 1] = from[fromIndex + 1]!;
  to[toIndex + 2] = from[fromIndex + 2]!;
}

/** A point of a segment in the world. */
export function pointToWorld(state: BodyState, segment: number, localM: Vec3): Vec3 {
  const [x, y, z] = directionToWorld(state, segment, localM);
  const at = 3 * segment;
  return [x + state.positionM[at]!, y + state.positionM[at + 1]!, z + state.positionM[at + 2]!];
}

/** As `pointToWorld`, written to `out[outIndex…outIndex+2]`; allocates nothing. */
export function pointToWorldInto(
  state: BodyState,
  segment: number,
  localM: Vec3,
  out: Float64Array,
  outIndex: number,
): void {
  const at = 3 * segment;
  rotateInto(state.rotation, 4 * segment, localM[0], localM[1], localM[2], out, outIndex);
  out[outIndex] = out[outIndex]! + state.positionM[at]!;
  out[outIndex + 1] = out[outIndex + 1]! + state.positionM[at + 1]!;
  out[outIndex + 2] = out[outIndex + 2]! + state.positionM[at + 2]!;
}

const scratch = new Float64Array(3);

/** A ball of a segment in the world: its centre and radius, metres, written to `out[outIndex…outIndex+3]`; allocates nothing. */
export function ballToWorldInto(
  state: BodyState,
  segment: number,
  centreM: Vec3,
  radiusM: number,
  out: Float32Array,
  outIndex: number,
): void {
  pointToWorldInto(state, segment, centreM, scratch, 0);
  out[outIndex] = scratch[0]!;
  out[outIndex + 1] = scratch[1]!;
  out[outIndex + 2] = scratch[2]!;
  out[outIndex + 3] = radiusM;
}

/** A direction of a segment in the world. */
export function directionToWorld(state: BodyState, segment: number, local: Vec3): Vec3 {
  rotateInto(state.rotation, 4 * segment, local[0], local[1], local[2], scratch, 0);
  return [scratch[0]!, scratch[1]!, scratch[2]!];
}

/** The turn of a segment, segment → world. */
export function segmentRotation(state: BodyState, segment: number): Quaternion {
  const r = 4 * segment;
  return [state.rotation[r]!, state.rotation[r + 1]!, state.rotation[r + 2]!, state.rotation[r + 3]!];
}
