import type { Vec3 } from '@sacra/geometry';
import type { RowSource } from '../row-source.ts';

/** A plane n·p = offsetM with unit normal out of the surface, world. */
export interface Plane {
  readonly normal: Vec3;
  readonly offsetM: number;
}

/** A point of skin: a segment and a place in its frame, metres. */
export interface SkinPoint {
  readonly name: string;
  readonly segment: number;
  readonly positionM: Vec3;
}

/**
 * Points of a patch lie on a plane: rows (n·p − d)/tolerance.
 *
 * @param softens whether the tolerance is loosened while the search is young
 */
export function contactObjective(
  points: readonly SkinPoint[],
  plane: Plane,
  toleranceM: number,
  softens: boolean,
): RowSource {
  const place = new Float64Array(3);
  const [nx, ny, nz] = plane.normal;
  return {
    addRows(state, equations) {
      const weight = 1 / (toleranceM * (softens ? state.softness : 1));
      for (const point of points) {
        state.placePoint(point.segment, point.positionM, place);
        const x = place[0]!;
        const y = place[1]!;
        const z = place[2]!;
        if (equations.wantsJacobian) equations.addPoint(point.segment, x, y, z, nx, ny, nz, weight);
        equations.close((nx * x + ny * y + nz * z - plane.offsetM) * weight);
      }
    },
  };
}
