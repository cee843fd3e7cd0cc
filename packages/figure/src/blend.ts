/**
 * Smooth union of two signed distances (quadratic polynomial form): equals `min(a, b)` where they differ by more than
 * `widthM`, and rounds the seam between them within that width. Symmetric in `a` and `b`.
 */
export function smoothUnion(a: number, b: number, widthM: number): number {
  const gap = Math.abs(a - b);
  if (gap >= widthM) return a < b ? a : b;
  const share = widthM - gap;
  return (a < b ? a : b) - (share * share) / (4 * widthM);
}

/** Smooth step from 0 at `from` to 1 at `to` (either order), with zero slope at both ends. */
export function smoothStep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** What two solids share: the smooth intersection, with an edge rounded over `widthM`. */
export const smoothCut = (a: number, b: number, widthM: number): number => -smoothUnion(-a, -b, widthM);

export const mix = (from: number, to: number, share: number): number => from + (to - from) * share;
