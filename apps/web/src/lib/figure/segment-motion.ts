import {
  ballToWorldInto,
  createState,
  forwardKinematics,
  type Body,
  type BodyState,
  type Configuration,
} from '@sacra/body';
import {
  bindState,
  createDriverReader,
  createPressing,
  DUAL_QUATERNION_SIZE,
  fleshGivesM,
  PRESSING_SIZE,
  segmentDualQuaternions,
} from '@sacra/figure';
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
  /** `capsules` as they are in another configuration. */
  capsulesIn(q: Configuration): Float32Array;
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
    capsulesIn(q) {
      const at = new Float32Array(capsules.length);
      const other = createState(body);
      forwardKinematics(body, q, other);
      writeCapsules(body, other, at);
      return at;
    },
  };
}

function writeCapsules({ capsules }: Body, state: BodyState, out: Float32Array): void {
  for (let i = 0; i < capsules.length; i++) {
    const { segment, startM, startRadiusM, endM, endRadiusM } = capsules[i]!;
    ballToWorldInto(state, segment, startM, startRadiusM, out, 8 * i);
    ballToWorldInto(state, segment, endM, endRadiusM, out, 8 * i + 4);
  }
}
