import type { BodyState } from '@sacra/body';
import { elbowParts } from './arm-parts.ts';
import type { CorrectionShape } from './correction-shapes.ts';
import { fieldDistance, partsNear, placeParts } from './field.ts';
import { figureParts } from './figure-parts.ts';
import type { Proportions } from './proportions.ts';

/** The signed distance to the skin around a place, metres. */
export type SkinAround = (near: readonly [number, number, number]) => (x: number, y: number, z: number) => number;

/** Farther from a solid than this a vertex is none of its business, metres. */
const NEAR_M = 0.05;

/** The skin of a body in the posture of a correction: all its solids joined anew. */
export function createPosedSurface({ bend }: CorrectionShape, p: Proportions, state: BodyState): SkinAround {
  // elbows are modelled in one piece around the bend that they are bound in: for any other bend they come in two
  const parts = placeParts(bend === 'elbow' ? elbowParts(p) : figureParts(p), state);
  return ([x, y, z]) => {
    const near = partsNear(parts, x, y, z, NEAR_M);
    return (px, py, pz) => fieldDistance(near, px, py, pz);
  };
}
