/** What the body is made from. */
export interface Person {
  /** Which of the published body tables (masses) to use. */
  readonly sex: 'female' | 'male';
  /** Standing height, metres. */
  readonly statureM: number;
  readonly massKg: number;
  /** Leg length relative to the table's for this stature; 1 when not given, people differ by about ±0.05. */
  readonly legRatio?: number;
  /** Arm length, in the same way. */
  readonly armRatio?: number;
}

/** The body that content is first solved and drawn on. */
export const referencePerson: Person = { sex: 'female', statureM: 1.7, massKg: 65 };
