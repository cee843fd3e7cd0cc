import type { RowSource } from '../row-source.ts';

/** What one hinge would like: its coordinates, the angle wished for and how far from it costs one. */
export interface AnglePreference {
  readonly qIndex: number;
  readonly vIndex: number;
  angleRad: number;
  readonly toleranceRad: number;
}

/** Hinges are near their wished angles: rows (q − wished)/tolerance. */
export function angleObjective(preferences: readonly AnglePreference[]): RowSource {
  return {
    addRows(state, equations) {
      for (const { qIndex, vIndex, angleRad, toleranceRad } of preferences) {
        const weight = 1 / toleranceRad;
        if (equations.wantsJacobian) equations.addDof(vIndex, weight);
        equations.close((state.q[qIndex]! - angleRad) * weight);
      }
    },
  };
}
