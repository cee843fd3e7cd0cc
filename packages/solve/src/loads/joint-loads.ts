import { gravityMS2, pointToWorld, type Body, type BodyState } from '@sacra/body';
import { add, cross, subtract, type Vec3 } from '@sacra/geometry';
import type { BearingForce } from './loads.ts';

/** What the parts beyond a joint need from the part before it, in the world: about the joint, what muscles and bones together give. */
export interface JointLoad {
  readonly forceN: Vec3;
  readonly momentNm: Vec3;
}

/**
 * The joint of each segment, by the segment's name: minus all that gravity and contacts do to the segments beyond it, about the joint.
 * Pushes between two parts that both lie beyond cancel.
 */
export function jointLoads(body: Body, state: BodyState, forces: readonly BearingForce[]): Map<string, JointLoad> {
  const count = body.segments.length;
  const force: Vec3[] = Array.from({ length: count }, () => [0, 0, 0]);
  /** About the origin of the world. */
  const moment: Vec3[] = Array.from({ length: count }, () => [0, 0, 0]);
  const act = (segment: number, pointM: Vec3, forceN: Vec3): void => {
    force[segment] = add(force[segment]!, forceN);
    moment[segment] = add(moment[segment]!, cross(pointM, forceN));
  };
  body.segments.forEach(({ centreOfMassM, massKg }, segment) => {
    act(segment, pointToWorld(state, segment, centreOfMassM), [0, 0, -gravityMS2 * massKg]);
  });
  for (const { segment, by, pointM, forceN } of forces) {
    act(segment, pointM, forceN);
    if (by.kind === 'body') act(by.segment, pointM, [-forceN[0], -forceN[1], -forceN[2]]);
  }
  // Children stand after their parents: one backward pass sums what is beyond each joint.
  const loads = new Map<string, JointLoad>();
  for (let segment = count - 1; segment > 0; segment--) {
    const { name, parent } = body.segments[segment]!;
    const at = 3 * segment;
    const jointM: Vec3 = [state.positionM[at]!, state.positionM[at + 1]!, state.positionM[at + 2]!];
    const aboutJoint = subtract(moment[segment]!, cross(jointM, force[segment]!));
    loads.set(name, { forceN: subtract([0, 0, 0], force[segment]!), momentNm: subtract([0, 0, 0], aboutJoint) });
    force[parent] = add(force[parent]!, force[segment]!);
    moment[parent] = add(moment[parent]!, moment[segment]!);
  }
  return loads;
}
