import { segmentByName, type Body, type BodyState } from '@sacra/body';
import { quatRotateInverse, type Quaternion, type Vec3 } from '@sacra/geometry';

/** Takes points of the world of a state into the frame of one of its segments, metres. */
export function inSegment(body: Body, state: BodyState, name: string): (x: number, y: number, z: number) => Vec3 {
  const s = segmentByName(body, name);
  const turn = Array.from(state.rotation.subarray(4 * s, 4 * s + 4)) as unknown as Quaternion;
  const [ox = 0, oy = 0, oz = 0] = state.positionM.subarray(3 * s, 3 * s + 3);
  return (x, y, z) => quatRotateInverse(turn, [x - ox, y - oy, z - oz]);
}
