import type { Cubic, Point } from './fit-curve.ts';

/**
 * Curves as SVG path data, in tenths of a unit, relative commands: short, and rounded so that errors never add up.
 * Each row of curves becomes one closed sub-path.
 */
export function closedPath(loops: readonly (readonly Cubic[])[]): string {
  let data = '';
  for (const loop of loops) {
    const start = loop[0]?.[0];
    if (!start) continue;
    let here = tenths(start);
    data += `M${number(here[0])}${separated(here[1])}`;
    let previous = '';
    for (const [, b, c, d] of loop) {
      const end = tenths(d);
      const points = [tenths(b), tenths(c), end];
      if (points.every((p) => p[0] === here[0] && p[1] === here[1])) continue;
      data += previous === 'c' ? '' : 'c';
      const numbers = points.flatMap((p) => [p[0] - here[0], p[1] - here[1]]);
      data += numbers.map((n, i) => (i === 0 && previous !== 'c' ? number(n) : separated(n))).join('');
      previous = 'c';
      here = end;
    }
    data += 'z';
  }
  return data;
}

/** A closed polygon as path data. */
export function polygonPath(points: readonly Point[]): string {
  let here: Point = [0, 0];
  let data = '';
  points.forEach((point, i) => {
    const at = tenths(point);
    data += i === 0 ? `M${number(at[0])}${separated(at[1])}l` : '';
    if (i > 0) data += (i === 1 ? number : separated)(at[0] - here[0]) + separated(at[1] - here[1]);
    here = at;
  });
  return `${data}z`;
}

function tenths(point: Point): Point {
  return [Math.round(point[0] * 10), Math.round(point[1] * 10)];
}

function number(tenthsValue: number): string {
  const text = String(tenthsValue / 10);
  return text.replace(/^(-?)0\./, '$1.');
}

/** A number that follows another: a minus sign separates by itself. */
function separated(tenthsValue: number): string {
  const text = number(tenthsValue);
  return text.startsWith('-') ? text : ` ${text}`;
}
