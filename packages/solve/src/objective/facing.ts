import type { Vec3 } from '@sacra/geometry';
import type { NormalEquations } from '../normal-equations.ts';
import type { RowSource } from '../row-source.ts';

/** A direction fixed in a segment. */
export interface SegmentDirection {
  readonly segment: number;
  readonly local: Vec3;
}

/**
 * A face of a segment looks along a world direction, or straight at a face of another segment (then its direction is the opposite of
 * that face's): rows (u − wanted)/tolerance, whose length is about the angle between the two while it is small.
 */
export function facingObjective(
  face: SegmentDirection,
  wanted: Vec3 | SegmentDirection,
  toleranceRad: number,
): RowSource {
  const u = new Float64Array(3);
  const w = new Float64Array(3);
  const other = 'segment' in wanted ? wanted : undefined;
  return {
    addRows(state, equations) {
      const weight = 1 / toleranceRad;
      state.placeDirection(face.segment, face.local, u);
      if (other) state.placeDirection(other.segment, other.local, w);
      else w.set(wanted as Vec3);
      const sign = other ? -1 : 1;
      for (let axis = 0; axis < 3; axis++) {
        if (equations.wantsJacobian) {
          // du/dt = ω × u, so that the component along e is ω · (u × e).
          addCross(equations, u, axis, face.segment, weight);
          if (other) addCross(equations, w, axis, other.segment, weight);
        }
        equations.close((u[axis]! - sign * w[axis]!) * weight);
      }
    },
  };
}

/** Adds direction × e, e the axis. */
function addCross(
  equations: NormalEquations,
  direction: Float64Array,
  axis: number,
  segment: number,
  by: number,
): void {
  const ex = axis === 0 ? 1 : 0;
  const ey = axis === 1 ? 1 : 0;
  const ez = axis === 2 ? 1 : 0;
  const x = direction[0]!;
  const y = direction[1]!;
  const z = direction[2]!;
  equations.addRotation(segment, y * ez - z * ey, z * ex - x * ez, x * ey - y * ex, by);
}
