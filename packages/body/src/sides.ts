import { mirror, type Vec3 } from '@sacra/geometry';

export type Side = 'left' | 'right';
export const sides = ['left', 'right'] as const satisfies readonly Side[];

/** The side a name ends in, or undefined for a part of the middle. */
export function sideOf(name: string): Side | undefined {
  return name.endsWith('.left') ? 'left' : name.endsWith('.right') ? 'right' : undefined;
}

export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** `knee.flexion.left` ↔ `knee.flexion.right`; names of the middle stay. */
export function mirrorName(name: string): string {
  const side = sideOf(name);
  return side === undefined ? name : name.slice(0, -side.length) + otherSide(side);
}

/** Tables are written for the left side; this gives the position or direction for either. */
export const forSide = (left: Vec3, side: Side | undefined): Vec3 => (side === 'right' ? mirror(left) : left);

/** A turning axis for either side: the mirror keeps it a positive turn of the same anatomical kind. */
export const axisForSide = (left: Vec3, side: Side | undefined): Vec3 =>
  side === 'right' ? [-left[0], left[1], -left[2]] : left;
