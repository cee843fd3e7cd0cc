import { drawArrow } from './arrow.ts';
import { besideHead, headDisc } from './beside-head.ts';
import { projectPoint, type Camera } from './camera.ts';
import type { Point } from './fit-curve.ts';
import type { PosedFigure } from './scene.ts';

/** The way of a part of the body: points in the world, metres. */
export type Travel = readonly (readonly [number, number, number])[];

/** Points of ways no farther apart in the picture than this are side by side, units. */
const BESIDE_UNITS = 11;
/** Of a way that runs beside another, or across a short one, over more than this share there is no second arrow. */
const BESIDE_SHARE = 0.4;

/** Arrows for ways of a figure's parts in a picture, the first before the others: beside its head, and none upon or across another. */
export function drawArrows(
  travels: readonly Travel[],
  figure: PosedFigure,
  camera: Camera,
  { widthUnits, heightUnits }: { readonly widthUnits: number; readonly heightUnits: number },
): string {
  const head = headDisc(figure, camera);
  const kept: (readonly Point[])[] = [];
  for (const travel of travels) {
    const way = travel.map(([x, y, z]): Point => {
      const { xPx, yPx } = projectPoint(camera, x, y, z);
      return [xPx, yPx];
    });
    const placed = besideHead(way, head);
    if (!kept.some((other) => isBeside(placed, other) || isCrossing(placed, other))) kept.push(placed);
  }
  return kept.map((way) => drawArrow(way, { widthUnits }, heightUnits)).join('');
}

/** Whether an arrow for one way would lie upon that of another. */
function isBeside(way: readonly Point[], other: readonly Point[]): boolean {
  const near = way.filter(([x, y]) => other.some(([ox, oy]) => Math.hypot(x - ox, y - oy) < BESIDE_UNITS));
  return near.length > BESIDE_SHARE * way.length;
}

/** Whether a side of one way cuts a side of the other. */
function isCrossing(way: readonly Point[], other: readonly Point[]): boolean {
  const isCut = ([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean =>
    turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
  const sides = (points: readonly Point[]): (readonly [Point, Point])[] =>
    points.slice(1).map((point, i) => [points[i]!, point]);
  return sides(way).some((one) => sides(other).some((two) => isCut(one, two)));
}

/** Above 0 when the way from `a` over `b` to `c` turns one way, below when it turns the other. */
const turn = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
