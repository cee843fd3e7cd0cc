import type { Vec3 } from '@sacra/geometry';
import type { Body } from './body.ts';
import type { BodyState } from './state.ts';

/*
 * A row is a linear function of the velocity: Float64Array of length velocitySize. These functions add
 * `factor · direction · ∂(…)/∂v` to a row, touching only the degrees of freedom that move the segment.
 */

/** Motion of a world point that is fixed to the segment, along `direction`. */
export function addPointJacobian(
  body: Body,
  state: BodyState,
  segment: number,
  pointM: Vec3,
  direction: Vec3,
  factor: number,
  row: Float64Array,
): void {
  const dofs = body.ancestorDofs[segment]!;
  const { dofAxis, dofAnchorM } = state;
  const dx = direction[0] * factor;
  const dy = direction[1] * factor;
  const dz = direction[2] * factor;
  row[0] = row[0]! + dx;
  row[1] = row[1]! + dy;
  row[2] = row[2]! + dz;
  // a turning axis moves the point by axis × (point − anchor)
  for (let i = 3; i < dofs.length; i++) {
    const dof = dofs[i]!;
    const o = 3 * dof;
    const ax = dofAxis[o]!;
    const ay = dofAxis[o + 1]!;
    const az = dofAxis[o + 2]!;
    const rx = pointM[0] - dofAnchorM[o]!;
    const ry = pointM[1] - dofAnchorM[o + 1]!;
    const rz = pointM[2] - dofAnchorM[o + 2]!;
    row[dof] = row[dof]! + dx * (ay * rz - az * ry) + dy * (az * rx - ax * rz) + dz * (ax * ry - ay * rx);
  }
}

/** Angular velocity of the segment (world) along `direction`. */
export function addRotationJacobian(
  body: Body,
  state: BodyState,
  segment: number,
  direction: Vec3,
  factor: number,
  row: Float64Array,
): void {
  const dofs = body.ancestorDofs[segment]!;
  const { dofAxis } = state;
  for (let i = 3; i < dofs.length; i++) {
    const dof = dofs[i]!;
    const o = 3 * dof;
    const along = direction[0] * dofAxis[o]! + direction[1] * dofAxis[o + 1]! + direction[2] * dofAxis[o + 2]!;
    row[dof] = row[dof]! + factor * along;
  }
}

const worldAxes: readonly Vec3[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** The three rows of a point's Jacobian, (3, velocitySize) row by row: the point's world velocity is J v. */
export function pointJacobian(body: Body, state: BodyState, segment: number, pointM: Vec3): Float64Array {
  const jacobian = new Float64Array(3 * body.velocitySize);
  for (const [k, axis] of worldAxes.entries()) {
    const row = jacobian.subarray(k * body.velocitySize, (k + 1) * body.velocitySize);
    addPointJacobian(body, state, segment, pointM, axis, 1, row);
  }
  return jacobian;
}

/** As `pointJacobian`, for the segment's angular velocity in the world. */
export function rotationJacobian(body: Body, state: BodyState, segment: number): Float64Array {
  const jacobian = new Float64Array(3 * body.velocitySize);
  for (const [k, axis] of worldAxes.entries()) {
    const row = jacobian.subarray(k * body.velocitySize, (k + 1) * body.velocitySize);
    addRotationJacobian(body, state, segment, axis, 1, row);
  }
  return jacobian;
}
