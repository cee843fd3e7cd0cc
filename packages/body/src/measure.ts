import type { Person } from './person.ts';
import type { BodyTables } from './tables.ts';

/** Turns the numbers of the tables into a person's metres. */
export interface Measure {
  /** A share of the stature. */
  readonly stature: (share: number) => number;
  /** A depth, breadth or radius of flesh: metres on a person of 1.70 m and the tables' reference BMI. */
  readonly girth: (referenceM: number) => number;
  /** 1 at the reference BMI. */
  readonly relativeGirth: number;
  readonly upperArmM: number;
  readonly forearmM: number;
  readonly thighM: number;
  readonly shankM: number;
  readonly ankleHeightM: number;
}

/**
 * Lengths grow with stature. Girths grow with stature and with √(BMI / reference BMI): at one stature the volume of a
 * segment then grows in proportion to body mass (drillis-contini-1966 for lengths; the girth law is ours).
 */
export function createMeasure(person: Person, tables: BodyTables): Measure {
  const { lengths, girth } = tables.proportions;
  const stature = (share: number): number => share * person.statureM;
  const bodyMassIndex = person.massKg / person.statureM ** 2;
  const relativeGirth = Math.sqrt(bodyMassIndex / girth.referenceBmi);
  const legRatio = person.legRatio ?? 1;
  const armRatio = person.armRatio ?? 1;
  return {
    stature,
    girth: (referenceM) => ((referenceM * person.statureM) / girth.referenceStatureM) * relativeGirth,
    relativeGirth,
    upperArmM: stature(lengths['upper-arm'].share) * armRatio,
    forearmM: stature(lengths.forearm.share) * armRatio,
    thighM: stature(lengths.thigh.share) * legRatio,
    shankM: stature(lengths.shank.share) * legRatio,
    ankleHeightM: stature(lengths['ankle-height'].share),
  };
}
