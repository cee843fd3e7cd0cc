import type { HeightRange } from '@sacra/pose';
import type { RowSource } from '../row-source.ts';
import type { SolveState } from '../state.ts';
import type { SkinPoint } from './contact.ts';

/** A point that lies on a surface, and how far from it costs one, metres. */
export interface RestingPoint extends SkinPoint {
  readonly toleranceM: number;
  /** Whether the tolerance is loosened while the search is young. */
  readonly softens: boolean;
}

/**
 * Points lie on one level surface whose height is free between two ends, as when somebody builds it up with blankets: rows
 * (z − h)/tolerance. The height that makes the rows smallest is their weighted mean, or the nearer end; put in, it is no unknown of the
 * search, and while it is between the ends its own change is part of every derivative.
 */
export function chosenHeightObjective(points: readonly RestingPoint[], range: HeightRange): RowSource {
  const places = new Float64Array(3 * points.length);
  return {
    addRows(state, equations) {
      const { heightM, meanWeight } = chosenHeight(points, range, state, places);
      points.forEach((point, i) => {
        const weight = weightOf(point, state);
        if (equations.wantsJacobian) {
          addHeight(i, weight);
          // dh/dq is the weighted mean of the points' own derivatives, none at an end.
          if (meanWeight > 0)
            points.forEach((other, j) => addHeight(j, (-weight * weightOf(other, state) ** 2) / meanWeight));
        }
        equations.close((places[3 * i + 2]! - heightM) * weight);
      });
      function addHeight(i: number, weight: number): void {
        equations.addPoint(points[i]!.segment, places[3 * i]!, places[3 * i + 1]!, places[3 * i + 2]!, 0, 0, 1, weight);
      }
    },
  };
}

/** The height at which the points lie best, metres. */
export const chosenHeightM = (points: readonly RestingPoint[], range: HeightRange, state: SolveState): number =>
  chosenHeight(points, range, state, new Float64Array(3 * points.length)).heightM;

function chosenHeight(
  points: readonly RestingPoint[],
  range: HeightRange,
  state: SolveState,
  places: Float64Array,
): { heightM: number; meanWeight: number } {
  let sum = 0;
  let weights = 0;
  points.forEach((point, i) => {
    state.placePoint(point.segment, point.positionM, places, 3 * i);
    const weight = weightOf(point, state) ** 2;
    sum += weight * places[3 * i + 2]!;
    weights += weight;
  });
  const mean = sum / weights;
  if (mean <= range.from) return { heightM: range.from, meanWeight: 0 };
  if (mean >= range.to) return { heightM: range.to, meanWeight: 0 };
  return { heightM: mean, meanWeight: weights };
}

const weightOf = ({ toleranceM, softens }: RestingPoint, { softness }: SolveState): number =>
  1 / (toleranceM * (softens ? softness : 1));
