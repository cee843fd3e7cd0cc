import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cubic, Point } from '../src/fit-curve.ts';
import { directionBetween, fitCurve, straightLoop, pointOnCubic, reverseCurves } from '../src/fit-curve.ts';
import { clipPolygon, closedPath, STEPS_PER_UNIT } from '../src/svg-path.ts';

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

/** The pieces of one sub-path in units: start, handles if it is curved, end. */
function readPath(data: string): Point[][] {
  const pieces: Point[][] = [];
  let here: Point = [0, 0];
  for (const [, command, rest] of data.matchAll(/([Mlcz])([^Mlcz]*)/g)) {
    const numbers = (rest!.match(/-?\d+/g) ?? []).map((text) => Number(text) / STEPS_PER_UNIT);
    if (command === 'M') {
      here = [numbers[0]!, numbers[1]!];
      continue;
    }
    const stride = command === 'c' ? 6 : 2;
    for (let i = 0; i < numbers.length; i += stride) {
      const base = here;
      const points = Array.from({ length: stride / 2 }, (_, k): Point => [
        base[0] + numbers[i + 2 * k]!,
        base[1] + numbers[i + 2 * k + 1]!,
      ]);
      here = points.at(-1)!;
      pieces.push([base, ...points]);
    }
  }
  return pieces;
}

const offBy = (a: Point, b: Point): number => Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));

describe('path data', () => {
  const coordinate = fc.double({ min: -50, max: 600, noNaN: true });
  const point = fc.tuple(coordinate, coordinate);
  const stride = fc.double({ min: 0.2, max: 30, noNaN: true });

  test('reads back to the curves within half a step, however long the path', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(point, point, stride), { minLength: 1, maxLength: 60 }), point, (rest, start) => {
        let here: Point = start;
        const loop = rest.map(([b, c, onwards]): Cubic => {
          const d: Point = [here[0] + onwards, here[1] - onwards / 3];
          const cubic: Cubic = [here, b, c, d];
          here = d;
          return cubic;
        });
        const pieces = readPath(closedPath([loop]));
        expect(pieces).toHaveLength(loop.length);
        pieces.forEach((piece, i) => {
          const cubic = loop[i]!;
          const kept = piece.length === 4 ? cubic : [cubic[0], cubic[3]];
          piece.forEach((p, k) => {
            expect(Math.abs(p[0] - kept[k]![0])).toBeLessThan(0.501 / STEPS_PER_UNIT);
            expect(Math.abs(p[1] - kept[k]![1])).toBeLessThan(0.501 / STEPS_PER_UNIT);
          });
          // What is written as a straight line was one, to less than two tenths of a unit.
          if (piece.length === 2)
            for (const t of [0.2, 0.5, 0.8]) expect(offChord(pointOnCubic(cubic, t), cubic)).toBeLessThan(0.2);
        });
      }),
    );
  });

  test('a straight curve is written as a line, a bent one is not', () => {
    const straight: Cubic = [
      [0, 0],
      [3, 1],
      [6, 2],
      [9, 3],
    ];
    const bent: Cubic = [
      [0, 0],
      [3, 3],
      [6, 3],
      [9, 3],
    ];
    expect(closedPath([[straight]])).toBe('M0 0l45 15z');
    expect(closedPath([[bent]])).toBe('M0 0c15 15 30 15 45 15z');
  });

  test('polygons read back corner by corner', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 30 }), (polygon) => {
        // of a side without length there is nothing to write
        const corners = polygon.filter((corner, i) => i === 0 || offBy(corner, polygon[i - 1]!) > 2 / STEPS_PER_UNIT);
        const pieces = readPath(closedPath([straightLoop(corners)]));
        expect(pieces).toHaveLength(corners.length - 1);
        pieces.forEach(([, p], i) => expect(offBy(p!, corners[i + 1]!)).toBeLessThan(0.501 / STEPS_PER_UNIT));
      }),
    );
  });

  test('a polygon cut by a rectangle lies within it, keeps what was inside, and is left alone when all of it was', () => {
    const square: Point[] = [
      [-10, 20],
      [40, -30],
      [90, 20],
      [40, 70],
    ];
    const cut = clipPolygon(square, [0, 0], [80, 40]);
    for (const [x, y] of cut) {
      expect(x >= -1e-9 && x <= 80 + 1e-9 && y >= -1e-9 && y <= 40 + 1e-9).toBe(true);
    }
    // Its corners beyond are gone; what is left of its sides still lies on them: |x − 40| + |y − 20| ≤ 50.
    for (const [x, y] of cut) expect(Math.abs(x - 40) + Math.abs(y - 20)).toBeLessThanOrEqual(50 + 1e-9);
    expect(cut).toHaveLength(8);
    expect(clipPolygon(square, [-100, -100], [100, 100])).toEqual(square);
    expect(clipPolygon(square, [200, 200], [300, 300])).toEqual([]);
  });
});

/** How far a point is from the chord of a curve. */
function offChord([x, y]: Point, [from, , , to]: Cubic): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const share = Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - from[0] - share * dx, y - from[1] - share * dy);
}
