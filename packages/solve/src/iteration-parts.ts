import { integrate, type Body } from '@sacra/body';
import type { Shape } from '@sacra/pose';
import { attempts } from './attempts.ts';
import { factorise, solveFactorised } from './cholesky.ts';
import { bodyLimits } from './limit/body-limits.ts';
import { NormalEquations } from './normal-equations.ts';
import { problemOf, type AnchorLookup } from './problem.ts';
import type { RowSource } from './row-source.ts';
import { Solver } from './solver.ts';
import { SolveState } from './state.ts';

/** What a search for one keyframe is made of, so that a bench can time each part where the search ended. Each may be run again and again. */
export interface IterationParts {
  /** Movements that the search may make. */
  readonly columns: number;
  /** Of the first attempt, all its stages. */
  readonly iterations: number;
  /** How often the rows were looked at, with or without derivatives. */
  readonly evaluations: number;
  /** All of the first attempt: what the parts add up to. */
  search(): void;
  /** Where every part of the body is. */
  kinematics(): void;
  /** All rows, their values alone. */
  rows(): void;
  /** Of these, the rows of what the body can't do: mat, itself, ranges. */
  limits(): void;
  /** All rows with their derivatives, collected. */
  derivatives(): void;
  /** The same, and made into normal equations. */
  equations(): void;
  /** Factorising them and solving for the step. */
  cholesky(): void;
  /** The step taken. */
  step(): void;
}

/** Solves a shape cold, once, and takes the work of one iteration apart. */
export function iterationParts(body: Body, shape: Shape, anchors: AnchorLookup): IterationParts {
  const problem = problemOf(body, shape, anchors);
  const state = new SolveState(body, problem.start);
  const solver = new Solver(state, problem.movement);
  const [first] = attempts(problem.start, {});
  const search = (): { iterations: number; evaluations: number } => {
    const sum = { iterations: 0, evaluations: 0 };
    let from = problem.start;
    for (const stage of first!.stages) {
      state.softness = stage.softness;
      const { iterations, evaluations } = solver.minimise(problem.rows, from, stage);
      sum.iterations += iterations;
      sum.evaluations += evaluations;
      from = state.q;
    }
    return sum;
  };
  const counts = search();
  const q = Float64Array.from(state.q);

  const { size } = problem.movement;
  const equations = new NormalEquations(body, state.kinematics, problem.movement);
  const limits = bodyLimits(body);
  const addRows = (rows: readonly RowSource[], wantsJacobian: boolean): void => {
    equations.reset(wantsJacobian);
    for (const source of rows) source.addRows(state, equations);
  };
  addRows(problem.rows, true);
  equations.finish();
  const matrix = Float64Array.from(equations.matrix);
  const gradient = Float64Array.from(equations.gradient);
  const free = Int32Array.from({ length: size }, (_, c) => c);
  const [factor, firsts] = [new Float64Array(size * size), new Int32Array(size)];
  const [solved, work] = [new Float64Array(size), new Float64Array(size)];
  const still = new Float64Array(body.velocitySize);
  const moved = new Float64Array(body.configurationSize);
  return {
    columns: size,
    ...counts,
    search: () => void search(),
    kinematics: () => state.moveTo(q),
    rows: () => addRows(problem.rows, false),
    limits: () => addRows(limits, false),
    derivatives: () => addRows(problem.rows, true),
    equations: () => {
      addRows(problem.rows, true);
      equations.finish();
    },
    cholesky: () => {
      factorise(matrix, size, free, size, 1e-3, factor, firsts);
      solveFactorised(factor, firsts, free, size, gradient, solved, work);
    },
    step: () => void integrate(body, q, still, moved),
  };
}
