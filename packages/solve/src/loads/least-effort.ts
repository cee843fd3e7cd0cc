import { NonnegativeLeast } from './nonnegative.ts';

/**
 * Pushes x ≥ 0 that keep a balance and cost the least effort:
 *
 *     least ½‖A x − b‖² + ½ xᵀR x   with   E x = e,   x ≥ 0
 *
 * Matrices are stored push by push: the numbers of one push (a column of A or E) stand together.
 */
export interface EffortProblem {
  readonly pushCount: number;
  /** A, (pushCount, effortCount): what one unit of a push takes off each effort. */
  readonly relief: Float64Array;
  /** b, (effortCount): the efforts without any push. */
  readonly unrelieved: Float64Array;
  /** E, (pushCount, balanceCount), and e, (balanceCount). */
  readonly balance: Float64Array;
  readonly balanceWanted: Float64Array;
  /** R, (pushCount, pushCount), positive definite: what the pushes themselves cost, so that one answer is the best. */
  readonly cost: Float64Array;
}

export interface EffortShares {
  readonly pushes: Float64Array;
  /** Largest |E x − e|: nought to rounding, unless no pushes can keep the balance. */
  readonly imbalance: number;
  /** y, (balanceCount): what one unit more of each balance would cost. Without meaning when the balance isn't kept. */
  readonly prices: Float64Array;
}

/** ρ: how much harder the balance is held than the efforts, at first; the prices then make it exact. */
const firmness = 1e5;
const exact = 1e-12;
/** Each round takes most of what is off away. Where the balance hangs on the edge it goes slower, and where there is none it stands still. */
const mostRounds = 200;
const standsStill = { rounds: 10, share: 0.9 } as const;

/**
 * Solves it by the method of multipliers (Hestenes 1969, Powell 1969): the balance joins the sum as ½ρ‖E x − e‖² − yᵀ(E x − e), each
 * round is a problem with bounds only, and y is moved on by −ρ(E x − e). It needs no independent rows in E: in a symmetric pose some are not.
 */
export function shareByEffort(problem: EffortProblem): EffortShares {
  const { pushCount, relief, unrelieved, balance, balanceWanted, cost } = problem;
  const effortCount = unrelieved.length;
  const balanceCount = balanceWanted.length;

  // H = AᵀA + R + ρEᵀE, and c = Aᵀb + Eᵀ(ρe + y) without its y
  const h = new Float64Array(pushCount * pushCount);
  const wanted = new Float64Array(pushCount);
  for (let i = 0; i < pushCount; i++) {
    for (let j = 0; j <= i; j++) {
      const relieved = dotOfRuns(relief, i, relief, j, effortCount);
      const balanced = dotOfRuns(balance, i, balance, j, balanceCount);
      const value = relieved + firmness * balanced + cost[i * pushCount + j]!;
      h[i * pushCount + j] = value;
      h[j * pushCount + i] = value;
    }
    wanted[i] =
      dotOfRuns(relief, i, unrelieved, 0, effortCount) +
      firmness * dotOfRuns(balance, i, balanceWanted, 0, balanceCount);
  }

  const solver = new NonnegativeLeast(h, pushCount);
  const prices = new Float64Array(balanceCount);
  let imbalance = Infinity;
  let before = Infinity;
  for (let round = 0; round < mostRounds && imbalance > exact; round++) {
    if (round % standsStill.rounds === 0) {
      if (imbalance > standsStill.share * before) break;
      before = imbalance;
    }
    solver.solve(wanted.map((value, i) => value + dotOfRuns(balance, i, prices, 0, balanceCount)));
    imbalance = 0;
    for (let k = 0; k < balanceCount; k++) {
      let off = -balanceWanted[k]!;
      for (let i = 0; i < pushCount; i++) off += balance[i * balanceCount + k]! * solver.x[i]!;
      prices[k] = prices[k]! - firmness * off;
      imbalance = Math.max(imbalance, Math.abs(off));
    }
  }
  return { pushes: solver.x, imbalance, prices };
}

/** The product of run i of one list of runs with run j of another. */
function dotOfRuns(a: Float64Array, i: number, b: Float64Array, j: number, length: number): number {
  let sum = 0;
  for (let k = 0, at = i * length, bt = j * length; k < length; k++, at++, bt++) sum += a[at]! * b[bt]!;
  return sum;
}
