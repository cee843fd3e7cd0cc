import { shoulderSwingTwist, type Body } from '@sacra/body';
import type { Shape } from '@sacra/pose';
import { deepestOverlapM } from './limit/self-collision.ts';
import { depthBelowMatM } from './limit/mat.ts';
import { relativeTurn } from './objective/shoulder.ts';
import { lengthScale, patchPoints, type AnchorLookup, type Problem } from './problem.ts';
import type { SolveState } from './state.ts';
import { surfacePlane } from './surfaces.ts';
import { jointGroup } from './tolerances.ts';

/** How well a solved body keeps its shape. Lengths in millimetres, angles in degrees. */
export interface ShapeMeasure {
  readonly mustResidualMm: number;
  readonly worstContact: string;
  readonly belowMatMm: number;
  readonly belowMatPart: string;
  readonly overlapMm: number;
  readonly overlapParts: string;
  /** Beyond the swing or twist of a shoulder; hinges can't leave their ranges. */
  readonly pastShoulderDeg: number;
  readonly yielded: readonly Yielded[];
}

/** A group and how far its furthest member is from its wish. */
export interface Yielded {
  readonly group: string;
  readonly by: number;
  readonly unit: 'deg' | 'mm';
}

/** What a teacher would overlook. */
const overlooked = { angleDeg: 12, lengthMm: 15 };

export function measureShape(
  body: Body,
  shape: Shape,
  problem: Problem,
  state: SolveState,
  anchors: AnchorLookup,
): ShapeMeasure {
  const place = new Float64Array(3);
  const scale = lengthScale(body);
  const furthest = new Map<string, Yielded>();
  const note = (group: string, by: number, unit: Yielded['unit']): void => {
    if (by > (furthest.get(`${group} ${unit}`)?.by ?? 0)) furthest.set(`${group} ${unit}`, { group, by, unit });
  };
  let worst = { mm: 0, name: '' };
  const noteMust = (mm: number, name: string): void => {
    if (mm > worst.mm) worst = { mm, name };
  };

  for (const contact of shape.contacts) {
    const plane = surfacePlane(shape, contact.on ?? 'mat', scale);
    const [nx, ny, nz] = plane.normal;
    for (const point of patchPoints(body, contact.patch)) {
      state.placePoint(point.segment, point.positionM, place);
      const offM = nx * place[0]! + ny * place[1]! + nz * place[2]! - plane.offsetM - (contact.raisedM ?? 0) * scale;
      if (contact.tier === 'aim') note(contact.group ?? contact.patch, Math.abs(offM) * 1000, 'mm');
      else noteMust(Math.abs(offM) * 1000, `${contact.patch} (${point.name})`);
    }
  }
  for (const { of, patches } of shape.anchors) {
    for (const patch of patches) {
      const spots = anchors(of, patch);
      patchPoints(body, patch).forEach((point, i) => {
        state.placePoint(point.segment, point.positionM, place);
        const [x, y, z] = spots[i]!;
        const apartM = Math.hypot(place[0]! - x, place[1]! - y, place[2]! - z);
        noteMust(apartM * 1000, `${patch} (${point.name}) where ${of} has it`);
      });
    }
  }
  for (const { name, qIndex, angleRad, spoken } of problem.angles) {
    if (spoken) note(jointGroup(name), toDeg(Math.abs(state.q[qIndex]! - angleRad)), 'deg');
  }
  for (const { qIndex, rotation, spoken } of problem.turns) {
    relativeTurn(rotation, state.q, qIndex, place);
    if (spoken) note('shoulders', toDeg(Math.hypot(place[0]!, place[1]!, place[2]!)), 'deg');
  }

  const mat = depthBelowMatM(state);
  const overlap = deepestOverlapM(state);
  return {
    mustResidualMm: worst.mm,
    worstContact: worst.name,
    belowMatMm: mat.depthM * 1000,
    belowMatPart: mat.part,
    overlapMm: overlap.depthM * 1000,
    overlapParts: overlap.parts,
    pastShoulderDeg: pastShoulderDeg(body, state),
    yielded: [...furthest.values()]
      .filter(({ by, unit }) => by > (unit === 'deg' ? overlooked.angleDeg : overlooked.lengthMm))
      .sort((a, b) => b.by - a.by),
  };
}

function pastShoulderDeg(body: Body, { q }: SolveState): number {
  let past = 0;
  for (const joint of body.joints) {
    if (joint.kind !== 'ball') continue;
    const at = joint.qIndex;
    const { swingRad, twistRad } = shoulderSwingTwist(joint, [q[at]!, q[at + 1]!, q[at + 2]!, q[at + 3]!]);
    const { swing, twist } = joint;
    past = Math.max(past, swingRad - swing.maxRad, twistRad - twist.maxRad, twist.minRad - twistRad);
  }
  return toDeg(past);
}

const toDeg = (rad: number): number => (rad * 180) / Math.PI;
