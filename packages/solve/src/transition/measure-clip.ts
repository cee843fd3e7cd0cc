import type { Body } from '@sacra/body';
import { depthBelowMatM } from '../limit/mat.ts';
import { deepestOverlapM } from '../limit/self-collision.ts';
import { SolveState } from '../state.ts';
import { largestTurnRad, type SolvedClip } from './clip.ts';
import { ease } from './reference.ts';

/** How well a clip keeps the laws of a movement. Lengths in millimetres, angles in degrees. */
export interface ClipMeasure {
  readonly slipMm: number;
  readonly slipPatch: string;
  readonly largestStepDeg: number;
  readonly belowMatMm: number;
  readonly belowMatPart: string;
  readonly overlapMm: number;
  readonly overlapParts: string;
  /** The jump into the last frame from the one before, beyond an even slowing down, as the largest turn of a joint. */
  readonly arrivalDeg: number;
}

export function measureClip(body: Body, clip: SolvedClip): ClipMeasure {
  const state = new SolveState(body, clip.q[0]!);
  const place = new Float64Array(3);
  let slip = { mm: 0, patch: '' };
  let mat = { depthM: 0, part: '' };
  let overlap = { depthM: 0, parts: '' };
  clip.q.forEach((q, i) => {
    state.moveTo(q);
    const fraction = ease(i / (clip.frameCount - 1));
    for (const track of clip.tracks) {
      if (!track.isPinned || fraction < track.from || fraction > track.to) continue;
      track.placesAt(fraction).forEach((wanted, k) => {
        const point = track.points[k]!;
        state.placePoint(point.segment, point.positionM, place);
        const mm = 1000 * Math.hypot(place[0]! - wanted[0], place[1]! - wanted[1], place[2]! - wanted[2]);
        if (mm > slip.mm) slip = { mm, patch: track.patch };
      });
    }
    const below = depthBelowMatM(state);
    if (below.depthM > mat.depthM) mat = below;
    const through = deepestOverlapM(state);
    if (through.depthM > overlap.depthM) overlap = through;
  });
  return {
    slipMm: slip.mm,
    slipPatch: slip.patch,
    largestStepDeg: toDeg(largestTurnRad(body, clip.q)),
    belowMatMm: mat.depthM * 1000,
    belowMatPart: mat.part,
    overlapMm: overlap.depthM * 1000,
    overlapParts: overlap.parts,
    arrivalDeg: toDeg(largestTurnRad(body, clip.q.slice(-2))),
  };
}

const toDeg = (rad: number): number => (rad * 180) / Math.PI;
