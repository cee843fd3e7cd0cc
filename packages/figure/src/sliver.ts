import { directionBetween, fitRow, type Cubic, type Point } from './fit-curve.ts';

/** How a line is drawn as an area. */
export interface SliverStyle {
  /** Length over which it thins out to nothing at its ends, in the unit of its points. */
  readonly taperPx: number;
  /** How far its sides may be from what they follow. */
  readonly tolerancePx: number;
}

/** A line that is short for its taper thins out over this share of its length at each end. */
const TAPER_SHARE = 0.4;

/** Points over which the direction of its ends is taken. */
const END_REACH = 6;

/** A line through points as a closed area, as wide at each point as `widths` says and running out to nothing at both ends. */
export function sliver(
  points: readonly Point[],
  widths: readonly number[],
  { taperPx, tolerancePx }: SliverStyle,
): Cubic[] {
  const along = [0];
  for (let i = 1; i < points.length; i++) {
    along.push(along[i - 1]! + Math.hypot(points[i]![0] - points[i - 1]![0], points[i]![1] - points[i - 1]![1]));
  }
  const lengthPx = along.at(-1)!;
  const taper = Math.min(taperPx, lengthPx * TAPER_SHARE);
  const near: Point[] = [];
  const far: Point[] = [];
  points.forEach((point, i) => {
    const [tx, ty] = directionBetween(points[Math.max(0, i - 3)]!, points[Math.min(points.length - 1, i + 3)]!);
    const toEnd = Math.min(along[i]!, lengthPx - along[i]!);
    const half = (widths[i]! / 2) * smoothStep(toEnd / taper);
    near.push([point[0] - ty * half, point[1] + tx * half]);
    far.push([point[0] + ty * half, point[1] - tx * half]);
  });
  return [near, far.reverse()].flatMap((side) => fitRow(side, END_REACH, tolerancePx));
}

function smoothStep(share: number): number {
  const t = Math.min(1, Math.max(0, share));
  return t * t * (3 - 2 * t);
}
