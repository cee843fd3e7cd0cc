/**
 * Factorises `A = H_ff + damping (diag H_ff + 1)` as L Lᵀ over the free columns. Only the lower triangle of `H` is read; L is packed
 * row by row with stride `freeCount`. Pivots are kept positive, so that a flat direction gives a long step rather than none.
 */
export function factorise(
  h: Float64Array,
  size: number,
  free: Int32Array,
  freeCount: number,
  damping: number,
  factor: Float64Array,
): void {
  for (let a = 0; a < freeCount; a++) {
    const rowA = a * freeCount;
    const hRow = free[a]! * size;
    for (let b = 0; b <= a; b++) {
      const rowB = b * freeCount;
      let sum = h[hRow + free[b]!]!;
      if (a === b) sum += damping * (sum + 1);
      for (let k = 0; k < b; k++) sum -= factor[rowA + k]! * factor[rowB + k]!;
      factor[rowA + b] = a === b ? Math.sqrt(Math.max(sum, 1e-12)) : sum / factor[rowB + b]!;
    }
  }
}

/** Solves L Lᵀ x = −g on the free columns; the others get 0. `work` holds at least `freeCount` numbers. */
export function solveFactorised(
  factor: Float64Array,
  free: Int32Array,
  freeCount: number,
  gradient: Float64Array,
  x: Float64Array,
  work: Float64Array = new Float64Array(freeCount),
): void {
  for (let a = 0; a < freeCount; a++) {
    const row = a * freeCount;
    let sum = -gradient[free[a]!]!;
    for (let k = 0; k < a; k++) sum -= factor[row + k]! * work[k]!;
    work[a] = sum / factor[row + a]!;
  }
  // Backwards row by row, so that L is read as it lies in memory.
  for (let a = freeCount - 1; a >= 0; a--) {
    const row = a * freeCount;
    const value = work[a]! / factor[row + a]!;
    work[a] = value;
    for (let k = 0; k < a; k++) work[k] = work[k]! - factor[row + k]! * value;
  }
  x.fill(0);
  for (let a = 0; a < freeCount; a++) x[free[a]!] = work[a]!;
}
