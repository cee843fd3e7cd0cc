import type { NormalEquations } from './normal-equations.ts';
import type { SolveState } from './state.ts';

/** An objective or a limit: all that the solver knows of it is that it gives rows at a state. */
export interface RowSource {
  addRows(state: SolveState, equations: NormalEquations): void;
}
