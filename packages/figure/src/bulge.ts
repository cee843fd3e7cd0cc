import { posedPositions } from './correct-normals.ts';
import { evenedOut } from './even-out.ts';
import { enclosedVolume, type HalfFigure } from './mesh.ts';

/** How far around a fold flesh swells, in rounds from neighbour to neighbour. */
const ROUNDS = 14;
/** Skin that is moved as far as this lies in the fold, and has nowhere to swell to. */
const PRESSED_M = 0.006;
/** Most that skin swells, metres on a body whose girthScale is 1. */
const MOST_SWELL_M = 0.016;

/**
 * Shifts of the bind pose (3 a vertex, metres) that press flesh together, with what they press out of a fold: the skin around it swells
 * along its normals until the volume is what it was, or as far as skin swells. `motion` is that of the segments in the posture.
 */
export function withBulge(
  shifts: Float64Array,
  share: Float64Array,
  half: HalfFigure,
  motion: Float32Array,
  girthScale: number,
): Float64Array {
  const pressed = share.map((_, v) => Math.hypot(shifts[3 * v]!, shifts[3 * v + 1]!, shifts[3 * v + 2]!));
  const swell = evenedOut(pressed, 1, half.indices, ROUNDS).map(
    (value, v) => value * share[v]! * Math.max(0, 1 - pressed[v]! / PRESSED_M),
  );
  const most = swell.reduce((a, b) => Math.max(a, b), 1e-9);
  const swollen = (by: number): Float64Array =>
    shifts.map((shift, i) => shift + by * swell[Math.floor(i / 3)]! * half.normals[i]!);
  // the seam of the half lies in the plane y = 0 in a symmetric posture
  const volume = (of: Float64Array): number => enclosedVolume(posedPositions(half, motion, of), half.indices);

  const wanted = volume(new Float64Array(shifts.length));
  const before = volume(shifts);
  const step = 0.001 / most;
  const gainPerUnit = (volume(swollen(step)) - before) / step;
  const by = Math.max(0, Math.min((wanted - before) / gainPerUnit, (MOST_SWELL_M * girthScale) / most));
  return swollen(by);
}
