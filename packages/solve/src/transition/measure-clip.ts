import type { Body } from '@sacra/body';
import { add, distance, dot, scale, subtract, type Vec3 } from '@sacra/geometry';
import { depthBelowMatM } from '../limit/mat.ts';
import { deepestOverlapM } from '../limit/self-collision.ts';
import { SolveState } from '../state.ts';
import { sampleClip } from '../atlas/sample-clip.ts';
import { turnBetween, type SolvedClip } from './clip.ts';
import { spanOf } from './curve.ts';
import { ease } from './ease.ts';

/** How well a clip keeps the laws of a movement, at 30 frames a second of its time. Lengths in millimetres, angles in degrees. */
export interface ClipMeasure {
  readonly frameCount: number;
  readonly knotCount: number;
  /** The furthest that a point which lies still over a stretch of the path goes off the line between where it is at its two ends. */
  readonly slipMm: number;
  readonly slipPatch: string;
  readonly largestStepDeg: number;
  readonly belowMatMm: number;
  readonly belowMatPart: string;
  readonly overlapMm: number;
  readonly overlapParts: string;
  /** The last step, as the largest turn of a joint. */
  readonly arrivalDeg: number;
}

const framesPerSecond = 30;

export function measureClip(body: Body, clip: SolvedClip): ClipMeasure {
  const frameCount = Math.max(2, Math.round(clip.seconds * framesPerSecond) + 1);
  const state = new SolveState(body, clip.q[0]!);
  let slip = { mm: 0, patch: '' };
  let mat = { depthM: 0, part: '' };
  let overlap = { depthM: 0, parts: '' };
  let largestStepRad = 0;
  let arrivalRad = 0;
  let before = clip.q[0]!;
  const place = new Float64Array(3);
  for (let i = 0; i < frameCount; i++) {
    const t = i / (frameCount - 1);
    const q = sampleClip(body, clip, t);
    arrivalRad = turnBetween(body, before, q);
    largestStepRad = Math.max(largestStepRad, arrivalRad);
    before = q;
    state.moveTo(q);
    const fraction = pathFraction(clip, ease(t));
    clip.stretches.forEach(({ from, to, pinned }) => {
      if (fraction < from || fraction > to) return;
      for (const { patch, points, placesAt } of pinned) {
        const ends = [placesAt(from), placesAt(to)] as const;
        points.forEach((point, p) => {
          state.placePoint(point.segment, point.positionM, place);
          const mm = 1000 * offLineM([place[0]!, place[1]!, place[2]!], ends[0][p]!, ends[1][p]!);
          if (mm > slip.mm) slip = { mm, patch };
        });
      }
    });
    const below = depthBelowMatM(state);
    if (below.depthM > mat.depthM) mat = below;
    const through = deepestOverlapM(state);
    if (through.depthM > overlap.depthM) overlap = through;
  }
  return {
    frameCount,
    knotCount: clip.at.length,
    slipMm: slip.mm,
    slipPatch: slip.patch,
    largestStepDeg: toDeg(largestStepRad),
    belowMatMm: mat.depthM * 1000,
    belowMatPart: mat.part,
    overlapMm: overlap.depthM * 1000,
    overlapParts: overlap.parts,
    arrivalDeg: toDeg(arrivalRad),
  };
}

/** Where along the path of its way a clip is at a place of its curve. */
export function pathFraction({ at, pathAt }: Pick<SolvedClip, 'at' | 'pathAt'>, u: number): number {
  const k = spanOf(at, u);
  const t = (u - at[k]!) / (at[k + 1]! - at[k]!);
  return pathAt[k]! + (pathAt[k + 1]! - pathAt[k]!) * Math.min(1, Math.max(0, t));
}

function offLineM(point: Vec3, a: Vec3, b: Vec3): number {
  const along = subtract(b, a);
  const square = dot(along, along);
  const t = square < 1e-12 ? 0 : Math.min(1, Math.max(0, dot(subtract(point, a), along) / square));
  return distance(point, add(a, scale(along, t)));
}

const toDeg = (rad: number): number => (rad * 180) / Math.PI;
