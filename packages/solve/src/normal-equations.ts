import type { Body, BodyState } from '@sacra/body';
import type { Movement } from './movement.ts';
import { SegmentRows } from './segment-rows.ts';

/**
 * Collects rows `J·dv + r` of a least-squares problem as its normal equations `H = JᵀJ`, `g = Jᵀr` and `cost = ½ rᵀr`.
 *
 * A row is opened, given contributions, and closed with its residual; it is stored nowhere. Weights are 1/tolerance, so that residuals
 * have no unit and a residual of 1 means "one tolerance away". Only the lower triangle of `H` is written. A row about one segment alone,
 * as most are, costs next to nothing: it is collected with the segment's others and comes into the equations with `finish`.
 */
export class NormalEquations {
  readonly size: number;
  readonly matrix: Float64Array;
  readonly gradient: Float64Array;
  cost = 0;
  /** False while only the cost is wanted: contributions may then be left out, rows are still closed with their residual. */
  wantsJacobian = true;

  readonly #movement: Movement;
  readonly #segmentRows: SegmentRows;
  readonly #row: Float64Array;
  readonly #touched: Int32Array;
  readonly #isTouched: Uint8Array;
  #touchedCount = 0;
  /** The one segment that the open row is about so far, −1 for none; its contributions are in #wrench. */
  #segment = -1;
  readonly #wrench = new Float64Array(6);

  constructor(body: Body, state: BodyState, movement: Movement) {
    this.size = movement.size;
    this.matrix = new Float64Array(this.size * this.size);
    this.gradient = new Float64Array(this.size);
    this.#movement = movement;
    this.#segmentRows = new SegmentRows(body, state, movement);
    this.#row = new Float64Array(this.size);
    this.#touched = new Int32Array(this.size);
    this.#isTouched = new Uint8Array(this.size);
  }

  /** Empties the equations; the state must stand where it will be while rows come. */
  reset(wantsJacobian: boolean): void {
    this.wantsJacobian = wantsJacobian;
    this.cost = 0;
    if (!wantsJacobian) return;
    this.matrix.fill(0);
    this.gradient.fill(0);
    this.#segmentRows.reset();
  }

  /** Adds `weight · dₜ(d·p)/dv`: the point (x, y, z), world, metres, carried by a segment, seen along the direction (dx, dy, dz). */
  addPoint(segment: number, x: number, y: number, z: number, dx: number, dy: number, dz: number, weight: number): void {
    const wx = weight * dx;
    const wy = weight * dy;
    const wz = weight * dz;
    this.#addWrench(segment, y * wz - z * wy, z * wx - x * wz, x * wy - y * wx, wx, wy, wz);
  }

  /** Adds `weight · (direction · angular velocity of the segment)/dv`, direction in the world. */
  addRotation(segment: number, dx: number, dy: number, dz: number, weight: number): void {
    this.#addWrench(segment, weight * dx, weight * dy, weight * dz, 0, 0, 0);
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
    if (this.#segment >= 0) {
      if (this.#touchedCount === 0) {
        this.#segmentRows.add(this.#segment, this.#wrench, residual);
        this.#segment = -1;
        return;
      }
      this.#spreadWrench();
    }
    const count = this.#touchedCount;
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

  /** Brings in the rows that were collected by segment. Call it once, when all rows are closed. */
  finish(): void {
    if (this.wantsJacobian) this.#segmentRows.bringInto(this.matrix, this.gradient);
  }

  /** The open row as a vector over all columns, and an end to it; for tests of Jacobians. */
  takeRow(): Float64Array {
    if (this.#segment >= 0) this.#spreadWrench();
    const row = new Float64Array(this.size);
    for (let a = 0; a < this.#touchedCount; a++) {
      const i = this.#touched[a] as number;
      row[i] = this.#row[i] as number;
      this.#isTouched[i] = 0;
    }
    this.#touchedCount = 0;
    return row;
  }

  /** Adds a row's dependence on a segment's velocity: on its turning, and on the velocity of what passes the world's origin. */
  #addWrench(segment: number, tx: number, ty: number, tz: number, fx: number, fy: number, fz: number): void {
    const wrench = this.#wrench;
    if (this.#segment !== segment) {
      if (this.#segment >= 0) this.#spreadWrench();
      this.#segment = segment;
      wrench.fill(0);
    }
    wrench[0] = (wrench[0] as number) + tx;
    wrench[1] = (wrench[1] as number) + ty;
    wrench[2] = (wrench[2] as number) + tz;
    wrench[3] = (wrench[3] as number) + fx;
    wrench[4] = (wrench[4] as number) + fy;
    wrench[5] = (wrench[5] as number) + fz;
  }

  #spreadWrench(): void {
    this.#segmentRows.spread(this.#segment, this.#wrench, this);
    this.#segment = -1;
  }
}
