import type { Body } from '@sacra/body';
import type { Movement } from '../movement.ts';

/** Ranges of the movements that turn a hinge: `q[qIndex]` of column `c` stays within `minRad[c]…maxRad[c]`; other columns have qIndex -1. */
export interface JointBox {
  readonly qIndex: Int32Array;
  readonly minRad: Float64Array;
  readonly maxRad: Float64Array;
}

/** The box of a body's hinges over the columns of a movement. A column that leads both sides has the range both share. */
export function jointBox(body: Body, movement: Movement): JointBox {
  const qIndex = new Int32Array(movement.size).fill(-1);
  const minRad = new Float64Array(movement.size).fill(-Infinity);
  const maxRad = new Float64Array(movement.size).fill(Infinity);
  for (const joint of body.joints) {
    if (joint.kind !== 'hinge') continue;
    const column = movement.column[joint.vIndex]!;
    if (column < 0) continue;
    if (movement.leader[column] === joint.vIndex) qIndex[column] = joint.qIndex;
    minRad[column] = Math.max(minRad[column]!, joint.range.minRad);
    maxRad[column] = Math.min(maxRad[column]!, joint.range.maxRad);
  }
  return { qIndex, minRad, maxRad };
}

/** Brings every hinge into its range, in place. */
export function clampIntoRanges(body: Body, q: Float64Array): void {
  for (const joint of body.joints) {
    if (joint.kind !== 'hinge') continue;
    q[joint.qIndex] = Math.min(joint.range.maxRad, Math.max(joint.range.minRad, q[joint.qIndex]!));
  }
}
