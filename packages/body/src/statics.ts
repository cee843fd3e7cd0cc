import type { Body, Configuration } from './body.ts';
import { addCentreOfMassJacobian, createSubtreeMasses, sumSubtrees } from './centre-of-mass.ts';
import { createState, forwardKinematics } from './state.ts';

/** Standard gravity used throughout, m/s². */
export const gravityMS2 = 9.81;

/**
 * The generalised forces that hold the body still against gravity with nothing under it: the gradient of potential energy,
 * length velocitySize. Forces on the root in N (0…2) and N m (3…5, pelvis frame), joint torques in N m, positive in the
 * joint's positive direction.
 */
export function gravityTorques(body: Body, q: Configuration): Float64Array {
  const state = createState(body);
  forwardKinematics(body, q, state);
  const sums = createSubtreeMasses(body);
  sumSubtrees(body, state, sums);
  const torques = new Float64Array(body.velocitySize);
  addCentreOfMassJacobian(body, state, sums, [0, 0, 1], gravityMS2 * body.chain.totalMassKg, torques);
  return torques;
}
