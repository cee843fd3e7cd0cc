import type { Vec3 } from '@sacra/geometry';
import type { Body } from './body.ts';
import { pointToWorldInto, type BodyState } from './state.ts';

/** Mass (kg) and first moment (kg m, world, 3 a segment) of each segment with everything that hangs on it. */
export interface SubtreeMasses {
  readonly massKg: Float64Array;
  readonly momentKgM: Float64Array;
}

export const createSubtreeMasses = (body: Body): SubtreeMasses => ({
  massKg: new Float64Array(body.segments.length),
  momentKgM: new Float64Array(3 * body.segments.length),
});

/** Fills `out` for the state. Children stand after their parents, so one backward pass sums every subtree. */
export function sumSubtrees(body: Body, state: BodyState, out: SubtreeMasses): void {
  const { chain, segments } = body;
  const { massKg, momentKgM } = out;
  for (let segment = 0; segment < segments.length; segment++) {
    const at = 3 * segment;
    const mass = chain.massKg[segment]!;
    pointToWorldInto(state, segment, segments[segment]!.centreOfMassM, momentKgM, at);
    massKg[segment] = mass;
    for (let k = 0; k < 3; k++) momentKgM[at + k] = momentKgM[at + k]! * mass;
  }
  for (let segment = segments.length - 1; segment > 0; segment--) {
    const parent = chain.parent[segment]!;
    massKg[parent] = massKg[parent]! + massKg[segment]!;
    for (let k = 0; k < 3; k++) {
      momentKgM[3 * parent + k] = momentKgM[3 * parent + k]! + momentKgM[3 * segment + k]!;
    }
  }
}

/** The body's centre of mass in the world. */
export function centreOfMass(body: Body, state: BodyState): Vec3 {
  const sums = createSubtreeMasses(body);
  sumSubtrees(body, state, sums);
  const total = sums.massKg[0]!;
  return [sums.momentKgM[0]! / total, sums.momentKgM[1]! / total, sums.momentKgM[2]! / total];
}

/**
 * Adds `factor · direction · ∂(centre of mass)/∂v` to `row`, from sums made by `sumSubtrees` for the same state. A turning
 * axis of segment s carries the subtree of s: its share is m_s / m · axis × (c_s − anchor).
 */
export function addCentreOfMassJacobian(
  body: Body,
  state: BodyState,
  sums: SubtreeMasses,
  direction: Vec3,
  factor: number,
  row: Float64Array,
): void {
  const { chain, velocitySize } = body;
  const { dofAxis, dofAnchorM } = state;
  const total = sums.massKg[0]!;
  for (let k = 0; k < 3; k++) row[k] = row[k]! + factor * direction[k]!;
  for (let dof = 3; dof < velocitySize; dof++) {
    const segment = chain.dofSegment[dof]!;
    const mass = sums.massKg[segment]!;
    const o = 3 * dof;
    const ax = dofAxis[o]!;
    const ay = dofAxis[o + 1]!;
    const az = dofAxis[o + 2]!;
    // first moment of the subtree about the anchor
    const rx = sums.momentKgM[3 * segment]! - mass * dofAnchorM[o]!;
    const ry = sums.momentKgM[3 * segment + 1]! - mass * dofAnchorM[o + 1]!;
    const rz = sums.momentKgM[3 * segment + 2]! - mass * dofAnchorM[o + 2]!;
    const along =
      direction[0] * (ay * rz - az * ry) + direction[1] * (az * rx - ax * rz) + direction[2] * (ax * ry - ay * rx);
    row[dof] = row[dof]! + (factor * along) / total;
  }
}

/** The Jacobian of the centre of mass, (3, velocitySize) row by row. */
export function centreOfMassJacobian(body: Body, state: BodyState): Float64Array {
  const sums = createSubtreeMasses(body);
  sumSubtrees(body, state, sums);
  const jacobian = new Float64Array(3 * body.velocitySize);
  for (let k = 0; k < 3; k++) {
    const direction: Vec3 = [k === 0 ? 1 : 0, k === 1 ? 1 : 0, k === 2 ? 1 : 0];
    const row = jacobian.subarray(k * body.velocitySize, (k + 1) * body.velocitySize);
    addCentreOfMassJacobian(body, state, sums, direction, 1, row);
  }
  return jacobian;
}
