import { quatConjugate, quatFromAxisAngle, quatRotate, type Quaternion, type Vec3 } from '@sacra/geometry';
import type { PropPlace } from './solids.ts';

/** A prop as far as it can be in the way of sight: a box in its own frame, centred over its place. */
export interface Standing {
  readonly kind: PropPlace['kind'];
  readonly positionM: Vec3;
  readonly worldToProp: Quaternion;
  readonly lowM: Vec3;
  readonly highM: Vec3;
}

/** Seats and table tops are as thick as this; below them there is room to see through. */
const TOP_M = 0.05;
/** Edges are round: what passes near them is seen. */
const SHRUNK_M = 0.01;

export function standingOf({ kind, positionM, sizeM: [length, width, height], yawRad }: PropPlace): Standing {
  const isHollow = kind === 'chair' || kind === 'table';
  return {
    kind,
    positionM,
    worldToProp: quatConjugate(quatFromAxisAngle([0, 0, 1], yawRad)),
    lowM: [SHRUNK_M - length / 2, SHRUNK_M - width / 2, isHollow ? height - TOP_M : 0],
    highM: [length / 2 - SHRUNK_M, width / 2 - SHRUNK_M, height - SHRUNK_M],
  };
}

/** Whether a prop stands between a point and an eye far away in a direction. Nothing is seen through a wall, however short it is drawn. */
export function hidesSight(
  { kind, positionM, worldToProp, lowM, highM }: Standing,
  pointM: Vec3,
  outward: Vec3,
): boolean {
  const towards = quatRotate(worldToProp, outward);
  if (kind === 'wall') return towards[0] > 0.02;
  const from = quatRotate(worldToProp, [pointM[0] - positionM[0], pointM[1] - positionM[1], pointM[2] - positionM[2]]);
  // slabs: the line is inside the box between its last entry and its first exit
  let enter = 0;
  let leave = Infinity;
  for (let k = 0; k < 3; k++) {
    const [at, step, low, high] = [from[k]!, towards[k]!, lowM[k]!, highM[k]!];
    if (Math.abs(step) < 1e-9) {
      if (at < low || at > high) return false;
      continue;
    }
    const [a, b] = [(low - at) / step, (high - at) / step];
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter < leave && enter > 0;
}
