import type { BorderGraph } from './border-graph.ts';
import { edgeBeyond, otherEnd } from './border-graph.ts';
import type { Cubic, Point } from './fit-curve.ts';
import { directionBetween, fitCurve, reverseCurves } from './fit-curve.ts';

/** One border between two labels, from one meeting of borders to the next, or round in a ring. */
interface Stretch {
  readonly fromVertex: number;
  readonly toVertex: number;
  readonly left: number;
  readonly right: number;
  readonly curves: readonly Cubic[];
}

/**
 * The closed outlines of every label (0, the outside, left out), as loops of cubic curves in pixels. Neighbouring labels share
 * their border exactly: each stretch of it is fitted once, within `tolerancePx`. With `groupOf` labels of one group are one
 * area, and those of group 0 are outside.
 */
export function labelOutlines(
  graph: BorderGraph,
  tolerancePx: number,
  groupOf?: (label: number) => number,
): Map<number, Cubic[][]> {
  const grouped = groupOf ? { ...graph, left: graph.left.map(groupOf), right: graph.right.map(groupOf) } : graph;
  const stretches = traceStretches(grouped, tolerancePx);
  const byLabel = new Map<number, Stretch[]>();
  const add = (label: number, stretch: Stretch): void => {
    if (label === 0) return;
    const list = byLabel.get(label);
    if (list) list.push(stretch);
    else byLabel.set(label, [stretch]);
  };
  for (const stretch of stretches) {
    add(stretch.left, stretch);
    add(stretch.right, {
      fromVertex: stretch.toVertex,
      toVertex: stretch.fromVertex,
      left: stretch.right,
      right: stretch.left,
      curves: reverseCurves(stretch.curves),
    });
  }
  return new Map([...byLabel].sort(([a], [b]) => a - b).map(([label, own]) => [label, joinLoops(own)]));
}

/** Stretches with one label on their left, joined end to start. Where several leave one vertex any of them closes the area. */
function joinLoops(stretches: readonly Stretch[]): Cubic[][] {
  const leaving = new Map<number, Stretch[]>();
  for (const stretch of stretches) {
    const list = leaving.get(stretch.fromVertex);
    if (list) list.push(stretch);
    else leaving.set(stretch.fromVertex, [stretch]);
  }
  const loops: Cubic[][] = [];
  for (const first of stretches) {
    let next = leaving.get(first.fromVertex)?.pop();
    const loop: Cubic[] = [];
    while (next) {
      loop.push(...next.curves);
      if (next.toVertex === first.fromVertex) break;
      next = leaving.get(next.toVertex)?.pop();
    }
    if (loop.length > 0) loops.push(loop);
  }
  return loops;
}

function traceStretches(graph: BorderGraph, tolerancePx: number): Stretch[] {
  const done = new Uint8Array(graph.from.length);
  const stretches: Stretch[] = [];
  const isMeeting = (vertex: number): boolean => borderEdges(graph, vertex).length !== 2;
  const follow = (start: number, firstEdge: number): void => {
    const edges: number[] = [];
    const vertices = [start];
    let edge = firstEdge;
    let vertex = start;
    for (;;) {
      done[edge] = 1;
      edges.push(edge);
      vertex = otherEnd(graph, edge, vertex);
      vertices.push(vertex);
      if (vertex === start || isMeeting(vertex)) break;
      const [a, b] = borderEdges(graph, vertex) as [number, number];
      edge = a === edge ? b : a;
    }
    const forwards = graph.from[firstEdge] === start;
    stretches.push({
      fromVertex: start,
      toVertex: vertex,
      left: forwards ? graph.left[firstEdge]! : graph.right[firstEdge]!,
      right: forwards ? graph.right[firstEdge]! : graph.left[firstEdge]!,
      curves: fitStretch(graph, vertices, edges, tolerancePx),
    });
  };
  for (let vertex = 0; vertex < graph.xPx.length; vertex++) {
    if (!isMeeting(vertex)) continue;
    for (const edge of borderEdges(graph, vertex)) if (!done[edge]) follow(vertex, edge);
  }
  // What is left are rings that meet nothing.
  for (let edge = 0; edge < graph.from.length; edge++) {
    if (!done[edge] && graph.left[edge] !== graph.right[edge]) follow(graph.from[edge]!, edge);
  }
  return stretches;
}

/** The edges at a vertex that divide two labels (folds inside one label do not bound an area). */
function borderEdges(graph: BorderGraph, vertex: number): number[] {
  const edges: number[] = [];
  for (let k = 0; k < 4; k++) {
    const edge = graph.edgesAt[vertex * 4 + k]!;
    if (edge >= 0 && graph.left[edge] !== graph.right[edge]) edges.push(edge);
  }
  return edges;
}

function fitStretch(
  graph: BorderGraph,
  vertices: readonly number[],
  edges: readonly number[],
  tolerancePx: number,
): Cubic[] {
  const points = vertices.map((v): Point => [graph.xPx[v]!, graph.yPx[v]!]);
  const last = points.length - 1;
  return fitCurve(
    points,
    tangentInto(graph, points, vertices[0]!, edges[0]!, false),
    tangentInto(graph, points, vertices[last]!, edges[edges.length - 1]!, true),
    tolerancePx,
  );
}

/** Steps on either side over which the direction of a border is taken. */
const TANGENT_REACH = 4;

/** Direction in which a stretch leaves its end: that of the line through the end where one runs through, else its own. */
function tangentInto(
  graph: BorderGraph,
  points: readonly Point[],
  vertex: number,
  edge: number,
  atEnd: boolean,
): Point {
  const last = points.length - 1;
  const inner = points[atEnd ? Math.max(0, last - TANGENT_REACH) : Math.min(last, TANGENT_REACH)]!;
  let beyond = edgeBeyond(graph, edge, vertex);
  let at = vertex;
  for (let step = 0; step < TANGENT_REACH && beyond >= 0; step++) {
    at = otherEnd(graph, beyond, at);
    beyond = edgeBeyond(graph, beyond, at);
  }
  return directionBetween([graph.xPx[at]!, graph.yPx[at]!], inner);
}
