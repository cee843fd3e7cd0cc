import type { SkinPoint } from '../objective/contact.ts';
import type { RowSource } from '../row-source.ts';

/** Where a point is held, and how closely, metres. All of it may be changed between solves. */
export interface Pin extends RowSource {
  readonly point: SkinPoint;
  readonly placeM: [number, number, number];
  /** How far along the ground from its place costs one. */
  alongM: number;
  /** How far above or below its place costs one. */
  acrossM: number;
}

/** A point stands at a place: rows (p − place)/tolerance. */
export function pinObjective(point: SkinPoint): Pin {
  const place = new Float64Array(3);
  const pin: Pin = {
    point,
    placeM: [0, 0, 0],
    alongM: 1,
    acrossM: 1,
    addRows(state, equations) {
      state.placePoint(point.segment, point.positionM, place);
      const [x, y, z] = [place[0]!, place[1]!, place[2]!];
      for (let axis = 0; axis < 3; axis++) {
        const weight = 1 / (axis === 2 ? pin.acrossM : pin.alongM);
        if (equations.wantsJacobian) {
          const [dx, dy, dz] = [axis === 0 ? 1 : 0, axis === 1 ? 1 : 0, axis === 2 ? 1 : 0];
          equations.addPoint(point.segment, x, y, z, dx, dy, dz, weight);
        }
        equations.close((place[axis]! - pin.placeM[axis]!) * weight);
      }
    },
  };
  return pin;
}
