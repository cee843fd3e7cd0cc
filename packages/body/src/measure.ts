import type { Person } from './person.ts';
import { spineSegments, type BodyTables, type GirthPart } from './tables.ts';

/** Turns the numbers of the tables into a person's metres. */
export interface Measure {
  /** A share of the stature. */
  readonly stature: (share: number) => number;
  /** Stature relative to the tables' reference. */
  readonly lengthScale: number;
  /** A height within the trunk or neck, share of the stature: longer legs leave less of it. */
  readonly trunk: (share: number) => number;
  /** A distance across the skeleton from the middle, share of the stature. */
  readonly across: (share: number) => number;
  /** Breadth of the skeleton relative to the tables'. */
  readonly frameRatio: number;
  /** The flesh of one part of the body; without a part, bone. */
  readonly flesh: (part: GirthPart | undefined) => Flesh;
  /** √(BMI / reference BMI): what girths grow with on the whole; 1 at the reference BMI. */
  readonly relativeGirth: number;
  readonly upperArmM: number;
  readonly forearmM: number;
  readonly thighM: number;
  readonly shankM: number;
  readonly ankleHeightM: number;
}

export interface Flesh {
  /** A depth, breadth or radius: metres on a person of 1.70 m and the tables' reference BMI. */
  readonly girth: (referenceM: number) => number;
  /** By how much it is thicker than on a person of the same stature and reference BMI: 1 is the same. */
  readonly relative: number;
}

/**
 * Lengths grow with stature. Girths grow with stature and on the whole with r = √(BMI / reference BMI), so that at one stature the
 * volume grows in proportion to mass; each part with its own power of r, as flesh is not carried evenly (docs/science/body.md).
 */
export function createMeasure(person: Person, tables: BodyTables): Measure {
  const { lengths, offsets, girth } = tables.proportions;
  const { legRatio = 1, armRatio = 1, frameRatio = 1, fleshAtMiddle = 0 } = person;
  const stature = (share: number): number => share * person.statureM;
  const relativeGirth = Math.sqrt(person.massKg / person.statureM ** 2 / girth.referenceBmi);
  const legShare = lengths.thigh.share + lengths.shank.share;
  const spineShare = spineSegments.reduce((sum, name) => sum + offsets[name].at[2], 0);
  // crown and ankle keep their height: what the legs gain the spine gives
  const trunkRatio = 1 - ((legRatio - 1) * legShare) / spineShare;
  const lengthScale = person.statureM / girth.referenceStatureM;
  return {
    stature,
    lengthScale,
    trunk: (share) => stature(share) * trunkRatio,
    across: (share) => stature(share) * frameRatio,
    frameRatio,
    flesh: (part) => {
      const { growth, middle } = part === undefined ? { growth: 0, middle: 0 } : girth.parts[part];
      const relative = relativeGirth ** growth * (1 + middle * fleshAtMiddle);
      return { relative, girth: (referenceM) => referenceM * lengthScale * relative };
    },
    relativeGirth,
    upperArmM: stature(lengths['upper-arm'].share) * armRatio,
    forearmM: stature(lengths.forearm.share) * armRatio,
    thighM: stature(lengths.thigh.share) * legRatio,
    shankM: stature(lengths.shank.share) * legRatio,
    ankleHeightM: stature(lengths['ankle-height'].share),
  };
}
