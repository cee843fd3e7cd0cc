/**
 * Factorises `A = H_ff + damping (diag H_ff + 1)` as L Lᵀ over the free columns. Only the lower triangle of `H` is read; L is packed
 * row by row with stride `freeCount`. A row of L begins where that of H does, at `first[row]`, and what lies before is neither read nor
 * written: with the tips of the limbs in front, arms and legs have nothing to do with one another (movement.ts), and that is most of
 * the work. Pivots are kept positive, so that a flat direction gives a long step rather than none.
 */
export function factorise(
  h: Float64Array,
  size: number,
  free: Int32Array,
  freeCount: number,
  damping: number,
  factor: Float64Array,
  first: Int32Array,
): void {
  for (let a = 0; a < freeCount; a++) {
    const rowA = a * freeCount;
    const hRow = (free[a] as number) * size;
    let from = 0;
    while (from < a && h[hRow + (free[from] as number)] === 0) from++;
    first[a] = from;
    for (let b = from; b < a; b++) {
      const rowB = b * freeCount;
      const fromB = first[b] as number;
      let sum = h[hRow + (free[b] as number)] as number;
      for (let k = from > fromB ? from : fromB; k < b; k++) {
        sum -= (factor[rowA + k] as number) * (factor[rowB + k] as number);
      }
      factor[rowA + b] = sum / (factor[rowB + b] as number);
    }
    let square = h[hRow + (free[a] as number)] as number;
    square += damping * (square + 1);
    for (let k = from; k < a; k++) square -= (factor[rowA + k] as number) ** 2;
    factor[rowA + a] = Math.sqrt(Math.max(square, 1e-12));
  }
}

/** Solves L Lᵀ x = −g on the free columns; the others get 0. `work` holds at least `freeCount` numbers. */
export function solveFactorised(
  factor: Float64Array,
  first: Int32Array,
  free: Int32Array,
  freeCount: number,
  gradient: Float64Array,
  x: Float64Array,
  work: Float64Array = new Float64Array(freeCount),
): void {
  for (let a = 0; a < freeCount; a++) {
    const row = a * freeCount;
    let sum = -(gradient[free[a] as number] as number);
    for (let k = first[a] as number; k < a; k++) sum -= (factor[row + k] as number) * (work[k] as number);
    work[a] = sum / (factor[row + a] as number);
  }
  // Backwards row by row, so that L is read as it lies in memory.
  for (let a = freeCount - 1; a >= 0; a--) {
    const row = a * freeCount;
    const value = (work[a] as number) / (factor[row + a] as number);
    work[a] = value;
    for (let k = first[a] as number; k < a; k++) work[k] = (work[k] as number) - (factor[row + k] as number) * value;
  }
  x.fill(0);
  for (let a = 0; a < freeCount; a++) x[free[a] as number] = work[a] as number;
}
