import type { RowSource } from '../row-source.ts';
import type { SkinPoint } from './contact.ts';

/** Where a point is wanted, metres; `null` leaves that coordinate free. The numbers may be changed between solves. */
export type PlaceTarget = [number | null, number | null, number | null];

/** A point stands at a place of the world: rows (p − target)/tolerance for each coordinate that is told. */
export function placeObjective(point: SkinPoint, target: PlaceTarget, toleranceM: number, softens: boolean): RowSource {
  const place = new Float64Array(3);
  return {
    addRows(state, equations) {
      const weight = 1 / (toleranceM * (softens ? state.softness : 1));
      state.placePoint(point.segment, point.positionM, place);
      for (let axis = 0; axis < 3; axis++) {
        const wanted = target[axis];
        if (wanted === null || wanted === undefined) continue;
        if (equations.wantsJacobian) {
          equations.addPoint(
            point.segment,
            place[0]!,
            place[1]!,
            place[2]!,
            axis === 0 ? 1 : 0,
            axis === 1 ? 1 : 0,
            axis === 2 ? 1 : 0,
            weight,
          );
        }
        equations.close((place[axis]! - wanted) * weight);
      }
    },
  };
}
