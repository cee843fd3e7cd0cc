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
  readonly #first: Int32Array;
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
    this.#first = new Int32Array(movement.size);
    this.#free = new Int32Array(movement.size);
    this.#step = new Float64Array(movement.size);
    this.#work = new Float64Array(movement.size);
    this.#velocity = new Float64Array(body.velocitySize);
    this.#current = new Float64Array(body.configurationSize);
    this.#trial = new Float64Array(body.configurationSize);
  }

  /**
   * Moves the state from `start` to the nearest minimum that it finds.
   *
   * @throws when `start` isn't a configuration of this body, or a row has no number there
   */
  minimise(rows: readonly RowSource[], start: Configuration, options: SolverOptions): SolverResult {
    const size = this.#body.configurationSize;
    if (start.length !== size)
      throw new RangeError(`The search begins with ${start.length} numbers; a configuration of this body has ${size}.`);
    const bad = start.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) throw new RangeError(`The search begins with ${start[bad]} at ${bad}; it must be a finite number.`);
    this.#current.set(start);
    clampIntoRanges(this.#body, this.#current);
    let damping = 1e-3;
    let growth = 3;
    let cost = this.#assemble(rows, this.#current, this.#equations, true);
    if (!Number.isFinite(cost))
      throw new RangeError(`The wishes come to ${cost} where the search begins; lengths and angles must be finite.`);
    let evaluations = 1;
    let iterations = 0;
    let idle = 0;
    while (iterations < options.maxIterations && idle < 2) {
      iterations++;
      const freeCount = this.#chooseFree();
      let lower = cost;
      for (let attempt = 0; attempt < 10 && lower >= cost; attempt++) {
        const { matrix, gradient, size } = this.#equations;
        factorise(matrix, size, this.#free, freeCount, damping, this.#factor, this.#first);
        solveFactorised(this.#factor, this.#first, this.#free, freeCount, gradient, this.#step, this.#work);
        this.#takeStep();
        // The first try is nearly always kept, so its derivatives come along; a later one is looked at first.
        lower = this.#assemble(rows, this.#trial, this.#trialEquations, attempt === 0);
        if (attempt > 0 && lower < cost) this.#assemble(rows, this.#trial, this.#trialEquations, true);
        evaluations++;
        // How much of the promised fall came true says how far the linear picture of the body carries (Nielsen's rule).
        if (lower < cost) {
          const kept = Math.min(1, (cost - lower) / Math.max(this.#promisedFall(freeCount, damping), 1e-12));
          damping = Math.max(1e-9, damping * Math.max(0.15, 1 - (2 * kept - 1) ** 3));
          growth = 3;
        } else {
          damping = Math.max(damping, 1e-7) * growth;
          growth *= 2.5;
        }
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
    equations.finish();
    return equations.cost;
  }

  /** By how much the cost would fall if the rows were as linear as their derivatives say. */
  #promisedFall(freeCount: number, damping: number): number {
    const { matrix, gradient, size } = this.#equations;
    let fall = 0;
    for (let a = 0; a < freeCount; a++) {
      const c = this.#free[a]!;
      const x = this.#step[c]!;
      fall += 0.5 * x * (damping * (matrix[c * size + c]! + 1) * x - gradient[c]!);
    }
    return fall;
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
