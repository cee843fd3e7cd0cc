import type { BorderGraph } from './border-graph.ts';
import { edgeBeyond, otherEnd } from './border-graph.ts';
import type { Cubic, Point } from './fit-curve.ts';
import { directionBetween, fitCurve } from './fit-curve.ts';

export interface LineStyle {
  /** Full width of a line, pixels. */
  readonly widthPx: number;
  /** Fold at which a line begins to show, and at which it has its full width, metres. */
  readonly faintFoldM: number;
  readonly fullFoldM: number;
  /** Length over which a line thins out to nothing at its ends, pixels. */
  readonly taperPx: number;
  /** Shorter lines are left out, pixels. */
  readonly shortestPx: number;
  readonly tolerancePx: number;
}

/**
 * Lines where one part of the body lies in front of another or is folded on itself, as closed slivers: widest where most is
 * hidden, running out to nothing at both ends. They follow the borders that areas are cut along, so nothing is drawn twice.
 */
export function foldLines(graph: BorderGraph, style: LineStyle): Cubic[][] {
  const done = new Uint8Array(graph.from.length);
  const slivers: Cubic[][] = [];
  for (let edge = 0; edge < graph.from.length; edge++) {
    if (done[edge] || graph.foldM[edge] === 0) continue;
    const vertices = followLine(graph, edge, done);
    const sliver = drawSliver(graph, vertices, style);
    if (sliver) slivers.push(sliver);
  }
  return slivers;
}

interface LineVertex {
  readonly vertex: number;
  /** Fold on the edge that leads here (on the first vertex, the edge that leads away). */
  readonly foldM: number;
}

/** The whole line that an edge is part of, from end to end. */
function followLine(graph: BorderGraph, firstEdge: number, done: Uint8Array): LineVertex[] {
  done[firstEdge] = 1;
  const foldM = graph.foldM[firstEdge]!;
  const start = graph.from[firstEdge]!;
  const end = graph.to[firstEdge]!;
  const onwards = walk(graph, firstEdge, end, done);
  const backwards = walk(graph, firstEdge, start, done);
  return [...backwards.reverse(), { vertex: start, foldM }, { vertex: end, foldM }, ...onwards];
}

function walk(graph: BorderGraph, firstEdge: number, firstVertex: number, done: Uint8Array): LineVertex[] {
  const found: LineVertex[] = [];
  let vertex = firstVertex;
  let edge = edgeBeyond(graph, firstEdge, vertex);
  while (edge >= 0 && !done[edge] && graph.foldM[edge]! > 0) {
    done[edge] = 1;
    vertex = otherEnd(graph, edge, vertex);
    found.push({ vertex, foldM: graph.foldM[edge]! });
    edge = edgeBeyond(graph, edge, vertex);
  }
  return found;
}

function drawSliver(graph: BorderGraph, line: readonly LineVertex[], style: LineStyle): Cubic[] | null {
  const points = line.map(({ vertex }): Point => [graph.xPx[vertex]!, graph.yPx[vertex]!]);
  const along = [0];
  for (let i = 1; i < points.length; i++) {
    along.push(along[i - 1]! + Math.hypot(points[i]![0] - points[i - 1]![0], points[i]![1] - points[i - 1]![1]));
  }
  const lengthPx = along[along.length - 1]!;
  const pressures = evenOut(
    line.map(({ foldM }) => smoothStep((foldM - style.faintFoldM) / (style.fullFoldM - style.faintFoldM))),
    style.taperPx,
  );
  const widths = pressures.map((pressure, i) => {
    const toEnd = Math.min(along[i]!, lengthPx - along[i]!);
    return style.widthPx * pressure * smoothStep(toEnd / style.taperPx);
  });
  // Keep the part that is thick enough to be seen; a line that is nowhere so is left out.
  const first = widths.findIndex((width) => width > style.widthPx * 0.08);
  const last = widths.findLastIndex((width) => width > style.widthPx * 0.08);
  if (first < 0 || along[last]! - along[first]! < style.shortestPx) return null;
  const from = Math.max(0, first - 1);
  const to = Math.min(points.length - 1, last + 1);
  const near: Point[] = [];
  const far: Point[] = [];
  for (let i = from; i <= to; i++) {
    const [tx, ty] = directionBetween(points[Math.max(0, i - 3)]!, points[Math.min(points.length - 1, i + 3)]!);
    const half = i === from || i === to ? 0 : widths[i]! / 2;
    near.push([points[i]![0] - ty * half, points[i]![1] + tx * half]);
    far.push([points[i]![0] + ty * half, points[i]![1] - tx * half]);
  }
  return [...fitRow(near, style.tolerancePx), ...fitRow(far.reverse(), style.tolerancePx)];
}

function fitRow(points: readonly Point[], tolerancePx: number): Cubic[] {
  const last = points.length - 1;
  const reach = Math.min(6, last);
  return fitCurve(
    points,
    directionBetween(points[0]!, points[reach]!),
    directionBetween(points[last]!, points[last - reach]!),
    tolerancePx,
  );
}

/** Moving average over about `reach` entries either side. */
function evenOut(values: readonly number[], reach: number): number[] {
  const sums = [0];
  for (const value of values) sums.push(sums[sums.length - 1]! + value);
  const radius = Math.max(1, Math.round(reach / 2));
  return values.map((_, i) => {
    const from = Math.max(0, i - radius);
    const to = Math.min(values.length, i + radius + 1);
    return (sums[to]! - sums[from]!) / (to - from);
  });
}

function smoothStep(share: number): number {
  const t = Math.min(1, Math.max(0, share));
  return t * t * (3 - 2 * t);
}
