import { drawArrow } from './arrow.ts';
import { besideHead, headDisc } from './beside-head.ts';
import { projectPoint, type Camera } from './camera.ts';
import type { Point } from './fit-curve.ts';
import type { PosedFigure } from './scene.ts';

/** The way of a part of the body: points in the world, metres. */
export type Travel = readonly (readonly [number, number, number])[];

/** Ways whose beginnings, middles and ends are no farther apart in the picture have one arrow, units. */
const ONE_ARROW_UNITS = 11;

/** Arrows for ways of a figure's parts in a picture, beside its head and not twice in one place. */
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
    if (!kept.some((other) => isOneWay(other, placed))) kept.push(placed);
  }
  return kept.map((way) => drawArrow(way, { widthUnits }, heightUnits)).join('');
}

function isOneWay(a: readonly Point[], b: readonly Point[]): boolean {
  return [0, 0.5, 1].every((share) => {
    const [[ax, ay], [bx, by]] = [a, b].map((way) => way[Math.round(share * (way.length - 1))]!) as [Point, Point];
    return Math.hypot(ax - bx, ay - by) < ONE_ARROW_UNITS;
  });
}
