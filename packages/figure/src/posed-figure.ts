import { createState, forwardKinematics, type Body, type BodyState, type Configuration } from '@sacra/body';
import { CORRECTION_DRIVERS, createDriverReader } from './corrections.ts';
import { limbOfVertices } from './limbs.ts';
import type { FigureMesh } from './mesh.ts';
import { posedStrokes } from './painted-face.ts';
import { createPressing, pressFlesh, PRESSING_SIZE } from './pressing.ts';
import type { PosedFigure } from './scene.ts';
import { DUAL_QUATERNION_SIZE, segmentDualQuaternions, skinVertices } from './skinning.ts';

/** Skins the figure of a body into a configuration. `bind` is the state in which `mesh` was modelled (`bindState(body)`). */
export function poseFigure(body: Body, mesh: FigureMesh, bind: BodyState, q: Configuration): PosedFigure {
  const state = createState(body);
  forwardKinematics(body, q, state);
  const dualQuaternions = new Float32Array(body.segments.length * DUAL_QUATERNION_SIZE);
  segmentDualQuaternions(body, bind, state, dualQuaternions);
  const positions = new Float32Array(mesh.positions.length);
  const normals = new Float32Array(mesh.normals.length);
  const drivers = new Float32Array(CORRECTION_DRIVERS);
  createDriverReader(body)(q, drivers);
  skinVertices(mesh, dualQuaternions, positions, normals, drivers);
  const pressing = new Float32Array(PRESSING_SIZE);
  createPressing(body)(state, pressing);
  pressFlesh(body, mesh, pressing, positions, normals);
  const segmentNames = body.segments.map(({ name }) => name);
  return {
    mesh,
    positions,
    normals,
    limbs: limbOfVertices(mesh.boneIndices, mesh.boneWeights, segmentNames),
    face: posedStrokes(body, bind, mesh, positions),
  };
}
