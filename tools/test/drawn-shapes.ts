type Point = readonly [number, number];

/** One closed outline of a shape. */
export interface DrawnLoop {
  readonly areaUnits2: number;
  /** How far its end is from its beginning, units. */
  readonly gapUnits: number;
}

/** A path of a card or strip by its class. */
export interface DrawnShape {
  readonly name: string;
  readonly loops: readonly DrawnLoop[];
}

/** Numbers in paths are fifths of a unit. */
const STEPS_PER_UNIT = 5;
/** Points taken on a curve. */
const SAMPLES = 8;

/** The paths of an SVG that Sacra has drawn: relative lines and curves. */
export function shapesIn(svg: string): DrawnShape[] {
  return [...svg.matchAll(/<path class="([A-Za-z]+\d?)"[^>]*? d="([^"]+)"/g)].map(([, name, data]) => ({
    name: name!,
    loops: data!.split('z').filter(Boolean).map(measured),
  }));
}

function measured(data: string): DrawnLoop {
  const points: Point[] = [];
  let here: Point = [0, 0];
  for (const [, command, list] of data.matchAll(/([Mlc])([^Mlc]*)/g)) {
    const numbers = (list!.match(/-?\d+/g) ?? []).map(Number);
    const size = command === 'c' ? 6 : 2;
    for (let i = 0; i + size <= numbers.length; i += size) {
      const at = (k: number): Point => [here[0] + numbers[i + k]!, here[1] + numbers[i + k + 1]!];
      const end = at(size - 2);
      if (command === 'c') {
        const [from, b, c] = [here, at(0), at(2)];
        for (let s = 1; s < SAMPLES; s++) points.push(between(from, b, c, end, s / SAMPLES));
      }
      here = end;
      points.push(here);
    }
  }
  const [first, last] = [points[0]!, points.at(-1)!];
  let twice = 0;
  points.forEach(([x, y], i) => {
    const [nx, ny] = points[(i + 1) % points.length]!;
    twice += x * ny - nx * y;
  });
  return {
    areaUnits2: Math.abs(twice) / 2 / STEPS_PER_UNIT ** 2,
    gapUnits: Math.hypot(last[0] - first[0], last[1] - first[1]) / STEPS_PER_UNIT,
  };
}

function between(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const s = 1 - t;
  const mix = (k: 0 | 1): number => s * s * s * a[k] + 3 * s * s * t * b[k] + 3 * s * t * t * c[k] + t * t * t * d[k];
  return [mix(0), mix(1)];
}
