import type { RowSource } from '../row-source.ts';
import type { SkinPoint } from './contact.ts';

/** One point stands `distanceM` further than another along a world axis (0 forward, 1 left, 2 up): the row (a − b − distance)/tolerance. */
export function spacingObjective(
  a: SkinPoint,
  b: SkinPoint,
  axis: 0 | 1 | 2,
  distanceM: number,
  toleranceM: number,
): RowSource {
  const pa = new Float64Array(3);
  const pb = new Float64Array(3);
  const dx = axis === 0 ? 1 : 0;
  const dy = axis === 1 ? 1 : 0;
  const dz = axis === 2 ? 1 : 0;
  return {
    addRows(state, equations) {
      const weight = 1 / toleranceM;
      state.placePoint(a.segment, a.positionM, pa);
      state.placePoint(b.segment, b.positionM, pb);
      if (equations.wantsJacobian) {
        equations.addPoint(a.segment, pa[0]!, pa[1]!, pa[2]!, dx, dy, dz, weight);
        equations.addPoint(b.segment, pb[0]!, pb[1]!, pb[2]!, dx, dy, dz, -weight);
      }
      equations.close((pa[axis]! - pb[axis]! - distanceM) * weight);
    },
  };
}
