/** What a field of a person may be. */
export interface FieldLimit {
  readonly least: number;
  readonly most: number;
  /** What comes after the number when it is told: ' m', ' kg', '°' or nothing. */
  readonly unit: string;
}

/**
 * What a person can plausibly say. The limits are wide: they are there to catch slips (centimetres for metres, pounds for
 * kilograms) and what the model was never meant for, not to judge bodies. Reasons and sources: docs/science/body.md.
 */
export const personLimits = {
  statureM: { least: 1.2, most: 2.2, unit: ' m' },
  massKg: { least: 25, most: 250, unit: ' kg' },
  legRatio: { least: 0.88, most: 1.12, unit: '' },
  armRatio: { least: 0.88, most: 1.12, unit: '' },
  frameRatio: { least: 0.88, most: 1.12, unit: '' },
  fleshAtMiddle: { least: -1, most: 1, unit: '' },
} as const satisfies Readonly<Record<string, FieldLimit>>;

/** Mass over squared stature, kg/m²: outside it, stature and weight don't go together. */
export const massForStatureLimit = { least: 13, most: 60 } as const;

export const easeLimits = {
  straightLegLiftDeg: { least: 20, most: 130, unit: '°' },
  seatToHeelsGapM: { least: -0.05, most: 0.3, unit: ' m' },
  armsOverheadGapDeg: { least: -10, most: 90, unit: '°' },
  figureFourRiseDeg: { least: -20, most: 70, unit: '°' },
  toesToWallM: { least: 0, most: 0.22, unit: ' m' },
} as const satisfies Readonly<Record<string, FieldLimit>>;

/** Answers with one number for each side; the others have one for both. */
export const easeBySide = {
  straightLegLiftDeg: true,
  seatToHeelsGapM: false,
  armsOverheadGapDeg: false,
  figureFourRiseDeg: true,
  toesToWallM: true,
} as const satisfies Readonly<Record<keyof typeof easeLimits, boolean>>;

/** Degrees that any end of a hinge's range may have. */
export const hingeLimit: FieldLimit = { least: -180, most: 180, unit: '°' };
