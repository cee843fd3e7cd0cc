import type { Body, Configuration } from '@sacra/body';
import type { Quaternion } from '@sacra/geometry';
import type { RowSource } from '../row-source.ts';
import { addTurnRows, relativeTurn } from './shoulder.ts';

/** How far from the configuration costs one. */
export interface NearnessTolerance {
  readonly jointRad: number;
  readonly rootRad: number;
  readonly rootM: number;
}

/** The whole body is near a configuration: rows for every hinge and ball, and, more loosely, for where the pelvis is and how it is turned. */
export interface NearnessObjective extends RowSource {
  target: Configuration;
  /** Factor on the tolerances, more than 0. */
  loosening: number;
}

export function nearnessObjective(body: Body, tolerance: NearnessTolerance): NearnessObjective {
  const phi = new Float64Array(3);
  const objective: NearnessObjective = {
    target: new Float64Array(body.configurationSize),
    loosening: 1,
    addRows(state, equations) {
      const { target, loosening } = objective;
      for (const joint of body.joints) {
        const { kind, qIndex, vIndex } = joint;
        if (kind === 'hinge') {
          const weight = joint.stiffness / (tolerance.jointRad * loosening);
          if (equations.wantsJacobian) equations.addDof(vIndex, weight);
          equations.close((state.q[qIndex]! - target[qIndex]!) * weight);
          continue;
        }
        if (kind === 'free') {
          for (let k = 0; k < 3; k++) {
            const weight = 1 / (tolerance.rootM * loosening);
            if (equations.wantsJacobian) equations.addDof(vIndex + k, weight);
            equations.close((state.q[qIndex + k]! - target[qIndex + k]!) * weight);
          }
        }
        const turnQ = kind === 'free' ? qIndex + 3 : qIndex;
        const turnV = kind === 'free' ? vIndex + 3 : vIndex;
        const weight = 1 / ((kind === 'free' ? tolerance.rootRad : tolerance.jointRad) * loosening);
        const wished: Quaternion = [target[turnQ]!, target[turnQ + 1]!, target[turnQ + 2]!, target[turnQ + 3]!];
        relativeTurn(wished, state.q, turnQ, phi);
        addTurnRows(phi, turnV, weight, equations);
      }
    },
  };
  return objective;
}
