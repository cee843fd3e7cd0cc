import { smoothCut, smoothStep, smoothUnion } from './blend.ts';

/** Planes that a head lies on, head frame, metres at 1.70 m: the back of the head, the crown behind with the chin lifted, and forehead and hairline with the chin tucked. */
const BACK_M = 0.0845;
const CROWN_M = 0.0965;
const FOREHEAD_M = 0.141;
/** How steeply the crown's plane leans forward: read off Bridge, low, as solved. */
const CROWN_LEAN = 0.169;
/** How steeply the forehead's plane leans back: read off Child's Pose and Pigeon folded, as solved. */
const FOREHEAD_LEAN = 0.67;
const ROUNDING_M = 0.014;
/** Back and crown are nearly one plane. */
const CROWN_ROUNDING_M = 0.008;

/**
 * The signed distance `hair` at a point of the head frame, metres at 1.70 m, pressed flat where one lies on the back or on the forehead:
 * hair that stands up gives way when it is lain on. It stays `reliefM` behind the plane of the mat, metres at 1.70 m.
 */
export function pressedFlat(hair: number, x: number, z: number, reliefM = 0): number {
  const atBack = smoothUnion(x + BACK_M, (x - CROWN_LEAN * z) / Math.hypot(1, CROWN_LEAN) + CROWN_M, CROWN_ROUNDING_M);
  const atForehead = FOREHEAD_M - (x + FOREHEAD_LEAN * z) / Math.hypot(1, FOREHEAD_LEAN);
  return smoothCut(smoothCut(hair, reliefM - atBack, ROUNDING_M), reliefM - atForehead, ROUNDING_M);
}

/** Where the head rests on the mat hair lies thin: 0 elsewhere, 1 there. `x` of the head frame, metres at 1.70 m. */
export const atTheBack = (x: number): number => smoothStep(-0.045, -0.078, x);
