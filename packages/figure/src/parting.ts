/**
 * The side parting of hair that has one, a line over the left of the head from above the brow to the crown: y = `acrossM` + `slant` · x at
 * `fromM` ≤ x ≤ `toM`, head frame, metres at 1.70 m. Hair lies to either side of it, in the mesh and in the stage's shader.
 */
export const sideParting = { acrossM: 0.019, slant: 0.08, fromM: -0.024, toM: 0.105 } as const;

/** How far to the left of the side parting a point of the head frame is, metres at 1.70 m; negative to the right, where most of the hair lies. */
export const leftOfParting = (x: number, y: number): number => y - sideParting.acrossM - sideParting.slant * x;
