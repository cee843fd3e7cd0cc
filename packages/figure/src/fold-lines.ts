import type { BorderGraph } from './border-graph.ts';
import { edgeBeyond, otherEnd } from './border-graph.ts';
import type { Cubic, Point } from './fit-curve.ts';
import { sliver } from './sliver.ts';

export interface LineStyle {
  /** Full width of a line, pixels. */
  readonly widthPx: number;
  /** Length over which a line thins out to nothing at its ends, pixels; of a short line it is less. */
  readonly taperPx: number;
  /** Shorter lines of full width are left out, pixels; fine ones may be shorter. */
  readonly shortestPx: number;
  /** Gaps in a line are closed, and its width evened out, over about this length, pixels. */
  readonly evenPx: number;
  readonly tolerancePx: number;
}

/**
 * Lines where one part of the body lies in front of another or is folded on itself, as closed slivers of one width that run out to
 * nothing at both ends. They follow the borders that areas are cut along, so nothing is drawn twice.
 */
export function foldLines(graph: BorderGraph, style: LineStyle): Cubic[][] {
  const done = new Uint8Array(graph.from.length);
  const slivers: Cubic[][] = [];
  for (let edge = 0; edge < graph.from.length; edge++) {
    if (done[edge] || graph.ink[edge] === 0) continue;
    const line = followLine(graph, edge, done);
    const inks = evenOut(
      line.map(({ ink }) => ink),
      style.evenPx,
    );
    for (const [from, to] of runsOf(inks)) {
      const run = inks.slice(from, to);
      // the finer a line is, the shorter it may be
      if (to - from < style.shortestPx * Math.max(...run) ** 2) continue;
      const points = line.slice(from, to).map(({ vertex }): Point => [graph.xPx[vertex]!, graph.yPx[vertex]!]);
      const widths = run.map((ink) => ink * style.widthPx);
      slivers.push(sliver(points, widths, style));
    }
  }
  return slivers;
}

interface LineVertex {
  readonly vertex: number;
  /** Ink of the edge that leads here (on the first vertex, of the edge that leads away). */
  readonly ink: number;
}

/** The whole line that an edge is part of, from end to end, with and without ink. */
function followLine(graph: BorderGraph, firstEdge: number, done: Uint8Array): LineVertex[] {
  done[firstEdge] = 1;
  const ink = graph.ink[firstEdge]!;
  const start = graph.from[firstEdge]!;
  const end = graph.to[firstEdge]!;
  const onwards = walk(graph, firstEdge, end, done);
  const backwards = walk(graph, firstEdge, start, done);
  return [...backwards.reverse(), { vertex: start, ink }, { vertex: end, ink }, ...onwards];
}

function walk(graph: BorderGraph, firstEdge: number, firstVertex: number, done: Uint8Array): LineVertex[] {
  const found: LineVertex[] = [];
  let vertex = firstVertex;
  let edge = edgeBeyond(graph, firstEdge, vertex);
  while (edge >= 0 && !done[edge]) {
    done[edge] = 1;
    vertex = otherEnd(graph, edge, vertex);
    found.push({ vertex, ink: graph.ink[edge]! });
    edge = edgeBeyond(graph, edge, vertex);
  }
  return found;
}

/** Less ink than this is none. */
const LEAST_INK = 0.3;

/** Where there is ink, from and to (exclusive). */
function runsOf(inks: readonly number[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  let from = -1;
  for (let i = 0; i <= inks.length; i++) {
    const isInked = i < inks.length && inks[i]! >= LEAST_INK;
    if (isInked && from < 0) from = i;
    if (isInked || from < 0) continue;
    runs.push([from, i]);
    from = -1;
  }
  return runs;
}

/** Moving average over about `reach` entries. */
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
