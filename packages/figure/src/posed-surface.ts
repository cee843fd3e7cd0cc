import type { BodyState } from '@sacra/body';
import { elbowParts } from './arm-parts.ts';
import type { Bend, CorrectionShape } from './correction-shapes.ts';
import { fieldDistance, partsNear, placeParts, type PlacedPart } from './field.ts';
import { figureParts } from './figure-parts.ts';
import { kneeFoldParts } from './leg-parts.ts';
import type { Part } from './parts.ts';
import type { Proportions } from './proportions.ts';

type Distance = (x: number, y: number, z: number) => number;

/** The skin of a body in the posture of a correction. */
export interface PosedSurface {
  /** What moves with the bend: everything beyond the joint, on the left. */
  readonly segments: ReadonlySet<number>;
  /** The signed distance, metres, to the skin that a vertex belongs to: of what lies beyond the joint (`isBeyond`) or before it. */
  readonly surface: (near: readonly [number, number, number], isBeyond: boolean) => Distance;
}

const beyond: Readonly<Record<Bend, readonly string[]>> = {
  hip: ['thigh.left', 'shank.left', 'foot.left', 'toes.left'],
  knee: ['shank.left', 'foot.left', 'toes.left'],
  arm: ['upper-arm.left', 'forearm.left', 'hand.left', 'fingers.left', 'fingertips.left'],
  elbow: ['forearm.left', 'hand.left', 'fingers.left', 'fingertips.left'],
};

/** Farther from a solid than this a vertex is none of its business, metres. */
const NEAR_M = 0.05;

/**
 * All solids joined anew. In a fold those beyond the joint and those before it end where both are equally deep: flesh meets flesh there. Of a knee only that fold is modelled; its outside is what skinning makes it.
 */
export function createPosedSurface({ bend, hasFold }: CorrectionShape, p: Proportions, state: BodyState): PosedSurface {
  const segments = new Set(beyond[bend].map((name) => p.segment(name)));
  const isBeyondJoint = ({ segment }: Part): boolean => segments.has(segment);
  const all = placeParts(partsAround(bend, p), state);
  const far = all.filter(({ part }) => isBeyondJoint(part));
  const close = all.filter(({ part }) => !isBeyondJoint(part));
  return {
    segments,
    surface([x, y, z], isBeyond) {
      const nearby = (parts: readonly PlacedPart[]): readonly PlacedPart[] => partsNear(parts, x, y, z, NEAR_M);
      const joinedParts = nearby(all);
      const skin: Distance = (px, py, pz) => fieldDistance(joinedParts, px, py, pz);
      if (!hasFold) return skin;
      const [own, other] = [nearby(isBeyond ? far : close), nearby(isBeyond ? close : far)];
      const fold: Distance = (px, py, pz) => (fieldDistance(own, px, py, pz) - fieldDistance(other, px, py, pz)) / 2;
      if (bend !== 'knee') return (px, py, pz) => Math.max(skin(px, py, pz), fold(px, py, pz));
      // nothing to do for what doesn't lie in the other's flesh
      return (px, py, pz) => (fieldDistance(other, px, py, pz) < 0 ? Math.max(0, fold(px, py, pz)) : 0);
    },
  };
}

/** Knees and elbows are modelled in one piece around the bend that they are bound in: for any other bend they come in two. */
function partsAround(bend: Bend, p: Proportions): Part[] {
  if (bend === 'knee') return kneeFoldParts(p);
  return bend === 'elbow' ? elbowParts(p) : figureParts(p);
}
