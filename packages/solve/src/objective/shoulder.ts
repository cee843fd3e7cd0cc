import type { Quaternion } from '@sacra/geometry';
import type { NormalEquations } from '../normal-equations.ts';
import type { RowSource } from '../row-source.ts';

/** What one ball joint would like: its coordinates, the turn wished for (child in parent) and how far from it costs one. */
export interface TurnPreference {
  readonly qIndex: number;
  readonly vIndex: number;
  rotation: Quaternion;
  readonly toleranceRad: number;
}

/**
 * Ball joints are near their wished turns: three rows φ/tolerance with φ = log(wished⁻¹ · q), the shortest rotation between the two.
 * Its derivative in the joint's local velocity is the inverse right Jacobian, I + ½[φ]ₓ + k[φ]ₓ² with k = 1/θ² − cot(θ/2)/(2θ).
 */
export function shoulderObjective(preferences: readonly TurnPreference[]): RowSource {
  const phi = new Float64Array(3);
  return {
    addRows(state, equations) {
      for (const { qIndex, vIndex, rotation, toleranceRad } of preferences) {
        relativeTurn(rotation, state.q, qIndex, phi);
        addTurnRows(phi, vIndex, 1 / toleranceRad, equations);
      }
    },
  };
}

/** Closes the three rows φ·weight with their derivatives. */
export function addTurnRows(phi: Float64Array, vIndex: number, weight: number, equations: NormalEquations): void {
  const [x, y, z] = [phi[0]!, phi[1]!, phi[2]!];
  const square = x * x + y * y + z * z;
  const theta = Math.sqrt(square);
  const k = theta < 1e-3 ? 1 / 12 : 1 / square - 1 / (2 * theta * Math.tan(theta / 2));
  const own = 1 - k * square;
  for (let i = 0; i < 3; i++) {
    if (equations.wantsJacobian) {
      // Row i of I + ½[φ]ₓ + k(φφᵀ − θ²I).
      const p = phi[i]!;
      const skew0 = i === 1 ? z : i === 2 ? -y : 0;
      const skew1 = i === 0 ? -z : i === 2 ? x : 0;
      const skew2 = i === 0 ? y : i === 1 ? -x : 0;
      equations.addDof(vIndex, weight * ((i === 0 ? own : 0) + 0.5 * skew0 + k * p * x));
      equations.addDof(vIndex + 1, weight * ((i === 1 ? own : 0) + 0.5 * skew1 + k * p * y));
      equations.addDof(vIndex + 2, weight * ((i === 2 ? own : 0) + 0.5 * skew2 + k * p * z));
    }
    equations.close(phi[i]! * weight);
  }
}

/** out = log(from⁻¹ · q[at…at+3]), length 0…π. */
export function relativeTurn(from: Quaternion, q: Float64Array, at: number, out: Float64Array): void {
  const [fw, fx, fy, fz] = from;
  const [w, x, y, z] = [q[at]!, q[at + 1]!, q[at + 2]!, q[at + 3]!];
  const rw = fw * w + fx * x + fy * y + fz * z;
  const rx = fw * x - fx * w - fy * z + fz * y;
  const ry = fw * y + fx * z - fy * w - fz * x;
  const rz = fw * z - fx * y + fy * x - fz * w;
  const sign = rw < 0 ? -1 : 1;
  const s = Math.sqrt(rx * rx + ry * ry + rz * rz);
  const factor = sign * (s < 1e-9 ? 2 : (2 * Math.atan2(s, sign * rw)) / s);
  out[0] = rx * factor;
  out[1] = ry * factor;
  out[2] = rz * factor;
}
