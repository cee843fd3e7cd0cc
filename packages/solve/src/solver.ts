import { integrate, type Body, type Configuration } from '@sacra/body';
import { factorise, solveFactorised } from './cholesky.ts';
import { clampIntoRanges, jointBox, type JointBox } from './limit/joint-box.ts';
import type { Movement } from './movement.ts';
import { NormalEquations } from './normal-equations.ts';
import type { RowSource } from './row-source.ts';
import type { SolveState } from './state.ts';

export interface SolverOptions {
  readonly maxIterations: number;
  /** Stop when the cost falls by less than this fraction twice in a row. */
  readonly relativeTolerance: number;
}

export interface SolverResult {
  readonly iterations: number;
  readonly evaluations: number;
  readonly cost: number;
}

/** Longest turn of one joint in one step, radians: a linear picture of the body is worth no more. */
const longestStepRad = 0.6;

/**
 * Levenberg–Marquardt on the configuration manifold. It minimises ½ Σ rows² over the allowed movements, knows nothing of what the rows
 * mean, and keeps hinges in their ranges as a hard box: a hinge at its end that is drawn outwards is held for the step (active set),
 * and no step goes past an end. One solver belongs to one state and one movement and allocates nothing while it runs.
 */
export class Solver {
  readonly #state: SolveState;
  readonly #body: Body;
  readonly #movement: Movement;
  readonly #box: JointBox;
  #equations: NormalEquations;
  #trialEquations: NormalEquations;
  readonly #factor: Float64Array;
  readonly #free: Int32Array;
  readonly #step: Float64Array;
  readonly #work: Float64Array;
  readonly #velocity: Float64Array;
  #current: Configuration;
  #trial: Configuration;

  constructor(state: SolveState, movement: Movement) {
    const { body } = state;
    this.#state = state;
    this.#body = body;
    this.#movement = movement;
    this.#box = jointBox(body, movement);
    this.#equations = new NormalEquations(body, state.kinematics, movement);
    this.#trialEquations = new NormalEquations(body, state.kinematics, movement);
    this.#factor = new Float64Array(movement.size * movement.size);
    this.#free = new Int32Array(movement.size);
    this.#step = new Float64Array(movement.size);
    this.#work = new Float64Array(movement.size);
    this.#velocity = new Float64Array(body.velocitySize);
    this.#current = new Float64Array(body.configurationSize);
    this.#trial = new Float64Array(body.configurationSize);
  }

  /** Moves the state from `start` to the nearest minimum that it finds. */
  minimise(rows: readonly RowSource[], start: Configuration, options: SolverOptions): SolverResult {
    this.#current.set(start);
    clampIntoRanges(this.#body, this.#current);
    let damping = 1e-3;
    let cost = this.#assemble(rows, this.#current, this.#equations, true);
    let evaluations = 1;
    let iterations = 0;
    let idle = 0;
    while (iterations < options.maxIterations && idle < 2) {
      iterations++;
      const freeCount = this.#chooseFree();
      let lower = cost;
      for (let attempt = 0; attempt < 10 && lower >= cost; attempt++) {
        const { matrix, gradient, size } = this.#equations;
        factorise(matrix, size, this.#free, freeCount, damping, this.#factor);
        solveFactorised(this.#factor, this.#free, freeCount, gradient, this.#step, this.#work);
        this.#takeStep();
        // The first try is nearly always kept, so its derivatives come along; a later one is looked at first.
        lower = this.#assemble(rows, this.#trial, this.#trialEquations, attempt === 0);
        if (attempt > 0 && lower < cost) this.#assemble(rows, this.#trial, this.#trialEquations, true);
        evaluations++;
        if (lower < cost) damping = Math.max(1e-9, damping * (attempt === 0 ? 0.2 : 0.6));
        else damping = Math.max(damping, 1e-8) * (attempt < 3 ? 5 : 20);
      }
      if (!(lower < cost)) break;
      [this.#current, this.#trial] = [this.#trial, this.#current];
      [this.#equations, this.#trialEquations] = [this.#trialEquations, this.#equations];
      idle = cost - lower < options.relativeTolerance * (lower + 1e-3) ? idle + 1 : 0;
      cost = lower;
    }
    this.#state.moveTo(Float64Array.from(this.#current));
    return { iterations, evaluations, cost };
  }

  #assemble(rows: readonly RowSource[], q: Configuration, equations: NormalEquations, wantsJacobian: boolean): number {
    this.#state.moveTo(q);
    equations.reset(wantsJacobian);
    for (const source of rows) source.addRows(this.#state, equations);
    return equations.cost;
  }

  /** Lists the columns that may move: all but hinges at an end of their range that would be drawn past it. */
  #chooseFree(): number {
    const { qIndex, minRad, maxRad } = this.#box;
    const { gradient } = this.#equations;
    let count = 0;
    for (let c = 0; c < this.#movement.size; c++) {
      const at = qIndex[c]!;
      if (at >= 0) {
        const angle = this.#current[at]!;
        if (angle <= minRad[c]! + 1e-9 && gradient[c]! > 0) continue;
        if (angle >= maxRad[c]! - 1e-9 && gradient[c]! < 0) continue;
      }
      this.#free[count++] = c;
    }
    return count;
  }

  /** trial = current ⊕ step, shortened to the longest turn and to the ends of the ranges. */
  #takeStep(): void {
    const step = this.#step;
    const { qIndex, minRad, maxRad } = this.#box;
    const { column, sign, size, leader } = this.#movement;
    let longest = 0;
    for (let c = 0; c < size; c++) if (leader[c]! > 2) longest = Math.max(longest, Math.abs(step[c]!));
    const shorten = longest > longestStepRad ? longestStepRad / longest : 1;
    for (let c = 0; c < size; c++) {
      let by = step[c]! * shorten;
      const at = qIndex[c]!;
      if (at >= 0) {
        const angle = this.#current[at]!;
        by = Math.min(maxRad[c]! - angle, Math.max(minRad[c]! - angle, by));
      }
      step[c] = by;
    }
    const velocity = this.#velocity;
    for (let v = 0; v < velocity.length; v++) {
      const c = column[v]!;
      velocity[v] = c < 0 ? 0 : sign[v]! * step[c]!;
    }
    integrate(this.#body, this.#current, velocity, this.#trial);
  }
}
