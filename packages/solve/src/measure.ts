import { landmarkByName, shoulderOverhead, shoulderSwingTwist, type Body } from '@sacra/body';
import type { Quaternion } from '@sacra/geometry';
import type { Shape } from '@sacra/pose';
import { deviationsOf, touchOffM, worldPoint, type Deviation } from './deviations.ts';
import { deepestOverlapM } from './limit/self-collision.ts';
import { depthBelowMatM } from './limit/mat.ts';
import { furthestPastReach } from './limit/two-joint.ts';
import { lengthScale, patchPoints, type AnchorLookup, type Problem } from './problem.ts';
import type { SolveState } from './state.ts';
import { surfacePlane } from './surfaces.ts';

/** How well a solved body keeps its shape. Lengths in millimetres, angles in degrees. */
export interface ShapeMeasure {
  /** The largest distance of a must-contact from its surface, of an anchor from its place, or of parts that must touch. */
  readonly mustResidualMm: number;
  readonly worstContact: string;
  readonly belowMatMm: number;
  readonly belowMatPart: string;
  readonly overlapMm: number;
  readonly overlapParts: string;
  /** Beyond the swing or twist of a shoulder; hinges can't leave their ranges. */
  readonly pastShoulderDeg: number;
  /** Beyond whichever range is kept least: a shoulder's, or that of a muscle over two joints. */
  readonly pastRangeDeg: number;
  readonly pastRangePart: string;
  /** How far every group is from its wish. */
  readonly deviations: readonly Deviation[];
  /** Those that are further than a teacher would overlook, the furthest first. */
  readonly yielded: readonly Deviation[];
}

/** The most that a keyframe may miss and still be shown: of what it must touch, of the mat, of the body itself, of a range. */
export const keyframeLaws = { contactMm: 5, matMm: 3, overlapMm: 3, rangeDeg: 0.2 } as const;

/** How much of what it may miss a keyframe misses; over 1 it isn't fit to be shown. */
export function strain({ mustResidualMm, belowMatMm, overlapMm, pastRangeDeg }: ShapeMeasure): number {
  const { contactMm, matMm, overlapMm: mayOverlapMm, rangeDeg } = keyframeLaws;
  return Math.max(mustResidualMm / contactMm, belowMatMm / matMm, overlapMm / mayOverlapMm, pastRangeDeg / rangeDeg);
}

/** What a teacher would overlook. */
export const overlooked = { deg: 12, mm: 15 } as const;

export function measureShape(
  body: Body,
  shape: Shape,
  problem: Problem,
  state: SolveState,
  anchors: AnchorLookup,
): ShapeMeasure {
  const deviations = deviationsOf(body, shape, problem, state);
  const must = worstMust(body, shape, state, anchors);
  const mat = depthBelowMatM(state);
  const overlap = deepestOverlapM(state);
  const shoulder = pastShoulder(body, state);
  const muscle = furthestPastReach(body, state.q);
  const muscleIsWorse = toDeg(muscle.pastRad) > shoulder.deg;
  return {
    mustResidualMm: must.mm,
    worstContact: must.name,
    belowMatMm: mat.depthM * 1000,
    belowMatPart: mat.part,
    overlapMm: overlap.depthM * 1000,
    overlapParts: overlap.parts,
    pastShoulderDeg: shoulder.deg,
    pastRangeDeg: muscleIsWorse ? toDeg(muscle.pastRad) : shoulder.deg,
    pastRangePart: muscleIsWorse ? muscle.name : shoulder.part,
    deviations,
    yielded: deviations.filter(({ by, unit }) => by > overlooked[unit]).sort((a, b) => b.by - a.by),
  };
}

function worstMust(body: Body, shape: Shape, state: SolveState, anchors: AnchorLookup): { mm: number; name: string } {
  const scale = lengthScale(body);
  let worst = { mm: 0, name: '' };
  const note = (offM: number, name: () => string): void => {
    if (offM * 1000 > worst.mm) worst = { mm: offM * 1000, name: name() };
  };
  for (const { patch, on = 'mat', tier, raisedM = 0 } of shape.contacts) {
    if (tier === 'aim') continue;
    const { normal, offsetM } = surfacePlane(shape, on, scale);
    for (const point of patchPoints(body, patch)) {
      const [x, y, z] = worldPoint(state, point);
      const off = normal[0] * x + normal[1] * y + normal[2] * z - offsetM - raisedM * scale;
      note(Math.abs(off), () => `${patch} (${point.name})`);
    }
  }
  for (const { of, patches } of shape.anchors) {
    for (const patch of patches) {
      const spots = anchors(of, patch);
      patchPoints(body, patch).forEach((point, i) => {
        const [x, y, z] = worldPoint(state, point);
        const [ax, ay, az] = spots[i]!;
        note(Math.hypot(x - ax, y - ay, z - az), () => `${patch} (${point.name}) where ${of} has it`);
      });
    }
  }
  for (const touch of shape.touches) {
    if (touch.tier === 'aim') continue;
    const spot = (name: string): ReturnType<typeof worldPoint> => worldPoint(state, landmarkByName(body, name));
    note(touchOffM(touch, spot, scale), () => `${touch.from} to ${touch.to}`);
  }
  return worst;
}

function pastShoulder(body: Body, { q }: SolveState): { deg: number; part: string } {
  let past = { rad: 0, part: '' };
  for (const joint of body.joints) {
    if (joint.kind !== 'ball') continue;
    const at = joint.qIndex;
    const turn: Quaternion = [q[at]!, q[at + 1]!, q[at + 2]!, q[at + 3]!];
    const { swingRad, twistRad } = shoulderSwingTwist(joint, turn);
    const { swing, twist, overhead } = joint;
    const pastTwist = Math.max(twistRad - twist.maxRad, twist.minRad - twistRad);
    const rad = Math.max(swingRad - swing.maxRad, pastTwist, shoulderOverhead(joint, turn) - overhead.maxRad);
    if (rad > past.rad) past = { rad, part: joint.name };
  }
  return { deg: toDeg(past.rad), part: past.part };
}

const toDeg = (rad: number): number => (rad * 180) / Math.PI;
