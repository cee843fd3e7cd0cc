import type { BorderGraph } from './border-graph.ts';
import { otherEnd } from './border-graph.ts';

/** Rounds of pulling straight, and of rounding off what the leash has left angular. */
const STRAIGHTENING_ROUNDS = 160;
const ROUNDING_ROUNDS = 8;

/**
 * Takes the pixel steps out of all borders at once by moving the graph's vertices. Every vertex is pulled towards the middle of
 * its two neighbours on the line through it, again and again, but never further than `leashPx` from where it began: the
 * steps of a slanted edge lie within half a pixel of the edge itself, so it comes out straight, while bends keep their place.
 * A few rounds without the leash follow. Edges of shade, which nothing depends on, have a leash `shadeLeashPx` long. Vertices where a line ends against another move with that other; free ends stay.
 */
export function smoothBorders(graph: BorderGraph, leashPx: number, shadeLeashPx: number): void {
  const count = graph.xPx.length;
  const before = new Int32Array(count).fill(-1);
  const after = new Int32Array(count).fill(-1);
  const leashes = new Float64Array(count).fill(leashPx);
  for (let vertex = 0; vertex < count; vertex++) {
    const a = graph.through[vertex * 2]!;
    if (a === -1) continue;
    const b = graph.through[vertex * 2 + 1]!;
    before[vertex] = otherEnd(graph, a, vertex);
    after[vertex] = otherEnd(graph, b, vertex);
    if (graph.isShade[a] && graph.isShade[b]) leashes[vertex] = shadeLeashPx;
  }
  const x = graph.xPx;
  const y = graph.yPx;
  const originX = Float64Array.from(x);
  const originY = Float64Array.from(y);
  const nextX = new Float64Array(count);
  const nextY = new Float64Array(count);
  for (let round = 0; round < STRAIGHTENING_ROUNDS + ROUNDING_ROUNDS; round++) {
    const isLoose = round >= STRAIGHTENING_ROUNDS;
    for (let v = 0; v < count; v++) {
      const a = before[v]!;
      const b = after[v]!;
      nextX[v] = a === -1 ? x[v]! : x[v]! / 2 + (x[a]! + x[b]!) / 4;
      nextY[v] = a === -1 ? y[v]! : y[v]! / 2 + (y[a]! + y[b]!) / 4;
      const dx = nextX[v]! - originX[v]!;
      const dy = nextY[v]! - originY[v]!;
      const away = Math.sqrt(dx * dx + dy * dy);
      const leash = leashes[v]!;
      if (!isLoose && away > leash) {
        nextX[v] = originX[v]! + (dx * leash) / away;
        nextY[v] = originY[v]! + (dy * leash) / away;
      }
    }
    x.set(nextX);
    y.set(nextY);
  }
}
