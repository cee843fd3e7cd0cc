import { CORRECTION_DRIVERS, CORRECTIONS_A_VERTEX, PRESSING_SIZE, SIDE_SHARES, type FigureMesh } from '@sacra/figure';
import { BufferAttribute, type BufferGeometry } from 'three';

/** Attributes of four signed bytes: shift along x, y, z in steps, and a code for the shape and the left side's share. */
export const correctionSlots = Array.from({ length: CORRECTIONS_A_VERTEX }, (_, i) => `correction${i}`);
/** Beside each slot: how the unit normal changes, along x, y, z in steps. */
export const turnSlots = correctionSlots.map((_, i) => `correctionTurn${i}`);
/** Vectors of four drivers behind those of the segments' motion. */
export const DRIVER_VECTORS = Math.ceil(CORRECTION_DRIVERS / 4);
/** All vectors of the motion of so many segments. */
export const motionVectors = (segmentCount: number): number =>
  2 * segmentCount + DRIVER_VECTORS + PRESSING_SIZE / 4 + Math.ceil(segmentCount / 4);
export const CORRECTION_STEP_M = 0.00025;
export const TURN_STEP = 1 / 64;
export const SHAPES = CORRECTION_DRIVERS / 2;
/** Codes are shape + SHAPES × share, less this, so that they fit a signed byte. */
export const CODE_OFFSET = (SHAPES * SIDE_SHARES) / 2;

/** Writes a figure's corrections as the shader reads them. */
export function setCorrectionAttributes(geometry: BufferGeometry, { corrections, positions }: FigureMesh): void {
  const slots = correctionSlots.map(() => new Int8Array((4 * positions.length) / 3));
  const turnsInSlots = turnSlots.map(() => new Int8Array((4 * positions.length) / 3));
  const taken = new Uint8Array(positions.length / 3);
  corrections?.vertices.forEach((vertex, entry) => {
    const { shapes, leftShares, shiftsM, turns } = corrections;
    const place = taken[vertex]!++;
    const slot = slots[place]!;
    for (let k = 0; k < 3; k++) {
      slot[4 * vertex + k] = Math.round(shiftsM[3 * entry + k]! / CORRECTION_STEP_M);
      turnsInSlots[place]![4 * vertex + k] = Math.round(turns[3 * entry + k]! / TURN_STEP);
    }
    slot[4 * vertex + 3] = shapes[entry]! + SHAPES * leftShares[entry]! - CODE_OFFSET;
  });
  correctionSlots.forEach((name, i) => geometry.setAttribute(name, new BufferAttribute(slots[i]!, 4)));
  turnSlots.forEach((name, i) => geometry.setAttribute(name, new BufferAttribute(turnsInSlots[i]!, 4)));
}
