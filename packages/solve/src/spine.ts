import { hingeByName, type Body, type HingeJoint } from '@sacra/body';
import type { SpineWish } from '@sacra/pose';

/** Joints from the pelvis upwards that bend as one. */
export const chains = {
  spine: ['lumbosacral', 'lumbar-middle', 'lumbar-upper', 'thoracic-lower', 'thoracic-upper'],
  neck: ['neck-lower', 'neck-upper'],
} as const;

export const bends = ['flexion', 'side-bend', 'rotation'] as const;
export type Bend = (typeof bends)[number];

/** The total that a wish names for a bend, degrees; undefined when it leaves it open. */
export const totalDeg = (wish: SpineWish, bend: Bend): number | undefined =>
  bend === 'flexion' ? wish.flexionDeg : bend === 'side-bend' ? wish.sideBendDeg : wish.rotationDeg;

/** The joints of a chain with the share (they sum to 1) that each takes of a bend to one side: in proportion to its range that way. */
export function sharedBend(
  body: Body,
  chain: keyof typeof chains,
  bend: Bend,
  towardsMax: boolean,
): { joint: HingeJoint; share: number }[] {
  const joints = chains[chain].map((name) => hingeByName(body, `${name}.${bend}`));
  const room = joints.map(({ range }) => (towardsMax ? range.maxRad : -range.minRad));
  const total = room.reduce((sum, r) => sum + r, 0);
  return joints.map((joint, i) => ({ joint, share: room[i]! / total }));
}
