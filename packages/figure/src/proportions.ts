import type { Body } from '@sacra/body';
import type { Vec3 } from '@sacra/geometry';
import type { Section } from './loft.ts';

/** The measures a figure is shaped by. All part tables are written for a woman of 1.70 m and 65 kg. */
export interface Proportions {
  readonly body: Body;
  readonly female: boolean;
  /** A length, metres at 1.70 m, scaled by stature. */
  readonly length: (referenceM: number) => number;
  /** A depth or breadth where skin meets the mat, metres at 1.70 m: scaled by stature and the body's girth. */
  readonly girth: (referenceM: number) => number;
  /** A depth or breadth of soft parts: `girth`, and a share more or less so that the volume agrees with the mass. */
  readonly soft: (referenceM: number) => number;
  readonly segment: (name: string) => number;
  /** Where a segment's joint sits in its parent's frame, metres. */
  readonly offsetM: (name: string) => Vec3;
}

/** `softness` multiplies soft girths: 1 is the tables' own. */
export function proportionsOf(body: Body, softness: number): Proportions {
  const lengthScale = body.person.statureM / 1.7;
  const { girthScale } = body;
  const indexByName = new Map(body.segments.map((segment, index) => [segment.name, index]));
  const segment = (name: string): number => {
    const index = indexByName.get(name);
    if (index === undefined) throw new Error(`No segment ${name}; there are ${[...indexByName.keys()].join(', ')}.`);
    return index;
  };
  return {
    body,
    female: body.person.sex === 'female',
    length: (referenceM) => referenceM * lengthScale,
    girth: (referenceM) => referenceM * girthScale,
    soft: (referenceM) => referenceM * girthScale * softness,
    segment,
    offsetM: (name) => body.segments[segment(name)]!.offsetM,
  };
}

/** A section as the tables write it: along, front, back, side, and the shifts of its centre to the front and the side. */
export type SectionRow = readonly [
  along: number,
  front: number,
  back: number,
  side: number,
  shiftFront?: number,
  shiftSide?: number,
];

/** Scales rows of a table: `along` by the given function, depths and breadths by theirs. */
export function sectionsFrom(
  rows: readonly SectionRow[],
  alongM: (reference: number) => number,
  frontM: (reference: number) => number,
  backM: (reference: number) => number,
  sideM: (reference: number) => number,
): Section[] {
  return rows.map(([along, front, back, side, shiftFront = 0, shiftSide = 0]) => ({
    alongM: alongM(along),
    frontM: frontM(front),
    backM: backM(back),
    sideM: sideM(side),
    shiftFrontM: backM(shiftFront),
    shiftSideM: backM(shiftSide),
  }));
}
