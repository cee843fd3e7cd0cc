import { landmarkByName, segmentByName, type Body } from '@sacra/body';
import type { Shape } from '@sacra/pose';
import type { Vec3 } from '@sacra/geometry';
import { faceDirection, headingDirection } from './directions.ts';
import { relativeTurn } from './objective/shoulder.ts';
import { lengthScale, patchPoints, type Problem } from './problem.ts';
import type { SolveState } from './state.ts';
import { surfacePlane } from './surfaces.ts';
import { jointGroup } from './tolerances.ts';

/** A group of a shape and how far its furthest wish is from being met. */
export interface Deviation {
  readonly group: string;
  readonly by: number;
  readonly unit: 'deg' | 'mm';
}

/** How far every group of wishes is from being met, the furthest of each and unit; wishes that are met exactly are left out. */
export function deviationsOf(body: Body, shape: Shape, problem: Problem, state: SolveState): Deviation[] {
  const furthest = new Map<string, Deviation>();
  const note = (group: string, by: number, unit: Deviation['unit']): void => {
    if (by > (furthest.get(`${group} ${unit}`)?.by ?? 0)) furthest.set(`${group} ${unit}`, { group, by, unit });
  };
  const scale = lengthScale(body);
  const spot = (landmark: string): Vec3 => worldPoint(state, landmarkByName(body, landmark));

  for (const contact of shape.contacts) {
    if (contact.tier !== 'aim') continue;
    const { normal, offsetM } = surfacePlane(shape, contact.on ?? 'mat', scale);
    for (const point of patchPoints(body, contact.patch)) {
      const offM = dot(normal, worldPoint(state, point)) - offsetM - (contact.raisedM ?? 0) * scale;
      note(contact.group ?? contact.patch, Math.abs(offM) * 1000, 'mm');
    }
  }
  for (const touch of shape.touches) {
    if (touch.tier !== 'aim') continue;
    note(touch.group ?? 'touch', touchOffM(touch, spot, scale) * 1000, 'mm');
  }
  for (const { from, to, along, distanceM, group } of shape.spacings) {
    const axis = ({ forward: 0, left: 1, up: 2 } as const)[along];
    note(group ?? 'stance', Math.abs(spot(from)[axis] - spot(to)[axis] - distanceM * scale) * 1000, 'mm');
  }
  for (const { point, xM, yM, zM, group } of shape.places) {
    const at = spot(point);
    [xM, yM, zM].forEach((wanted, axis) => {
      if (wanted !== undefined) note(group ?? 'stance', Math.abs(at[axis]! - wanted * scale) * 1000, 'mm');
    });
  }
  for (const { segment, face, towards, group } of shape.facings) {
    const own = worldDirection(state, segmentByName(body, segment), faceDirection(face, segment));
    const met = typeof towards === 'object' && 'segment' in towards;
    const wanted = met
      ? worldDirection(state, segmentByName(body, towards.segment), faceDirection(towards.face, towards.segment))
      : headingDirection(towards, segment);
    const cosine = (met ? -1 : 1) * dot(own, wanted);
    note(group ?? 'facing', toDeg(Math.acos(Math.min(1, Math.max(-1, cosine)))), 'deg');
  }
  for (const { name, qIndex, wishedRad, spoken } of problem.angles) {
    if (spoken) note(jointGroup(name), toDeg(Math.abs(state.q[qIndex]! - wishedRad)), 'deg');
  }
  const turn = new Float64Array(3);
  for (const { qIndex, rotation, spoken } of problem.turns) {
    relativeTurn(rotation, state.q, qIndex, turn);
    if (spoken) note('shoulders', toDeg(Math.hypot(turn[0]!, turn[1]!, turn[2]!)), 'deg');
  }
  return [...furthest.values()];
}

/** How far two parts are from the distance they should have, metres. */
export function touchOffM(touch: Shape['touches'][number], spot: (landmark: string) => Vec3, scale: number): number {
  const [a, b] = [spot(touch.from), spot(touch.to)];
  const furtherM = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) - touch.distanceM * scale;
  return touch.atMost ? Math.max(0, furtherM) : Math.abs(furtherM);
}

/** Where a point of a segment is in the world. */
export function worldPoint(state: SolveState, { segment, positionM }: { segment: number; positionM: Vec3 }): Vec3 {
  state.placePoint(segment, positionM, place);
  return [place[0]!, place[1]!, place[2]!];
}

function worldDirection(state: SolveState, segment: number, local: Vec3): Vec3 {
  state.placeDirection(segment, local, place);
  return [place[0]!, place[1]!, place[2]!];
}

const place = new Float64Array(3);
const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const toDeg = (rad: number): number => (rad * 180) / Math.PI;
