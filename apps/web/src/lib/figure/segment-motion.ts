import { createState, forwardKinematics, type Body, type BodyState, type Configuration } from '@sacra/body';
import {
  bindState,
  createDriverReader,
  createPressing,
  DUAL_QUATERNION_SIZE,
  fleshGivesM,
  PRESSING_SIZE,
  segmentDualQuaternions,
} from '@sacra/figure';
import { quatRotate, type Quaternion } from '@sacra/geometry';
import { DRIVER_VECTORS, motionVectors } from './correction-attributes.ts';

/** A ball of the body in the world: x, y, z and radius, metres. */
export type Ball = readonly [x: number, y: number, z: number, radius: number];

/** Turns configurations into what the shaders read. Allocates once. */
export interface SegmentMotion {
  /**
   * Two vectors a segment, x y z w: rotation and dual part; then the drivers of the figure's corrections, four a vector; then two vectors
   * a part that presses on flesh; then how deep each segment's flesh gives, four a vector.
   */
  readonly motion: Float32Array;
  /** Two vectors a capsule: start and its radius, end and its radius. */
  readonly capsules: Float32Array;
  pose(q: Configuration): void;
  /** The ends of all capsules in a configuration. */
  balls(q: Configuration): Ball[];
}

export function createSegmentMotion(body: Body): SegmentMotion {
  const bind = bindState(body);
  const state = createState(body);
  const dualQuaternions = new Float32Array(DUAL_QUATERNION_SIZE * body.segments.length);
  const [driversAt, pressingAt] = [dualQuaternions.length, dualQuaternions.length + 4 * DRIVER_VECTORS];
  const motion = new Float32Array(4 * motionVectors(body.segments.length));
  const drivers = motion.subarray(driversAt, pressingAt);
  const pressing = motion.subarray(pressingAt, pressingAt + PRESSING_SIZE);
  motion.set(fleshGivesM(body), pressingAt + PRESSING_SIZE);
  const writePressing = createPressing(body);
  const readDrivers = createDriverReader(body);
  const capsules = new Float32Array(8 * body.capsules.length);
  return {
    motion,
    capsules,
    pose(q) {
      forwardKinematics(body, q, state);
      segmentDualQuaternions(body, bind, state, dualQuaternions);
      // w x y z → x y z w
      for (let o = 0; o < dualQuaternions.length; o += 4) {
        motion[o] = dualQuaternions[o + 1]!;
        motion[o + 1] = dualQuaternions[o + 2]!;
        motion[o + 2] = dualQuaternions[o + 3]!;
        motion[o + 3] = dualQuaternions[o]!;
      }
      readDrivers(q, drivers);
      writePressing(state, pressing);
      writeCapsules(body, state, capsules);
    },
    balls(q) {
      const at = new Float32Array(capsules.length);
      const other = createState(body);
      forwardKinematics(body, q, other);
      writeCapsules(body, other, at);
      return ballsOf(at);
    },
  };
}

/** The ends of all capsules as balls. */
export function ballsOf(capsules: Float32Array): Ball[] {
  return Array.from({ length: capsules.length / 4 }, (_, i): Ball => [
    capsules[4 * i]!,
    capsules[4 * i + 1]!,
    capsules[4 * i + 2]!,
    capsules[4 * i + 3]!,
  ]);
}

function writeCapsules(body: Body, state: BodyState, out: Float32Array): void {
  body.capsules.forEach(({ segment, startM, startRadiusM, endM, endRadiusM }, i) => {
    const r = 4 * segment;
    const turn: Quaternion = [
      state.rotation[r]!,
      state.rotation[r + 1]!,
      state.rotation[r + 2]!,
      state.rotation[r + 3]!,
    ];
    const write = (point: readonly [number, number, number], radius: number, o: number): void => {
      const [x, y, z] = quatRotate(turn, point);
      out[o] = state.positionM[3 * segment]! + x;
      out[o + 1] = state.positionM[3 * segment + 1]! + y;
      out[o + 2] = state.positionM[3 * segment + 2]! + z;
      out[o + 3] = radius;
    };
    write(startM, startRadiusM, 8 * i);
    write(endM, endRadiusM, 8 * i + 4);
  });
}
