import type { Body, BodyState } from '@sacra/body';
import { correctedBind } from './corrections.ts';
import type { FigureShape } from './mesh.ts';

/** Numbers in a unit dual quaternion: the rotation [w, x, y, z], then the dual part, half the translation times it. */
export const DUAL_QUATERNION_SIZE = 8;

/**
 * For each segment, the rigid motion from its place in the bind pose to its place in `state`, as a unit dual quaternion
 * (8 numbers a segment, written to `out`). Signs are chosen along the tree so that a child lies on its parent's
 * half of the sphere: blending neighbours then takes the short way round (Kavan et al. 2008, section 4.1).
 */
export function segmentDualQuaternions(body: Body, bindState: BodyState, state: BodyState, out: Float32Array): void {
  for (let s = 0; s < body.segments.length; s++) {
    const q = 4 * s;
    const p = 3 * s;
    const o = DUAL_QUATERNION_SIZE * s;

    // rotation: now · bind⁻¹
    const [aw, ax, ay, az] = [
      state.rotation[q]!,
      state.rotation[q + 1]!,
      state.rotation[q + 2]!,
      state.rotation[q + 3]!,
    ];
    const bw = bindState.rotation[q]!;
    const bx = -bindState.rotation[q + 1]!;
    const by = -bindState.rotation[q + 2]!;
    const bz = -bindState.rotation[q + 3]!;
    let w = aw * bw - ax * bx - ay * by - az * bz;
    let x = aw * bx + ax * bw + ay * bz - az * by;
    let y = aw * by - ax * bz + ay * bw + az * bx;
    let z = aw * bz + ax * by - ay * bx + az * bw;

    // the parent's half of the sphere; the root takes the half with w ≥ 0
    const parent = DUAL_QUATERNION_SIZE * body.segments[s]!.parent;
    const agreement =
      parent < 0 ? w : w * out[parent]! + x * out[parent + 1]! + y * out[parent + 2]! + z * out[parent + 3]!;
    if (agreement < 0) [w, x, y, z] = [-w, -x, -y, -z];

    // translation: now − rotation(bind)
    const px = bindState.positionM[p]!;
    const py = bindState.positionM[p + 1]!;
    const pz = bindState.positionM[p + 2]!;
    const ux = 2 * (y * pz - z * py);
    const uy = 2 * (z * px - x * pz);
    const uz = 2 * (x * py - y * px);
    const tx = state.positionM[p]! - (px + w * ux + y * uz - z * uy);
    const ty = state.positionM[p + 1]! - (py + w * uy + z * ux - x * uz);
    const tz = state.positionM[p + 2]! - (pz + w * uz + x * uy - y * ux);

    out[o] = w;
    out[o + 1] = x;
    out[o + 2] = y;
    out[o + 3] = z;
    out[o + 4] = -0.5 * (tx * x + ty * y + tz * z);
    out[o + 5] = 0.5 * (tx * w + ty * z - tz * y);
    out[o + 6] = 0.5 * (-tx * z + ty * w + tz * x);
    out[o + 7] = 0.5 * (tx * y - ty * x + tz * w);
  }
}

/**
 * Dual-quaternion linear blending of every vertex (Kavan et al. 2008), on the CPU: the twin of the stage's vertex shader,
 * used under the cards and in tests. Writes 3 numbers a vertex to each output. With `drivers` (`createDriverReader`) the figure's corrections
 * are applied first.
 */
export function skinVertices(
  mesh: FigureShape,
  dualQuaternions: Float32Array,
  outPositions: Float32Array,
  outNormals: Float32Array,
  drivers?: Float32Array,
): void {
  const { boneIndices, boneWeights, corrections } = mesh;
  const { positions, normals } = corrections && drivers ? correctedBind(mesh, corrections, drivers) : mesh;
  const blend = new Float64Array(DUAL_QUATERNION_SIZE);
  for (let v = 0; v < positions.length / 3; v++) {
    blendForVertex(boneIndices, boneWeights, dualQuaternions, v, blend);
    const [w, x, y, z] = [blend[0]!, blend[1]!, blend[2]!, blend[3]!];
    const o = 3 * v;

    const [px, py, pz] = moved(blend, positions[o]!, positions[o + 1]!, positions[o + 2]!);
    outPositions[o] = px;
    outPositions[o + 1] = py;
    outPositions[o + 2] = pz;

    const [nx, ny, nz] = [normals[o]!, normals[o + 1]!, normals[o + 2]!];
    const vx = 2 * (y * nz - z * ny);
    const vy = 2 * (z * nx - x * nz);
    const vz = 2 * (x * ny - y * nx);
    outNormals[o] = nx + w * vx + y * vz - z * vy;
    outNormals[o + 1] = ny + w * vy + z * vx - x * vz;
    outNormals[o + 2] = nz + w * vz + x * vy - y * vx;
  }
}

/** The normalised weighted sum of a vertex's four dual quaternions, each on the half of the sphere of the first. */
export function blendForVertex(
  boneIndices: Uint8Array,
  boneWeights: Float32Array,
  dualQuaternions: Float32Array,
  vertex: number,
  out: Float64Array,
): void {
  out.fill(0);
  const first = DUAL_QUATERNION_SIZE * boneIndices[4 * vertex]!;
  for (let k = 0; k < 4; k++) {
    let weight = boneWeights[4 * vertex + k]!;
    if (weight === 0) continue;
    const b = DUAL_QUATERNION_SIZE * boneIndices[4 * vertex + k]!;
    let agreement = 0;
    for (let c = 0; c < 4; c++) agreement += dualQuaternions[b + c]! * dualQuaternions[first + c]!;
    if (agreement < 0) weight = -weight;
    for (let c = 0; c < DUAL_QUATERNION_SIZE; c++) out[c] = out[c]! + weight * dualQuaternions[b + c]!;
  }
  const length = Math.hypot(out[0]!, out[1]!, out[2]!, out[3]!);
  for (let c = 0; c < DUAL_QUATERNION_SIZE; c++) out[c] = out[c]! / length;
}

export type Triple = [number, number, number];

/** A point carried along by a unit dual quaternion. */
export function moved(motion: Float64Array, px: number, py: number, pz: number): Triple {
  const [w, x, y, z] = [motion[0]!, motion[1]!, motion[2]!, motion[3]!];
  const [dw, dx, dy, dz] = [motion[4]!, motion[5]!, motion[6]!, motion[7]!];
  const [ux, uy, uz] = [2 * (y * pz - z * py), 2 * (z * px - x * pz), 2 * (x * py - y * px)];
  return [
    px + w * ux + y * uz - z * uy + 2 * (-dw * x + dx * w - dy * z + dz * y),
    py + w * uy + z * ux - x * uz + 2 * (-dw * y + dx * z + dy * w - dz * x),
    pz + w * uz + x * uy - y * ux + 2 * (-dw * z - dx * y + dy * x + dz * w),
  ];
}

/** A direction turned by the inverse of the rotation of a unit dual quaternion. */
export function turnedBack(motion: Float64Array, vx: number, vy: number, vz: number): Triple {
  const [w, x, y, z] = [motion[0]!, -motion[1]!, -motion[2]!, -motion[3]!];
  const [ux, uy, uz] = [2 * (y * vz - z * vy), 2 * (z * vx - x * vz), 2 * (x * vy - y * vx)];
  return [vx + w * ux + y * uz - z * uy, vy + w * uy + z * ux - x * uz, vz + w * uz + x * uy - y * ux];
}
