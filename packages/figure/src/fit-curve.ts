/** A point or direction on the picture. */
export type Point = readonly [number, number];

/** A cubic Bézier curve: start, two handles, end. */
export type Cubic = readonly [Point, Point, Point, Point];

/**
 * Cubic Bézier curves through a row of points, joined without corners, no point further from them than `tolerance` where the
 * points allow it. `startTangent` and `endTangent` point into the row from its two ends (unit length).
 * Method: least squares for the two handles, better parameters by Newton's rule, else split at the worst point
 * (P. J. Schneider, "An algorithm for automatically fitting digitized curves", Graphics Gems, 1990).
 */
export function fitCurve(points: readonly Point[], startTangent: Point, endTangent: Point, tolerance: number): Cubic[] {
  const row = points.filter((p, i) => i === 0 || distance(p, points[i - 1]!) > 1e-9);
  if (row.length < 2) return [];
  const curves: Cubic[] = [];
  fitSpan(row, 0, row.length - 1, startTangent, endTangent, tolerance, curves);
  return curves;
}

/** A closed polygon as curves; its last side is left to whoever closes it. */
export const straightLoop = (points: readonly Point[]): Cubic[] =>
  points.slice(1).map((point, i) => straightCubic(points[i]!, point));

/** A row of points as curves, their ends in the direction of what is `reach` points away. */
export function fitRow(points: readonly Point[], reach: number, tolerance: number): Cubic[] {
  const last = points.length - 1;
  const within = Math.min(reach, last);
  const startTangent = directionBetween(points[0]!, points[within]!);
  return fitCurve(points, startTangent, directionBetween(points[last]!, points[last - within]!), tolerance);
}

/** The same curves walked from the other end. */
export function reverseCurves(curves: readonly Cubic[]): Cubic[] {
  return curves.map(([a, b, c, d]): Cubic => [d, c, b, a]).reverse();
}

/** The point of a cubic at parameter `t` in 0…1. */
export function pointOnCubic([a, b, c, d]: Cubic, t: number): Point {
  const s = 1 - t;
  const wa = s * s * s;
  const wb = 3 * s * s * t;
  const wc = 3 * s * t * t;
  const wd = t * t * t;
  return [wa * a[0] + wb * b[0] + wc * c[0] + wd * d[0], wa * a[1] + wb * b[1] + wc * c[1] + wd * d[1]];
}

/** Unit direction from one point to another; along x where they coincide. */
export function directionBetween(from: Point, to: Point): Point {
  const length = distance(from, to);
  return length < 1e-12 ? [1, 0] : [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}

function fitSpan(
  row: readonly Point[],
  first: number,
  last: number,
  startTangent: Point,
  endTangent: Point,
  tolerance: number,
  out: Cubic[],
): void {
  const start = row[first]!;
  const end = row[last]!;
  if (last - first === 1) {
    out.push(straightCubic(start, end));
    return;
  }
  const parameters = chordParameters(row, first, last);
  let worst = first + 1;
  for (let attempt = 0; attempt < 16; attempt++) {
    const cubic = leastSquaresCubic(row, first, last, parameters, startTangent, endTangent);
    let error = 0;
    for (let i = first + 1; i < last; i++) {
      const off = distance(pointOnCubic(cubic, parameters[i - first]!), row[i]!);
      if (off > error) {
        error = off;
        worst = i;
      }
    }
    if (error <= tolerance) {
      out.push(cubic);
      return;
    }
    if (error > tolerance * 6) break;
    improveParameters(cubic, row, first, last, parameters);
  }
  const reach = Math.min(4, worst - first, last - worst);
  const through = directionBetween(row[worst + reach]!, row[worst - reach]!);
  fitSpan(row, first, worst, startTangent, through, tolerance, out);
  fitSpan(row, worst, last, [-through[0], -through[1]], endTangent, tolerance, out);
}

/** A straight line as a curve. */
export function straightCubic(start: Point, end: Point): Cubic {
  const dx = (end[0] - start[0]) / 3;
  const dy = (end[1] - start[1]) / 3;
  return [start, [start[0] + dx, start[1] + dy], [end[0] - dx, end[1] - dy], end];
}

function chordParameters(row: readonly Point[], first: number, last: number): number[] {
  const lengths = [0];
  for (let i = first + 1; i <= last; i++) lengths.push(lengths[i - first - 1]! + distance(row[i]!, row[i - 1]!));
  const total = lengths[last - first]!;
  return lengths.map((length) => length / total);
}

function leastSquaresCubic(
  row: readonly Point[],
  first: number,
  last: number,
  parameters: readonly number[],
  startTangent: Point,
  endTangent: Point,
): Cubic {
  const start = row[first]!;
  const end = row[last]!;
  // Normal equations of the two handle lengths.
  let c00 = 0;
  let c01 = 0;
  let c11 = 0;
  let x0 = 0;
  let x1 = 0;
  const between = startTangent[0] * endTangent[0] + startTangent[1] * endTangent[1];
  for (let i = first; i <= last; i++) {
    const t = parameters[i - first]!;
    const s = 1 - t;
    const b0 = s * s * s + 3 * s * s * t;
    const b1 = 3 * s * s * t;
    const b2 = 3 * s * t * t;
    const restX = row[i]![0] - start[0] * b0 - end[0] * (1 - b0);
    const restY = row[i]![1] - start[1] * b0 - end[1] * (1 - b0);
    c00 += b1 * b1;
    c01 += b1 * b2 * between;
    c11 += b2 * b2;
    x0 += b1 * (startTangent[0] * restX + startTangent[1] * restY);
    x1 += b2 * (endTangent[0] * restX + endTangent[1] * restY);
  }
  const determinant = c00 * c11 - c01 * c01;
  const chord = distance(start, end);
  let startLength = chord / 3;
  let endLength = chord / 3;
  if (Math.abs(determinant) > 1e-12 * c00 * c11) {
    const a0 = (x0 * c11 - x1 * c01) / determinant;
    const a1 = (c00 * x1 - c01 * x0) / determinant;
    // Handles that point backwards or run away make loops: keep thirds of the chord then.
    if (a0 > chord * 1e-3 && a1 > chord * 1e-3 && a0 < chord * 3 && a1 < chord * 3) {
      startLength = a0;
      endLength = a1;
    }
  }
  return [
    start,
    [start[0] + startTangent[0] * startLength, start[1] + startTangent[1] * startLength],
    [end[0] + endTangent[0] * endLength, end[1] + endTangent[1] * endLength],
    end,
  ];
}

/** One Newton step for each inner point towards the parameter of the nearest point on the curve. */
function improveParameters(
  cubic: Cubic,
  row: readonly Point[],
  first: number,
  last: number,
  parameters: number[],
): void {
  const [a, b, c, d] = cubic;
  for (let i = first + 1; i < last; i++) {
    const t = parameters[i - first]!;
    const s = 1 - t;
    const at = pointOnCubic(cubic, t);
    let numerator = 0;
    let denominator = 0;
    for (const k of [0, 1] as const) {
      const speed = 3 * (s * s * (b[k] - a[k]) + 2 * s * t * (c[k] - b[k]) + t * t * (d[k] - c[k]));
      const bend = 6 * (s * (c[k] - 2 * b[k] + a[k]) + t * (d[k] - 2 * c[k] + b[k]));
      const off = at[k] - row[i]![k];
      numerator += off * speed;
      denominator += speed * speed + off * bend;
    }
    if (denominator > 1e-12) parameters[i - first] = Math.min(1, Math.max(0, t - numerator / denominator));
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
