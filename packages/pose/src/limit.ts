/**
 * What a person must not or can't do. Safety says which of them hold for a person and why; a pose says which of them bar it.
 * The words shown for each stand in content/safety.
 */
export const limits = [
  /** knees bend no further than about a right angle and a half (no sitting on the heels) */
  'no-deep-knee-bend',
  /** no weight on the kneecaps */
  'no-kneeling',
  'no-weight-on-wrists',
  /** arms stay below shoulder height */
  'no-arms-overhead',
  'head-not-below-heart',
  /** the head neither turns nor bends away from the line of the spine */
  'head-in-line',
  /** both legs do the same */
  'symmetric-only',
  'no-end-range-rounding',
  'no-end-range-arching',
  'no-end-range-twist',
  /** no straight-legged fold */
  'no-hamstring-stretch',
  /** hips bend no further than a right angle */
  'no-deep-hip-bend',
  /** no figure-four and no pigeon */
  'no-hip-turned-out',
  'no-flat-back-lying',
  /** nothing presses on the belly, and twists turn away from it */
  'room-for-belly',
  /** legs stay together or hip-wide */
  'no-wide-legs',
  /** no getting down to the floor: chair, table and wall only */
  'chair-only',
] as const;

export type Limit = (typeof limits)[number];
