import {
  hingeByName,
  shoulderOf,
  shoulderToAngles,
  sides,
  type Body,
  type Configuration,
  type Side,
} from '@sacra/body';
import type { Quaternion } from '@sacra/geometry';
import { bindBendRad, correctionShapes, type Bend } from './correction-shapes.ts';

/** Drivers a figure has: one a shape for the left side's bend, then one a shape for the right side's. */
export const CORRECTION_DRIVERS = 2 * correctionShapes.length;

/** More entries than this a vertex hasn't: it is what the shader has room for. */
export const CORRECTIONS_A_VERTEX = 3;

/** In how many parts a correction is shared out between the drivers of both sides. */
export const SIDE_SHARES = 16;

/**
 * How vertices of the bind pose move before they are skinned: entry by entry a vertex, the shape that it takes part in, and how far it
 * moves where the shape's driver is 1. Near the middle both sides' drivers pull.
 */
export interface Corrections {
  readonly vertices: Uint32Array;
  /** Places in `correctionShapes`. */
  readonly shapes: Uint8Array;
  /** How much the left side's driver has to say, 0…`SIDE_SHARES`; the right side's has the rest. */
  readonly leftShares: Uint8Array;
  /** 3 an entry, metres on a body whose `girthScale` is 1. */
  readonly shiftsM: Float32Array;
  /** 3 an entry: how the unit normal changes with it, before it is made of unit length again. */
  readonly turns: Float32Array;
}

/**
 * Reads the drivers of a body's configurations, `CORRECTION_DRIVERS` of them, written to `out`: from 0, which they all are in the bind
 * pose, to the body's `girthScale` where a shape is there in full.
 */
export function createDriverReader(body: Body): (q: Configuration, out: Float32Array) => void {
  const bends = sides.map((side) => ({
    hip: hingeByName(body, `hip.flexion.${side}`),
    arm: shoulderOf(body, side),
    elbow: hingeByName(body, `elbow.flexion.${side}`),
  }));
  const ramps = correctionShapes.map(({ bend, atRad }) => rampOf(bend, atRad));
  return (q, out) => {
    sides.forEach((side, s) => {
      const { hip, arm, elbow } = bends[s]!;
      const bendRad = {
        hip: q[hip.qIndex]!,
        arm: elevationOf(side, q, arm.qIndex),
        elbow: q[elbow.qIndex]!,
      };
      correctionShapes.forEach(({ bend }, i) => {
        out[s * correctionShapes.length + i] = body.girthScale * shareAt(ramps[i]!, bendRad[bend]);
      });
    });
  };
}

/** The bends next to a shape's own, below and above, at which nothing is left of it; infinite where it stays. */
interface Ramp {
  readonly belowRad: number;
  readonly atRad: number;
  readonly aboveRad: number;
}

function rampOf(bend: Bend, atRad: number): Ramp {
  const others = [bindBendRad[bend], ...correctionShapes.filter((shape) => shape.bend === bend).map((s) => s.atRad)];
  return {
    belowRad: Math.max(...others.filter((rad) => rad < atRad)),
    atRad,
    aboveRad: Math.min(...others.filter((rad) => rad > atRad)),
  };
}

function shareAt({ belowRad, atRad, aboveRad }: Ramp, bendRad: number): number {
  const neighbourRad = bendRad > atRad ? aboveRad : belowRad;
  return Number.isFinite(neighbourRad) ? Math.max(0, 1 - (bendRad - atRad) / (neighbourRad - atRad)) : 1;
}

function elevationOf(side: Side, q: Configuration, at: number): number {
  const turn: Quaternion = [q[at]!, q[at + 1]!, q[at + 2]!, q[at + 3]!];
  return shoulderToAngles(side, turn).elevationRad;
}

/** The positions and unit normals of a bind pose with the corrections of a configuration. */
export function correctedBind(
  { positions, normals }: { readonly positions: Float32Array; readonly normals: Float32Array },
  { vertices, shapes, leftShares, shiftsM, turns }: Corrections,
  drivers: Float32Array,
): { positions: Float32Array; normals: Float32Array } {
  const corrected = { positions: positions.slice(), normals: normals.slice() };
  for (let entry = 0; entry < vertices.length; entry++) {
    const left = leftShares[entry]! / SIDE_SHARES;
    const shape = shapes[entry]!;
    const share = left * drivers[shape]! + (1 - left) * drivers[correctionShapes.length + shape]!;
    if (share === 0) continue;
    const o = 3 * vertices[entry]!;
    for (let k = 0; k < 3; k++) {
      corrected.positions[o + k]! += share * shiftsM[3 * entry + k]!;
      corrected.normals[o + k]! += share * turns[3 * entry + k]!;
    }
  }
  for (const vertex of vertices) scaleToUnit(corrected.normals, 3 * vertex);
  return corrected;
}

function scaleToUnit(vectors: Float32Array, o: number): void {
  const scale = 1 / Math.hypot(vectors[o]!, vectors[o + 1]!, vectors[o + 2]!);
  for (let k = o; k < o + 3; k++) vectors[k]! *= scale;
}
