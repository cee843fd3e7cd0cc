import type { Body, Configuration } from '@sacra/body';
import type { Movement } from '../src/movement.ts';
import { NormalEquations } from '../src/normal-equations.ts';
import type { RowSource } from '../src/row-source.ts';
import { SolveState } from '../src/state.ts';

/** One row of a least-squares problem, as a source gives it. */
export interface Row {
  readonly jacobian: Float64Array;
  readonly residual: number;
}

/** Normal equations that also keep the rows they are made of. */
class WrittenDown extends NormalEquations {
  readonly rows: Row[] = [];

  override close(residual: number): void {
    const jacobian = this.takeRow();
    this.rows.push({ jacobian, residual });
  }
}

/** Every row that a source gives at a configuration, over the columns of a movement. */
export function rowsOf(body: Body, movement: Movement, source: RowSource, q: Configuration, softness = 1): Row[] {
  const state = new SolveState(body, q);
  state.softness = softness;
  const equations = new WrittenDown(body, state.kinematics, movement);
  equations.reset(true);
  source.addRows(state, equations);
  return equations.rows;
}

/** ½ Σ residual² of sources at a configuration. */
export function costOf(body: Body, movement: Movement, sources: readonly RowSource[], q: Configuration): number {
  return sources
    .flatMap((source) => rowsOf(body, movement, source, q))
    .reduce((sum, { residual }) => sum + residual ** 2 / 2, 0);
}

/** The step in velocity coordinates that one column of a movement makes. */
export const columnStep = (movement: Movement, column: number, by: number): Float64Array =>
  movement.sign.map((sign, v) => (movement.column[v] === column ? sign * by : 0));
