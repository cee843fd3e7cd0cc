import { smoothUnion } from './blend.ts';

/** Planes that a head lies on, head frame, metres at 1.70 m: the back of the head, and forehead and hairline with the chin tucked. */
const BACK_M = 0.0845;
const FOREHEAD_M = 0.135;
/** How steeply the forehead's plane leans back: read off Child's Pose and Pigeon folded, as solved. */
const LEAN = 0.67;
const ROUNDING_M = 0.009;

/** The signed distance `hair` at a point of the head frame, metres at 1.70 m, pressed flat where one lies on the back or on the forehead. */
export function pressedFlat(hair: number, x: number, z: number): number {
  const beyondForehead = (x + LEAN * z) / Math.hypot(1, LEAN) - FOREHEAD_M;
  return -smoothUnion(smoothUnion(-hair, x + BACK_M, ROUNDING_M), -beyondForehead, ROUNDING_M);
}
