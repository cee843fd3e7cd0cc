import { describe, expect, test } from 'vitest';
import type { BorderGraph, BorderKind, LabelImage } from '../src/border-graph.ts';
import { borderGraph } from '../src/border-graph.ts';
import type { Cubic } from '../src/fit-curve.ts';
import { pointOnCubic } from '../src/fit-curve.ts';
import { foldLines } from '../src/fold-lines.ts';
import { labelOutlines } from '../src/outlines.ts';
import { smoothBorders } from '../src/smooth-borders.ts';
import { removeSpecks, removeThreads } from '../src/specks.ts';

const paint = (widthPx: number, heightPx: number, labelAt: (x: number, y: number) => number): LabelImage => ({
  widthPx,
  heightPx,
  labels: Uint8Array.from({ length: widthPx * heightPx }, (_, i) =>
    labelAt((i % widthPx) + 0.5, Math.floor(i / widthPx) + 0.5),
  ),
});

const plain = (): BorderKind => ({ isBreak: true, isShade: false, nearDepthM: 0, rank: 0, ink: 0 });

/** Area inside loops, with the sign that the direction of walking gives it. */
const signedArea = (loops: readonly (readonly Cubic[])[]): number => {
  let twice = 0;
  for (const loop of loops) {
    const points = loop.flatMap((curve) => Array.from({ length: 20 }, (_, i) => pointOnCubic(curve, i / 20)));
    points.forEach((p, i) => {
      const q = points[(i + 1) % points.length]!;
      twice += p[0] * q[1] - q[0] * p[1];
    });
  }
  return twice / 2;
};
const area = (loops: readonly (readonly Cubic[])[] | undefined): number => Math.abs(signedArea(loops ?? []));

const traced = (image: LabelImage, kind: (a: number, b: number) => BorderKind = plain): BorderGraph => {
  const graph = borderGraph(image, kind);
  smoothBorders(graph, 0.75, 6);
  return graph;
};

const disc = (x: number, y: number, cx: number, cy: number, r: number): boolean => Math.hypot(x - cx, y - cy) < r;

describe('outlines', () => {
  test('a disc keeps its area and comes out round, in few curves', () => {
    const loops = labelOutlines(traced(paint(200, 200, (x, y) => (disc(x, y, 100, 100, 80) ? 1 : 0))), 0.5).get(1)!;
    expect(loops).toHaveLength(1);
    expect(area(loops) / (Math.PI * 80 * 80)).toBeGreaterThan(0.98);
    expect(area(loops) / (Math.PI * 80 * 80)).toBeLessThan(1.01);
    for (const curve of loops[0]!) {
      for (const t of [0, 0.3, 0.7]) {
        const [x, y] = pointOnCubic(curve, t);
        expect(Math.abs(Math.hypot(x - 100, y - 100) - 79.6)).toBeLessThan(0.9);
      }
    }
    expect(loops[0]!.length).toBeLessThan(16);
  });

  test('a hole is left out of the area around it', () => {
    const image = paint(200, 200, (x, y) => (disc(x, y, 100, 100, 80) && !disc(x, y, 100, 100, 40) ? 1 : 0));
    const loops = labelOutlines(traced(image), 0.5).get(1)!;
    expect(loops).toHaveLength(2);
    expect(area(loops) / (Math.PI * (80 * 80 - 40 * 40))).toBeCloseTo(1, 1);
  });

  test('neighbours share their border: the areas of a cut disc add up to the disc', () => {
    const image = paint(200, 200, (x, y) => (disc(x, y, 100, 100, 80) ? (x + y * 0.3 < 120 ? 1 : y < 90 ? 2 : 3) : 0));
    const outlines = labelOutlines(traced(image), 0.5);
    const all = labelOutlines(traced({ ...image, labels: image.labels.map((l) => Math.min(l, 1)) }), 0.5);
    const parts = [1, 2, 3].map((label) => signedArea(outlines.get(label)!));
    expect(new Set(parts.map(Math.sign)).size).toBe(1);
    expect(Math.abs(parts[0]! + parts[1]! + parts[2]!) / area(all.get(1))).toBeCloseTo(1, 2);
    // Each inner curve occurs in both neighbours, once each way.
    const ends = (label: number): Set<string> =>
      new Set(outlines.get(label)!.flatMap((loop) => loop.map(([a]) => `${a[0].toFixed(3)} ${a[1].toFixed(3)}`)));
    expect([...ends(1)].filter((end) => ends(2).has(end) || ends(3).has(end)).length).toBeGreaterThan(2);
  });

  test('areas that touch only at a corner are both closed', () => {
    const image = paint(60, 60, (x, y) => (x < 30 === y < 30 ? 1 : 0));
    const loops = labelOutlines(borderGraph(image, plain), 0.5).get(1)!;
    expect(area(loops)).toBeCloseTo(2 * 30 * 30, -2);
  });

  test('what reaches the rim of the picture is closed along it', () => {
    const loops = labelOutlines(
      borderGraph(
        paint(40, 30, () => 1),
        plain,
      ),
      0.1,
    ).get(1)!;
    expect(area(loops)).toBeCloseTo(1200, -2);
  });
});

describe('smoothing', () => {
  test('a slightly slanted edge comes out straight: no step of a pixel is left', () => {
    const slope = 1 / 17;
    const graph = traced(paint(400, 120, (x, y) => (y > 40 + x * slope ? 1 : 0)));
    let worst = 0;
    for (let v = 0; v < graph.xPx.length; v++) {
      if (graph.yPx[v]! > 80 || graph.xPx[v]! < 30 || graph.xPx[v]! > 370) continue;
      worst = Math.max(worst, Math.abs(graph.yPx[v]! - (40 + graph.xPx[v]! * slope)));
    }
    expect(worst).toBeLessThan(0.3);
  });

  test('an outline runs on unbent where the outline of something behind ends against it', () => {
    // A near disc over a far band on an empty ground: the band's edges end at the disc.
    const image = paint(240, 200, (x, y) => (disc(x, y, 120, 100, 60) ? 1 : y > 80 && y < 130 ? 2 : 0));
    const depthOf = [Infinity, 1, 2];
    const graph = traced(image, (a, b) => ({
      isBreak: true,
      isShade: false,
      nearDepthM: Math.min(depthOf[image.labels[a]!]!, depthOf[image.labels[b]!]!),
      rank: 0,
      ink: 0,
    }));
    for (let v = 0; v < graph.xPx.length; v++) {
      const isMeeting = graph.edgesAt[v * 4 + 2]! >= 0;
      if (!isMeeting || graph.xPx[v]! < 10 || graph.xPx[v]! > 230) continue;
      expect(Math.abs(Math.hypot(graph.xPx[v]! - 120, graph.yPx[v]! - 100) - 59.6)).toBeLessThan(0.7);
    }
  });
});

describe('specks', () => {
  const image = (): LabelImage =>
    paint(50, 50, (x, y) => (disc(x, y, 12, 12, 2) ? 3 : disc(x, y, 35, 35, 8) ? 2 : x > 25 ? 1 : 4));

  const rules = { isJoined: () => true, affinity: () => 0, leastPx: () => 40 };

  test('small areas go to the neighbour around them, large ones stay', () => {
    const calm = image();
    removeSpecks(calm, rules);
    expect(calm.labels.includes(3)).toBe(false);
    expect(calm.labels[12 * 50 + 12]).toBe(4);
    expect(calm.labels[35 * 50 + 35]).toBe(2);
  });

  const onTheLine = (): LabelImage => paint(50, 50, (x, y) => (disc(x, y, 23, 25, 4) ? 3 : x > 25 ? 1 : 4));

  test('of two neighbours the one that is more alike takes the speck', () => {
    const calm = onTheLine();
    removeSpecks(calm, { ...rules, leastPx: () => 100, affinity: (_, { label }) => (label === 1 ? 1 : 0) });
    expect(calm.labels[25 * 50 + 23]).toBe(1);
  });

  test('rules are told whether the surface goes on across a border', () => {
    const calm = onTheLine();
    removeSpecks(calm, {
      isJoined: (a, b) => calm.labels[a] === 1 || calm.labels[b] === 1,
      leastPx: () => 100,
      affinity: (_, { joinedPx }) => joinedPx,
    });
    expect(calm.labels[25 * 50 + 23]).toBe(1);
  });

  test('threads are taken out, broad areas and their straight edges are not', () => {
    const threaded = paint(60, 60, (x, y) => (Math.abs(x - 20) < 1 ? 2 : y > 40 ? 3 : 1));
    const before = threaded.labels.slice();
    removeThreads(threaded, 3);
    expect(threaded.labels.slice(10 * 60 + 4, 10 * 60 + 56).includes(2)).toBe(false);
    for (const pixel of [39 * 60 + 45, 40 * 60 + 45, 50 * 60 + 5]) expect(threaded.labels[pixel]).toBe(before[pixel]);
  });
});

describe('lines along folds', () => {
  const style = { widthPx: 6, taperPx: 30, shortestPx: 25, evenPx: 8, tolerancePx: 0.4 };
  /** Folded along y = 60 from x = 40 to `to`: one colour, or two with a gap in the fold. */
  const folded = (to: number, ink: number, gap = 0): BorderGraph => {
    const image = paint(240, 120, (_, y) => (gap > 0 && y > 60 ? 2 : 1));
    return traced(image, (a, b) => {
      const x = a % 240;
      const crosses = Math.floor(a / 240) === 59 && Math.floor(b / 240) === 60;
      return {
        isBreak: false,
        isShade: false,
        nearDepthM: 1,
        rank: 0,
        ink: crosses && x >= 40 && x < to && !(x >= 110 && x < 110 + gap) ? ink : 0,
      };
    });
  };
  const heightAt = (sliver: readonly Cubic[], xPx: number): number => {
    const ys = sliver
      .flatMap((curve) => Array.from({ length: 60 }, (_, i) => pointOnCubic(curve, i / 60)))
      .filter(([x]) => Math.abs(x - xPx) < 1.5)
      .map(([, y]) => y);
    return Math.max(...ys) - Math.min(...ys);
  };

  test('full ink is a line of full width that thins out to both ends', () => {
    const slivers = foldLines(folded(200, 1), style);
    expect(slivers).toHaveLength(1);
    expect(heightAt(slivers[0]!, 120)).toBeCloseTo(6, 0);
    expect(heightAt(slivers[0]!, 52)).toBeLessThan(4);
    expect(heightAt(slivers[0]!, 188)).toBeLessThan(4);
  });

  test('little ink is a finer line, next to none or a short one is none; a fine one may be shorter', () => {
    expect(heightAt(foldLines(folded(200, 0.5), style)[0]!, 120)).toBeCloseTo(3, 0);
    expect(foldLines(folded(200, 0.1), style)).toEqual([]);
    expect(foldLines(folded(60, 1), style)).toEqual([]);
    expect(foldLines(folded(60, 0.6), style)).toHaveLength(1);
  });

  test('every line is closed, and one that stops for a moment is one line', () => {
    const slivers = foldLines(folded(200, 1, 4), style);
    expect(slivers).toHaveLength(1);
    const [first, last] = [slivers[0]![0]!, slivers[0]!.at(-1)!];
    expect(Math.hypot(first[0][0] - last[3][0], first[0][1] - last[3][1])).toBeLessThan(1e-6);
  });
});
