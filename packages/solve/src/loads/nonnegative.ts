import { factorise, solveFactorised } from '../cholesky.ts';

/** Exchanges in a row that may leave as many numbers on the wrong side as before. */
const patience = 4;
/** Slopes count as level below this share of the largest number in c, and values as nought below `nought`. */
const levelShare = 1e-12;
const nought = 1e-12;

/**
 * The x ≥ 0 that makes f(x) = ½ xᵀHx − cᵀx least, for a positive definite symmetric H of (size, size).
 *
 * The numbers are split into free ones, which are solved for, and ones at nought. Block principal pivoting (Portugal, Júdice, Vicente,
 * Mathematics of Computation 63 (1994) 625) lets all that come out on the wrong side change over at once: it takes a few rounds, or goes
 * round in circles. Then the method of Lawson and Hanson (Solving Least Squares Problems, 1974, chapter 23) takes over, which changes one
 * number at a time, goes downhill at every change, and so ends.
 */
export class NonnegativeLeast {
  readonly #h: Float64Array;
  readonly #size: number;
  /** The answer to the last problem. */
  readonly x: Float64Array;
  /** 1 for the free numbers; the next problem begins with those of the last answer. */
  readonly #isFree: Uint8Array;
  readonly #free: Int32Array;
  readonly #factor: Float64Array;
  readonly #first: Int32Array;
  readonly #work: Float64Array;
  readonly #solved: Float64Array;
  readonly #slope: Float64Array;

  constructor(h: Float64Array, size: number) {
    this.#h = h;
    this.#size = size;
    this.x = new Float64Array(size);
    this.#isFree = new Uint8Array(size).fill(1);
    this.#free = new Int32Array(size);
    this.#factor = new Float64Array(size * size);
    this.#first = new Int32Array(size);
    this.#work = new Float64Array(size);
    this.#solved = new Float64Array(size);
    this.#slope = new Float64Array(size);
  }

  solve(c: Float64Array): void {
    const level = levelShare * c.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const minusC = c.map((value) => -value);
    if (!this.#exchange(minusC, level)) this.#goDown(minusC, level);
  }

  /** Many at a time. Whether it came to an end: `x` is then the answer, and else the last guess with what was below nought put there. */
  #exchange(minusC: Float64Array, level: number): boolean {
    let fewestWrong = this.#size + 1;
    let patienceLeft = patience;
    for (;;) {
      this.#solveFree(minusC);
      this.#slopesAt(this.#solved, minusC);
      const wrong = this.#wrong(level);
      if (wrong.length < fewestWrong) {
        fewestWrong = wrong.length;
        patienceLeft = patience;
      } else {
        patienceLeft--;
      }
      if (wrong.length === 0 || patienceLeft < 0) {
        for (let i = 0; i < this.#size; i++) this.x[i] = Math.max(0, this.#solved[i]!);
        return wrong.length === 0;
      }
      for (const i of wrong) this.#isFree[i] = 1 - this.#isFree[i]!;
    }
  }

  /** One at a time, from an x that is nowhere below nought. */
  #goDown(minusC: Float64Array, level: number): void {
    const { x } = this;
    for (let i = 0; i < this.#size; i++) this.#isFree[i] = x[i]! > 0 ? 1 : 0;
    for (;;) {
      this.#solveFree(minusC);
      const fraction = this.#wayToNought();
      if (fraction < 1) {
        // go as far as the first number that comes to nought, and hold it there
        for (let i = 0; i < this.#size; i++) {
          x[i] = x[i]! + fraction * (this.#solved[i]! - x[i]!);
          if (this.#isFree[i] && this.#solved[i]! < 0 && x[i]! <= nought) this.#isFree[i] = x[i] = 0;
        }
        continue;
      }
      // the free ones are settled: let go the one that would grow fastest
      for (let i = 0; i < this.#size; i++) x[i] = Math.max(0, this.#solved[i]!);
      this.#slopesAt(x, minusC);
      let steepest = -1;
      for (let i = 0; i < this.#size; i++) {
        if (!this.#isFree[i] && this.#slope[i]! < -level && !(this.#slope[i]! >= this.#slope[steepest]!)) steepest = i;
      }
      if (steepest < 0) return;
      this.#isFree[steepest] = 1;
    }
  }

  /** The numbers on the wrong side: free and below nought, or at nought and wanting to grow. */
  #wrong(level: number): number[] {
    const wrong: number[] = [];
    for (let i = 0; i < this.#size; i++) {
      if (this.#isFree[i] ? this.#solved[i]! < -nought : this.#slope[i]! < -level) wrong.push(i);
    }
    return wrong;
  }

  /** How much of the way from x to the solved numbers can be gone before one falls below nought, 0…1. */
  #wayToNought(): number {
    let fraction = 1;
    for (let i = 0; i < this.#size; i++) {
      const [from, to] = [this.x[i]!, this.#solved[i]!];
      if (this.#isFree[i] && to < -nought) fraction = Math.min(fraction, from / (from - to));
    }
    return fraction;
  }

  /** `solved` = the free numbers that make f least when the others are nought. */
  #solveFree(minusC: Float64Array): void {
    let count = 0;
    for (let i = 0; i < this.#size; i++) if (this.#isFree[i]) this.#free[count++] = i;
    factorise(this.#h, this.#size, this.#free, count, 0, this.#factor, this.#first);
    solveFactorised(this.#factor, this.#first, this.#free, count, minusC, this.#solved, this.#work);
  }

  /** `slope` = H y − c */
  #slopesAt(y: Float64Array, minusC: Float64Array): void {
    const [size, h, slope] = [this.#size, this.#h, this.#slope];
    slope.set(minusC);
    for (let k = 0; k < size; k++) {
      const value = y[k]!;
      if (value === 0) continue;
      for (let i = 0, at = k * size; i < size; i++, at++) slope[i] = slope[i]! + h[at]! * value;
    }
  }
}
