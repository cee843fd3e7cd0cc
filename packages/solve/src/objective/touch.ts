import type { NormalEquations } from '../normal-equations.ts';
import type { RowSource } from '../row-source.ts';
import type { SkinPoint } from './contact.ts';

/** Below this wanted distance two points are asked to coincide, because a distance of nought has no direction. */
const coincideM = 1e-4;

/**
 * Two points of the body are `distanceM` apart, or with `atMost` no further: the row (|a − b| − distance)/tolerance; to coincide, the
 * three rows (a − b)/tolerance.
 */
export function touchObjective(
  a: SkinPoint,
  b: SkinPoint,
  distanceM: number,
  atMost: boolean,
  toleranceM: number,
): RowSource {
  const pa = new Float64Array(3);
  const pb = new Float64Array(3);
  const weight = 1 / toleranceM;
  const row = (equations: NormalEquations, dx: number, dy: number, dz: number, residual: number): void => {
    if (equations.wantsJacobian) {
      equations.addPoint(a.segment, pa[0]!, pa[1]!, pa[2]!, dx, dy, dz, weight);
      equations.addPoint(b.segment, pb[0]!, pb[1]!, pb[2]!, dx, dy, dz, -weight);
    }
    equations.close(residual * weight);
  };
  return {
    addRows(state, equations) {
      state.placePoint(a.segment, a.positionM, pa);
      state.placePoint(b.segment, b.positionM, pb);
      const x = pa[0]! - pb[0]!;
      const y = pa[1]! - pb[1]!;
      const z = pa[2]! - pb[2]!;
      if (distanceM < coincideM) {
        row(equations, 1, 0, 0, x);
        row(equations, 0, 1, 0, y);
        row(equations, 0, 0, 1, z);
        return;
      }
      const apart = Math.hypot(x, y, z) || 1e-9;
      if (atMost && apart <= distanceM) return;
      row(equations, x / apart, y / apart, z / apart, apart - distanceM);
    },
  };
}
