import { hingeByName, sides, type Body } from '@sacra/body';
import type { RowSource } from '../row-source.ts';

const toleranceRad = degrees(0.2);

/** How far hamstrings let the hip bend: `straightRad` with a straight knee, and `perKnee` more for each radian that the knee bends. */
export interface HamstringReach {
  readonly straightRad: number;
  readonly perKnee: number;
}

/** A supple adult; our own choice (docs/science/solver.md). */
const referenceReach: HamstringReach = { straightRad: degrees(100), perKnee: 0.75 };

/**
 * Hamstrings cross hip and knee, so the straighter the knee, the less the hip bends: beyond hip = straight + perKnee · knee, the row
 * (hip − that)/tolerance, each side on its own.
 */
export function hamstringLimit(body: Body, { straightRad, perKnee }: HamstringReach = referenceReach): RowSource {
  const legs = sides.map((side) => ({
    hip: hingeByName(body, `hip.flexion.${side}`),
    knee: hingeByName(body, `knee.flexion.${side}`),
  }));
  return {
    addRows(state, equations) {
      const weight = 1 / toleranceRad;
      for (const { hip, knee } of legs) {
        const pastRad = state.q[hip.qIndex]! - straightRad - perKnee * state.q[knee.qIndex]!;
        if (pastRad <= 0) continue;
        if (equations.wantsJacobian) {
          equations.addDof(hip.vIndex, weight);
          equations.addDof(knee.vIndex, -perKnee * weight);
        }
        equations.close(pastRad * weight);
      }
    },
  };
}

function degrees(value: number): number {
  return (value * Math.PI) / 180;
}
