import type { PlacedPart } from './field.ts';
import type { Region } from './parts.ts';

/** Where the samples of a grid lie along x, y and z, ascending, metres. */
export type GridLines = readonly [x: Float64Array, y: Float64Array, z: Float64Array];

/** What is finer than a cell: the gaps between fingers and toes. */
const fineRegions: readonly Region[] = ['hand', 'foot'];
/** Share of a cell between lines there. */
const FINE = 0.5;
const MARGIN_M = 0.02;
const FINE_MARGIN_M = 0.004;

/** What of a figure is meshed: the half of a symmetric one with y ≥ 0, or all of one whose sides differ. */
export type Extent = 'half' | 'whole';

/**
 * The lines of a grid around a figure: `cellM` apart, and closer in the ranges where hands and feet are. Around a half the first two
 * lines across the body lie on either side of the middle, equally far from it.
 */
export function gridLines(placed: readonly PlacedPart[], cellM: number, extent: Extent): GridLines {
  const fine = placed.filter(({ part }) => fineRegions.includes(part.region));
  const [x, y, z] = ([0, 1, 2] as const).map((axis) => {
    const low = Math.min(...placed.map((part) => part.centreM[axis] - part.radiusM)) - MARGIN_M;
    const high = Math.max(...placed.map((part) => part.centreM[axis] + part.radiusM)) + MARGIN_M;
    const isFine = (at: number): boolean =>
      fine.some((part) => Math.abs(at - part.centreM[axis]) < part.radiusM + FINE_MARGIN_M);
    const lines: number[] = axis === 1 && extent === 'half' ? [-cellM / 2, cellM / 2] : [low];
    while (lines.at(-1)! < high) {
      const last = lines.at(-1)!;
      lines.push(last + cellM * (isFine(last) || isFine(last + cellM) ? FINE : 1));
    }
    return Float64Array.from(lines);
  });
  return [x!, y!, z!];
}
