type Point2 = readonly [x: number, y: number, ...rest: number[]];

/**
 * Indices of the corners of the convex hull of `points` in the xy plane, counter-clockwise; further coordinates are
 * ignored, so world points may be given as they are. Corners closer than 1e-9 m² (area of the turn) to a straight edge are
 * left out. Fewer than three indices come back for points that lie on a line or in one place. Andrew's monotone chain.
 */
export function convexHull(points: readonly Point2[]): number[] {
  const order = points.map((_, index) => index);
  order.sort((i, j) => points[i]![0] - points[j]![0] || points[i]![1] - points[j]![1]);
  if (order.length < 2) return order;
  const lower = chain(points, order);
  const upper = chain(points, order.toReversed());
  lower.pop();
  upper.pop();
  const corners = lower.concat(upper);
  const first = points[corners[0]!]!;
  const single = corners.every((c) => points[c]![0] === first[0] && points[c]![1] === first[1]);
  return single ? corners.slice(0, 1) : corners;
}

function chain(points: readonly Point2[], order: readonly number[]): number[] {
  const kept: number[] = [];
  for (const index of order) {
    while (kept.length > 1 && turn(points[kept.at(-2)!]!, points[kept.at(-1)!]!, points[index]!) <= 1e-9) kept.pop();
    kept.push(index);
  }
  return kept;
}

/** Twice the area of the triangle o, a, b: positive for a left turn. */
const turn = (o: Point2, a: Point2, b: Point2): number => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
