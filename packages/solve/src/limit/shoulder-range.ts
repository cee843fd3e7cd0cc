import {
  shoulderOverhead,
  shoulderOverheadGradient,
  shoulderSwingTwist,
  shoulderSwingTwistGradient,
  type Body,
} from '@sacra/body';
import type { Quaternion, Vec3 } from '@sacra/geometry';
import type { RowSource } from '../row-source.ts';

const toleranceRad = (0.05 * Math.PI) / 180;

/**
 * The upper arm stays in the cone of its swing, the range of its twist, and the cone of what it reaches overhead: beyond an end, the row
 * (swing − end)/tolerance, and so on, with the derivatives that the body gives.
 */
export function shoulderLimit(body: Body): RowSource {
  const shoulders = body.joints.filter((joint) => joint.kind === 'ball');
  return {
    addRows(state, equations) {
      const weight = 1 / toleranceRad;
      for (const joint of shoulders) {
        const { qIndex, vIndex, swing, twist, overhead } = joint;
        const q = state.q;
        const turn: Quaternion = [q[qIndex]!, q[qIndex + 1]!, q[qIndex + 2]!, q[qIndex + 3]!];
        const { swingRad, twistRad } = shoulderSwingTwist(joint, turn);
        const pastSwing = Math.max(0, swingRad - swing.maxRad);
        const pastTwist = Math.max(0, twistRad - twist.maxRad) + Math.min(0, twistRad - twist.minRad);
        const pastOverhead = Math.max(0, shoulderOverhead(joint, turn) - overhead.maxRad);
        if (pastOverhead !== 0) row(shoulderOverheadGradient(joint, turn), pastOverhead, vIndex);
        if (pastSwing === 0 && pastTwist === 0) continue;
        const gradient = shoulderSwingTwistGradient(joint, turn);
        if (pastSwing !== 0) row(gradient.swing, pastSwing, vIndex);
        if (pastTwist !== 0) row(gradient.twist, pastTwist, vIndex);
      }
      function row(gradient: Vec3, past: number, vIndex: number): void {
        if (equations.wantsJacobian) for (let k = 0; k < 3; k++) equations.addDof(vIndex + k, gradient[k]! * weight);
        equations.close(past * weight);
      }
    },
  };
}
