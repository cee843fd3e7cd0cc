import { projectPoint, type Camera } from './camera.ts';
import type { Point } from './fit-curve.ts';
import { limbNames } from './limbs.ts';
import type { PosedFigure } from './scene.ts';

/** Where a head is in a picture: a disc around it. */
export interface HeadDisc {
  readonly centre: Point;
  readonly radius: number;
}

/** Where the camera sees the head of a figure; undefined for one without. */
export function headDisc({ limbs, positions }: PosedFigure, camera: Camera): HeadDisc | undefined {
  const head = limbNames.indexOf('head');
  const points: Point[] = [];
  for (let v = 0; v < limbs.length; v++) {
    if (limbs[v] !== head) continue;
    const { xPx, yPx } = projectPoint(camera, positions[v * 3]!, positions[v * 3 + 1]!, positions[v * 3 + 2]!);
    points.push([xPx, yPx]);
  }
  if (points.length === 0) return undefined;
  const middle = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const centre: Point = [middle(0), middle(1)];
  return { centre, radius: Math.max(...points.map((point) => apart(point, centre))) };
}

/** How far an arrow may be moved to the side to get past a head, in radii of the head. */
const SIDESTEPS = [0, 0.4, -0.4, 0.8, -0.8, 1.2, -1.2, 1.6, -1.6] as const;
/** How much of the head an arrow may cover for every radius that it would have to be moved farther. */
const WORTH = 0.12;

/**
 * A way for an arrow beside a head rather than over it: what begins on the head begins at its rim, and what leads over it is moved to
 * the side, as little as serves.
 */
export function besideHead(way: readonly Point[], head: HeadDisc | undefined): readonly Point[] {
  if (!head) return way;
  const covers = (point: Point): boolean => apart(point, head.centre) < head.radius;
  const outside = way.findIndex((point) => !covers(point));
  if (outside > 0) return fromRim(way.slice(outside - 1), head);
  if (outside < 0) return pushedOut(way, head);
  if (!way.some(covers)) return way;
  const [dx, dy] = [way.at(-1)![0] - way[0]![0], way.at(-1)![1] - way[0]![1]];
  const length = Math.hypot(dx, dy) || 1;
  const moved = SIDESTEPS.map((radii) => {
    const [ox, oy] = [(-dy / length) * radii * head.radius, (dx / length) * radii * head.radius];
    const there = way.map(([x, y]): Point => [x + ox, y + oy]);
    return { there, cost: there.filter(covers).length / there.length + WORTH * Math.abs(radii) };
  });
  return moved.reduce((best, one) => (one.cost < best.cost ? one : best)).there;
}

/** The rest of a way whose first point lies in the disc, from the rim on. */
function fromRim(way: readonly Point[], head: HeadDisc): readonly Point[] {
  const [first, second] = [way[0]!, way[1]!];
  const reach = (point: Point): number => apart(point, head.centre);
  const share = (head.radius - reach(first)) / (reach(second) - reach(first) || 1);
  const onRim: Point = [first[0] + share * (second[0] - first[0]), first[1] + share * (second[1] - first[1])];
  return [onRim, ...way.slice(1)];
}

/** A way that stays within the disc, begun at its rim instead. */
function pushedOut(way: readonly Point[], head: HeadDisc): readonly Point[] {
  const [dx, dy] = [way.at(-1)![0] - way[0]![0], way.at(-1)![1] - way[0]![1]];
  const length = Math.hypot(dx, dy) || 1;
  const ahead = (way[0]![0] - head.centre[0]) * (dx / length) + (way[0]![1] - head.centre[1]) * (dy / length);
  const by = head.radius - ahead;
  return way.map(([x, y]): Point => [x + (dx / length) * by, y + (dy / length) * by]);
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
