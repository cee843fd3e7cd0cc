import type { Body, BodyState } from '@sacra/body';
import type { Movement } from './movement.ts';

/**
 * Collects rows `J·dv + r` of a least-squares problem as its normal equations `H = JᵀJ`, `g = Jᵀr` and `cost = ½ rᵀr`.
 *
 * A row is opened, given contributions, and closed with its residual; it is stored nowhere. Weights are 1/tolerance, so that residuals
 * have no unit and a residual of 1 means "one tolerance away". Only the lower triangle of `H` is written.
 */
export class NormalEquations {
  readonly size: number;
  readonly matrix: Float64Array;
  readonly gradient: Float64Array;
  cost = 0;
  /** False while only the cost is wanted: contributions may then be left out, rows are still closed with their residual. */
  wantsJacobian = true;

  readonly #movement: Movement;
  readonly #row: Float64Array;
  readonly #touched: Int32Array;
  readonly #isTouched: Uint8Array;
  #touchedCount = 0;
  readonly #ancestorDofs: readonly Int32Array[];
  readonly #dofAxis: Float64Array;
  readonly #dofAnchor: Float64Array;

  constructor(body: Body, state: BodyState, movement: Movement) {
    this.size = movement.size;
    this.matrix = new Float64Array(this.size * this.size);
    this.gradient = new Float64Array(this.size);
    this.#movement = movement;
    this.#row = new Float64Array(this.size);
    this.#touched = new Int32Array(this.size);
    this.#isTouched = new Uint8Array(this.size);
    this.#ancestorDofs = body.ancestorDofs;
    this.#dofAxis = state.dofAxis;
    this.#dofAnchor = state.dofAnchorM;
  }

  /** Empties the equations. */
  reset(wantsJacobian: boolean): void {
    this.wantsJacobian = wantsJacobian;
    this.cost = 0;
    if (!wantsJacobian) return;
    this.matrix.fill(0);
    this.gradient.fill(0);
  }

  /** Adds `weight · dₜ(d·p)/dv`: the point (x, y, z), world, metres, carried by a segment, seen along the direction (dx, dy, dz). */
  addPoint(segment: number, x: number, y: number, z: number, dx: number, dy: number, dz: number, weight: number): void {
    const dofs = this.#ancestorDofs[segment] as Int32Array;
    const axis = this.#dofAxis;
    const anchor = this.#dofAnchor;
    for (let i = 0; i < dofs.length; i++) {
      const v = dofs[i] as number;
      const o = 3 * v;
      const ax = axis[o] as number;
      const ay = axis[o + 1] as number;
      const az = axis[o + 2] as number;
      if (v < 3) {
        this.addDof(v, weight * (dx * ax + dy * ay + dz * az));
        continue;
      }
      const rx = x - (anchor[o] as number);
      const ry = y - (anchor[o + 1] as number);
      const rz = z - (anchor[o + 2] as number);
      this.addDof(v, weight * (dx * (ay * rz - az * ry) + dy * (az * rx - ax * rz) + dz * (ax * ry - ay * rx)));
    }
  }

  /** Adds `weight · (direction · angular velocity of the segment)/dv`, direction in the world. */
  addRotation(segment: number, dx: number, dy: number, dz: number, weight: number): void {
    const dofs = this.#ancestorDofs[segment] as Int32Array;
    const axis = this.#dofAxis;
    for (let i = 0; i < dofs.length; i++) {
      const v = dofs[i] as number;
      if (v < 3) continue;
      const o = 3 * v;
      this.addDof(v, weight * (dx * (axis[o] as number) + dy * (axis[o + 1] as number) + dz * (axis[o + 2] as number)));
    }
  }

  /** Adds `coefficient` to the column of one velocity coordinate. */
  addDof(v: number, coefficient: number): void {
    const column = this.#movement.column[v] as number;
    if (column < 0) return;
    if (this.#isTouched[column] === 0) {
      this.#isTouched[column] = 1;
      this.#touched[this.#touchedCount++] = column;
      this.#row[column] = 0;
    }
    this.#row[column] = (this.#row[column] as number) + (this.#movement.sign[v] as number) * coefficient;
  }

  /** Closes the row. */
  close(residual: number): void {
    this.cost += 0.5 * residual * residual;
    const count = this.#touchedCount;
    if (count === 0) return;
    const { matrix, gradient, size } = this;
    const row = this.#row;
    const touched = this.#touched;
    for (let a = 0; a < count; a++) {
      const i = touched[a] as number;
      const ri = row[i] as number;
      this.#isTouched[i] = 0;
      gradient[i] = (gradient[i] as number) + ri * residual;
      for (let b = 0; b <= a; b++) {
        const j = touched[b] as number;
        const at = i >= j ? i * size + j : j * size + i;
        matrix[at] = (matrix[at] as number) + ri * (row[j] as number);
      }
    }
    this.#touchedCount = 0;
  }

  /** The open row as a vector over all columns, and an end to it; for tests of Jacobians. */
  takeRow(): Float64Array {
    const row = new Float64Array(this.size);
    for (let a = 0; a < this.#touchedCount; a++) {
      const i = this.#touched[a] as number;
      row[i] = this.#row[i] as number;
      this.#isTouched[i] = 0;
    }
    this.#touchedCount = 0;
    return row;
  }
}
