import { landmarkByName, segmentByName, type Body, type Landmark } from '@sacra/body';

/**
 * Takes a point of one body's bind pose to another body's. Writes six numbers to `out`: where the point goes, and how much further
 * it goes for each unit of fullness (what makes soft flesh more or less than the bones and the skin over them ask).
 */
export type PointMap = (x: number, y: number, z: number, out: Float64Array) => void;

/** Both bodies of a reshaping, left side and middle; the right side is the mirror of the left. */
export interface TwoBodies {
  readonly from: Body;
  readonly to: Body;
}

/** How many times as long a part is in the second body. 1 where the first has no length. */
export const ratio = (from: number, to: number): number => (Math.abs(from) < 1e-9 ? 1 : to / from);

/** Ratio of one coordinate of a landmark: 0 to the front, 1 to the side, 2 up. */
export function landmarkRatio({ from, to }: TwoBodies, name: string, axis: 0 | 1 | 2): number {
  const at = (body: Body): Landmark => landmarkByName(body, name);
  return ratio(at(from).positionM[axis], at(to).positionM[axis]);
}

/** Ratio of one coordinate of the place where a segment's joint sits in its parent. */
export function offsetRatio({ from, to }: TwoBodies, name: string, axis: 0 | 1 | 2): number {
  const at = (body: Body): number => body.segments[segmentByName(body, name)]!.offsetM[axis];
  return ratio(at(from), at(to));
}
