import type { Ease } from './ease.ts';

/** What the body is made from. Everything but sex, stature and mass may be left out; then it is as usual. */
export interface Person {
  /** Which of the published body tables (masses) to use. */
  readonly sex: 'female' | 'male';
  /** Standing height, metres. Whatever the proportions, the body stands this high. */
  readonly statureM: number;
  readonly massKg: number;
  /**
   * Thigh and shank relative to the table's for this stature; 1 when not given, people differ by about ±0.05. The trunk takes up
   * what the stature leaves: longer legs stand under a shorter trunk.
   */
  readonly legRatio?: number;
  /** Upper arm and forearm relative to the table's. */
  readonly armRatio?: number;
  /** Breadth of the skeleton over shoulders and hips relative to the table's. */
  readonly frameRatio?: number;
  /** Where flesh is carried: −1 more about hips and thighs, 0 as usual, 1 more about the waist. */
  readonly fleshAtMiddle?: number;
  /** What a few things that one can try at home say about the joints. */
  readonly ease?: Ease;
  /** Ranges that are known by other means, `[least, most]` in degrees by hinge; they go before what `ease` says. */
  readonly rangesDeg?: Readonly<Record<string, readonly [leastDeg: number, mostDeg: number]>>;
}

/** The body that content is first solved and drawn on. */
export const referencePerson: Person = { sex: 'female', statureM: 1.7, massKg: 65 };
