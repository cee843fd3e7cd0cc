import { pointOnCubic, type Cubic, type Point } from './fit-curve.ts';

/** Numbers in paths are fifths of a unit: whole, so that they need no decimal point, and finer than is seen where a card is 700 pixels wide. */
export const STEPS_PER_UNIT = 5;
/** A curve whose handles are nearer to its chord than this is drawn straight. */
const STRAIGHT_STEPS = 1;

/**
 * Curves as SVG path data, in steps (`STEPS_PER_UNIT`), relative commands: short, and rounded so that errors never add up.
 * Each row of curves becomes one closed sub-path.
 */
export function closedPath(loops: readonly (readonly Cubic[])[]): string {
  let data = '';
  for (const loop of loops) {
    const start = loop[0]?.[0];
    if (!start) continue;
    let here = inSteps(start);
    data += `M${here[0]}${separated(here[1])}`;
    let previous = '';
    for (const [, b, c, d] of loop) {
      const end = inSteps(d);
      const handles = [inSteps(b), inSteps(c)];
      if ([...handles, end].every((p) => p[0] === here[0] && p[1] === here[1])) continue;
      const isStraight = handles.every((handle) => offLine(handle, here, end) < STRAIGHT_STEPS);
      const command = isStraight ? 'l' : 'c';
      const numbers = (isStraight ? [end] : [...handles, end]).flatMap((p) => [p[0] - here[0], p[1] - here[1]]);
      data += previous === command ? '' : command;
      data += numbers.map((n, i) => (i === 0 && previous !== command ? String(n) : separated(n))).join('');
      previous = command;
      here = end;
    }
    data += 'z';
  }
  return data;
}

/** How far a point is from the straight way between two others. */
function offLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const [px, py] = [point[0] - from[0], point[1] - from[1]];
  const share = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - share * dx, py - share * dy);
}

/** A loop of curves as a polygon, its bent curves in three sides each. */
export const polygonOf = (loop: readonly Cubic[]): Point[] =>
  loop.flatMap((curve, i) => {
    const [start, b, c, end] = curve;
    const isStraight = [b, c].every((handle) => offLine(handle, start, end) < 1e-6);
    const onwards = isStraight ? [end] : [1, 2, 3].map((third) => pointOnCubic(curve, third / 3));
    return i === 0 ? [start, ...onwards] : onwards;
  });

function inSteps(point: Point): Point {
  return [Math.round(point[0] * STEPS_PER_UNIT), Math.round(point[1] * STEPS_PER_UNIT)];
}

/** A number that follows another: a minus sign separates by itself. */
function separated(value: number): string {
  return value < 0 ? String(value) : ` ${value}`;
}

/** The part of a convex polygon within a rectangle (I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping", 1974). */
export function clipPolygon(polygon: readonly Point[], least: Point, most: Point): Point[] {
  let left = [...polygon];
  for (const axis of [0, 1] as const) {
    for (const [limit, sign] of [
      [least[axis], 1],
      [most[axis], -1],
    ] as const) {
      const beyond = (p: Point): number => sign * (p[axis] - limit);
      left = left.flatMap((b, i): Point[] => {
        const a = left[(i + left.length - 1) % left.length]!;
        const [insideA, insideB] = [beyond(a), beyond(b)];
        if (insideA >= 0 === insideB >= 0) return insideB >= 0 ? [b] : [];
        const share = insideA / (insideA - insideB);
        const cut: Point = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
        return insideB >= 0 ? [cut, b] : [cut];
      });
    }
  }
  return left;
}

/** Text as the content of an element. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
