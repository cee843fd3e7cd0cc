/** A picture in flat areas: one label a pixel, row by row from the upper left. Outside it the label is 0. */
export interface LabelImage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly labels: Uint8Array;
}

/** What lies on the two sides of a border between neighbouring pixels. */
export interface BorderKind {
  /** Whether the surface breaks off here: one side hides the other, or nothing is there. */
  readonly isBreak: boolean;
  /** Whether it only parts light from shade, so that its exact course matters little. */
  readonly isShade: boolean;
  /** Distance of the nearer side from the camera in metres, 0 when it can't be told. */
  readonly nearDepthM: number;
  /** Among borders on one surface, the higher rank runs on where three meet (a hem before a shade). */
  readonly rank: number;
  /** Width of the line drawn along it as a share of the full width, 0 for none. */
  readonly ink: number;
}

/**
 * Borders between areas as a graph on the corners of the pixels. An edge runs from `from` to `to` with one pixel edge's
 * length; seen in that direction `left` and `right` are the labels beside it. Every vertex remembers which two of its
 * neighbours make the line that runs through it, so that outlines stay smooth where others end against them.
 */
export interface BorderGraph {
  /** Vertex positions in pixels; smoothing moves them. */
  readonly xPx: Float64Array;
  readonly yPx: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly left: Uint8Array;
  readonly right: Uint8Array;
  readonly ink: Float32Array;
  /** 1 on edges that only part light from shade. */
  readonly isShade: Uint8Array;
  /** Edges at each vertex, four places a vertex, −1 for none. */
  readonly edgesAt: Int32Array;
  /** The two edges that run through a vertex, −1 −1 where a line ends. */
  readonly through: Int32Array;
}

/** Builds the graph of all borders: where labels differ, and where `kindBetween` asks for ink inside one label. */
export function borderGraph(
  image: LabelImage,
  kindBetween: (pixelA: number, pixelB: number) => BorderKind,
): BorderGraph {
  const { widthPx: w, heightPx: h, labels } = image;
  const vertexOf = new Int32Array((w + 1) * (h + 1)).fill(-1);
  const corners: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const kinds: BorderKind[] = [];

  const vertexAt = (x: number, y: number): number => {
    const corner = y * (w + 1) + x;
    if (vertexOf[corner] === -1) {
      vertexOf[corner] = corners.length;
      corners.push(corner);
    }
    return vertexOf[corner]!;
  };
  const outside: BorderKind = { isBreak: true, isShade: false, nearDepthM: 0, rank: 0, ink: 0 };
  const consider = (pixelA: number, pixelB: number, x0: number, y0: number, x1: number, y1: number): void => {
    const labelA = pixelA < 0 ? 0 : labels[pixelA]!;
    const labelB = pixelB < 0 ? 0 : labels[pixelB]!;
    if (labelA === 0 && labelB === 0) return;
    const kind = pixelA < 0 || pixelB < 0 ? outside : kindBetween(pixelA, pixelB);
    if (labelA === labelB && kind.ink === 0) return;
    from.push(vertexAt(x0, y0));
    to.push(vertexAt(x1, y1));
    left.push(labelA);
    right.push(labelB);
    kinds.push(kind);
  };
  for (let y = 0; y <= h; y++) {
    for (let x = 0; x <= w; x++) {
      const here = x < w && y < h ? y * w + x : -1;
      // Heading right, the pixel above is on the left hand; heading down, the pixel to the east is.
      if (x < w) consider(y > 0 ? (y - 1) * w + x : -1, here, x, y, x + 1, y);
      if (y < h) consider(here, x > 0 ? y * w + x - 1 : -1, x, y, x, y + 1);
    }
  }

  const edgesAt = new Int32Array(corners.length * 4).fill(-1);
  const degree = new Uint8Array(corners.length);
  from.forEach((vertex, edge) => {
    edgesAt[vertex * 4 + degree[vertex]!++] = edge;
    const end = to[edge]!;
    edgesAt[end * 4 + degree[end]!++] = edge;
  });
  const graph: BorderGraph = {
    xPx: Float64Array.from(corners, (corner) => corner % (w + 1)),
    yPx: Float64Array.from(corners, (corner) => Math.floor(corner / (w + 1))),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    left: Uint8Array.from(left),
    right: Uint8Array.from(right),
    ink: Float32Array.from(kinds, (kind) => kind.ink),
    isShade: Uint8Array.from(kinds, (kind) => Number(kind.isShade)),
    edgesAt,
    through: new Int32Array(corners.length * 2).fill(-1),
  };
  for (let vertex = 0; vertex < corners.length; vertex++) {
    const pair = throughPair(graph, kinds, vertex, degree[vertex]!);
    if (pair) graph.through.set(pair, vertex * 2);
  }
  return graph;
}

/** The vertex at the other end of an edge. */
export function otherEnd(graph: BorderGraph, edge: number, vertex: number): number {
  return graph.from[edge] === vertex ? graph.to[edge]! : graph.from[edge]!;
}

/** The edge on which the line that arrives along `edge` runs on beyond `vertex`, −1 where it ends. */
export function edgeBeyond(graph: BorderGraph, edge: number, vertex: number): number {
  const a = graph.through[vertex * 2]!;
  const b = graph.through[vertex * 2 + 1]!;
  return edge === a ? b : edge === b ? a : -1;
}

/**
 * Of the borders meeting at a vertex, the two that are one line. An outline passes in front of what ends against it: of three
 * breaks, the one that does not touch the nearest surface ends; one that lies on a surface ends against breaks.
 */
function throughPair(
  graph: BorderGraph,
  kinds: readonly BorderKind[],
  vertex: number,
  degree: number,
): [number, number] | null {
  const edges = Array.from(graph.edgesAt.subarray(vertex * 4, vertex * 4 + degree));
  if (degree < 2) return null;
  if (degree === 2) return [edges[0]!, edges[1]!];
  const weight = (edge: number): number => {
    const kind = kinds[edge]!;
    return kind.isBreak ? 100 - Math.min(90, kind.nearDepthM) : kind.rank;
  };
  const straight = (a: number, b: number): number => {
    const endA = otherEnd(graph, a, vertex);
    const endB = otherEnd(graph, b, vertex);
    const opposite =
      graph.xPx[endA]! + graph.xPx[endB]! === 2 * graph.xPx[vertex]! &&
      graph.yPx[endA]! + graph.yPx[endB]! === 2 * graph.yPx[vertex]!;
    return opposite ? 1e-4 : 0;
  };
  let best: [number, number] | null = null;
  let bestWeight = -Infinity;
  for (let i = 0; i < edges.length; i++) {
    for (let j = i + 1; j < edges.length; j++) {
      const sum = weight(edges[i]!) + weight(edges[j]!) + straight(edges[i]!, edges[j]!);
      if (sum > bestWeight) {
        bestWeight = sum;
        best = [edges[i]!, edges[j]!];
      }
    }
  }
  return best;
}
