import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cubic, Point } from '../src/fit-curve.ts';
import { directionBetween, fitCurve, pointOnCubic, reverseCurves } from '../src/fit-curve.ts';
import { closedPath, polygonPath } from '../src/svg-path.ts';

const furthestFrom = (points: readonly Point[], curves: readonly Cubic[]): number => {
  const samples = curves.flatMap((curve) => Array.from({ length: 1001 }, (_, i) => pointOnCubic(curve, i / 1000)));
  return Math.max(...points.map((p) => Math.min(...samples.map((q) => Math.hypot(p[0] - q[0], p[1] - q[1])))));
};

const arc = (from: number, to: number, radius: number): Point[] =>
  Array.from({ length: 120 }, (_, i) => {
    const turn = from + ((to - from) * i) / 119;
    return [radius * Math.cos(turn), radius * Math.sin(turn)];
  });

const fitRow = (points: readonly Point[], tolerance: number): Cubic[] =>
  fitCurve(
    points,
    directionBetween(points[0]!, points[1]!),
    directionBetween(points[points.length - 1]!, points[points.length - 2]!),
    tolerance,
  );

describe('fitting curves', () => {
  test('a quarter of a circle is one cubic', () => {
    const points = arc(0, Math.PI / 2, 100);
    const curves = fitRow(points, 0.5);
    expect(curves).toHaveLength(1);
    expect(furthestFrom(points, curves)).toBeLessThan(0.5);
  });

  test('no point is further from the curves than the tolerance (give or take the sampling), and they join end to end', () => {
    const wave = fc.record({
      height: fc.double({ min: 1, max: 40, noNaN: true }),
      turns: fc.double({ min: 0.2, max: 3, noNaN: true }),
    });
    fc.assert(
      fc.property(wave, ({ height, turns }) => {
        const points = Array.from({ length: 300 }, (_, i): Point => [
          i,
          height * Math.sin((i / 300) * 2 * Math.PI * turns),
        ]);
        const curves = fitRow(points, 0.6);
        expect(furthestFrom(points, curves)).toBeLessThan(0.7);
        expect(curves[0]![0]).toEqual(points[0]);
        expect(curves[curves.length - 1]![3]).toEqual(points[299]);
        for (let i = 1; i < curves.length; i++) {
          expect(curves[i]![0]).toEqual(curves[i - 1]![3]);
          const before = directionBetween(curves[i - 1]![2], curves[i - 1]![3]);
          const after = directionBetween(curves[i]![0], curves[i]![1]);
          expect(before[0] * after[0] + before[1] * after[1]).toBeGreaterThan(0.9999);
        }
        expect(curves.length).toBeLessThan(40);
      }),
      { numRuns: 60 },
    );
  });

  test('walked backwards, curves pass through the same points', () => {
    const curves = fitRow(arc(0, 4, 50), 0.3);
    const back = reverseCurves(curves);
    expect(back[0]![0]).toEqual(curves[curves.length - 1]![3]);
    expect(reverseCurves(back)).toEqual(curves);
  });

  test('nothing can be fitted through fewer than two different points', () => {
    expect(fitCurve([[1, 1]], [1, 0], [1, 0], 1)).toEqual([]);
    expect(
      fitCurve(
        [
          [1, 1],
          [1, 1],
        ],
        [1, 0],
        [1, 0],
        1,
      ),
    ).toEqual([]);
  });
});

/** Reads path data of M, l, c and z back into its absolute points. */
function readPath(data: string): number[][] {
  const points: number[][] = [];
  let here = [0, 0];
  for (const [, command, rest] of data.matchAll(/([Mlcz])([^Mlcz]*)/g)) {
    const numbers = (rest!.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const stride = command === 'c' ? 6 : 2;
    for (let i = 0; i < numbers.length; i += stride) {
      const base = here;
      for (let k = 0; k < stride; k += 2) {
        here =
          command === 'M'
            ? [numbers[i + k]!, numbers[i + k + 1]!]
            : [base[0]! + numbers[i + k]!, base[1]! + numbers[i + k + 1]!];
        points.push(here);
      }
    }
  }
  return points;
}

describe('path data', () => {
  const coordinate = fc.double({ min: -50, max: 600, noNaN: true });
  const point = fc.tuple(coordinate, coordinate);
  const stride = fc.double({ min: 0.2, max: 30, noNaN: true });

  test('reads back to the curves within a twentieth of a unit, however long the path', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(point, point, stride), { minLength: 1, maxLength: 60 }), point, (rest, start) => {
        let here: Point = start;
        const loop = rest.map(([b, c, onwards]): Cubic => {
          const d: Point = [here[0] + onwards, here[1] - onwards / 3];
          const cubic: Cubic = [here, b, c, d];
          here = d;
          return cubic;
        });
        const expected = [start, ...loop.flatMap(([, b, c, d]) => [b, c, d])];
        const actual = readPath(closedPath([loop]));
        expect(actual).toHaveLength(expected.length);
        actual.forEach((p, i) => {
          expect(Math.abs(p[0]! - expected[i]![0])).toBeLessThan(0.0501);
          expect(Math.abs(p[1]! - expected[i]![1])).toBeLessThan(0.0501);
        });
      }),
    );
  });

  test('polygons read back too', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 30 }), (polygon) => {
        readPath(polygonPath(polygon)).forEach((p, i) => {
          expect(Math.abs(p[0]! - polygon[i]![0])).toBeLessThan(0.0501);
          expect(Math.abs(p[1]! - polygon[i]![1])).toBeLessThan(0.0501);
        });
      }),
    );
  });
});
