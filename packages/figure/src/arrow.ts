import { painted } from './drawing-svg.ts';
import { directionBetween, fitRow, straightLoop, type Cubic, type Point } from './fit-curve.ts';
import { closedPath } from './svg-path.ts';

/** Measures of an arrow, units: what is shorter is drawn as long as `leastUnits`, what is longer ends at `mostUnits`. */
const ARROW = {
  leastUnits: 20,
  mostUnits: 75,
  tailUnits: 1,
  neckUnits: 2.5,
  headUnits: 8.5,
  headHalfUnits: 4.9,
} as const;
/** It keeps so far from the sides of its panel. */
const MARGIN_UNITS = 4;
const SAMPLES = 10;
/** Samples over which the direction of its ends is taken, and how far its sides may be from their samples. */
const END_REACH = 2;
const TOLERANCE_UNITS = 0.1;

/**
 * An arrow along a way that something takes, from thin to thick and with a head, with a rim in the colour of the ground. Empty where
 * there is no room for one.
 */
export function drawArrow(way: readonly Point[], panel: { readonly widthUnits: number }, heightUnits: number): string {
  const centreline = resample(insidePanel(longEnough(calmed(way)), panel.widthUnits, heightUnits));
  const lengthUnits = lengthOf(centreline);
  if (lengthUnits < ARROW.leastUnits * 0.6) return '';
  const shaft = upTo(centreline, lengthUnits - ARROW.headUnits);
  const tip = centreline.at(-1)!;
  const neck = shaft.at(-1)!;
  const [hx, hy] = directionBetween(neck, tip);
  const sides = shaft.map((point, i): readonly [Point, Point] => {
    const [tx, ty] = directionBetween(shaft[Math.max(0, i - 1)]!, shaft[Math.min(shaft.length - 1, i + 1)]!);
    const share = i / Math.max(1, shaft.length - 1);
    const half = (ARROW.tailUnits + share * (ARROW.neckUnits - ARROW.tailUnits)) / 2;
    return [
      [point[0] - ty * half, point[1] + tx * half],
      [point[0] + ty * half, point[1] - tx * half],
    ];
  });
  const wing = (sign: number): Point => [
    neck[0] - hx - sign * hy * ARROW.headHalfUnits,
    neck[1] - hy + sign * hx * ARROW.headHalfUnits,
  ];
  const near = sides.map(([point]) => point);
  const far = sides.map(([, point]) => point).reverse();
  const head = straightLoop([near.at(-1)!, wing(1), tip, wing(-1), far[0]!]);
  const along = (side: readonly Point[]): Cubic[] => fitRow(side, END_REACH, TOLERANCE_UNITS);
  return painted('arrow', closedPath([[...along(near), ...head, ...along(far)]]));
}

/** Without the wiggles of a joint: each point the mean of those around it, the ends kept. */
function calmed(way: readonly Point[]): Point[] {
  const reach = Math.max(1, Math.round(way.length / 6));
  return way.map((point, i) => {
    const around = Math.min(reach, i, way.length - 1 - i);
    if (around === 0) return point;
    const near = way.slice(i - around, i + around + 1);
    const mean = (axis: 0 | 1): number => near.reduce((sum, p) => sum + p[axis], 0) / near.length;
    return [mean(0), mean(1)];
  });
}

/** A short way as a straight one of the least length in the same direction; a long one cut. */
function longEnough(way: readonly Point[]): readonly Point[] {
  const [first, last] = [way[0]!, way.at(-1)!];
  if (lengthOf(way) >= ARROW.leastUnits) return upTo(resample(way), ARROW.mostUnits);
  const [dx, dy] = directionBetween(first, last);
  return [first, [first[0] + dx * ARROW.leastUnits, first[1] + dy * ARROW.leastUnits]];
}

/** As far as it stays in the panel. */
function insidePanel(way: readonly Point[], widthUnits: number, heightUnits: number): readonly Point[] {
  const fine = resample(way);
  const isInside = ([x, y]: Point): boolean =>
    x > MARGIN_UNITS && x < widthUnits - MARGIN_UNITS && y > MARGIN_UNITS && y < heightUnits - MARGIN_UNITS;
  const out = fine.findIndex((point) => !isInside(point));
  return out < 0 ? fine : fine.slice(0, Math.max(2, out));
}

/** The beginning of a way, of this length. */
function upTo(way: readonly Point[], lengthUnits: number): Point[] {
  const kept = [way[0]!];
  let left = lengthUnits;
  for (let i = 1; i < way.length; i++) {
    const [a, b] = [way[i - 1]!, way[i]!];
    const step = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (step >= left) {
      const share = step > 0 ? left / step : 0;
      kept.push([a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]);
      break;
    }
    kept.push(b);
    left -= step;
  }
  return kept;
}

/** Points at even distances along a way. */
function resample(way: readonly Point[]): Point[] {
  const total = lengthOf(way);
  return Array.from({ length: SAMPLES }, (_, i) => upTo(way, (total * i) / (SAMPLES - 1)).at(-1)!);
}

function lengthOf(way: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < way.length; i++) sum += Math.hypot(way[i]![0] - way[i - 1]![0], way[i]![1] - way[i - 1]![1]);
  return sum;
}
