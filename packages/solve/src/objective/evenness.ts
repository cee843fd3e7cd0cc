import type { RowSource } from '../row-source.ts';

/** One joint of a chain that bends as a whole: its coordinates and its share of the bend. */
export interface ChainJoint {
  readonly qIndex: number;
  readonly vIndex: number;
  readonly share: number;
}

/** Neighbours in a chain bend in the same proportion to their share: rows (qᵢ/shareᵢ − qᵢ₊₁/shareᵢ₊₁)/tolerance. No joint kinks alone. */
export function evennessObjective(chain: readonly ChainJoint[], toleranceRad: number): RowSource {
  return {
    addRows(state, equations) {
      for (let i = 0; i + 1 < chain.length; i++) {
        const a = chain[i]!;
        const b = chain[i + 1]!;
        const weight = 1 / toleranceRad;
        if (equations.wantsJacobian) {
          equations.addDof(a.vIndex, weight / a.share);
          equations.addDof(b.vIndex, -weight / b.share);
        }
        equations.close((state.q[a.qIndex]! / a.share - state.q[b.qIndex]! / b.share) * weight);
      }
    },
  };
}
