import type { Camera } from './camera.ts';
import { frameCamera, projectPoint } from './camera.ts';
import type { TriangleMesh } from './rasterise.ts';
import { rasterise } from './rasterise.ts';

type Triple = readonly [number, number, number];

/** A direction given in the camera's axes (right, up, towards the viewer) in the world, unit length. */
export function fromCameraAxes(camera: Camera, [right, up, towards]: Triple): Triple {
  const direction = [0, 1, 2].map(
    (k) => right * camera.rightInWorld[k]! + up * camera.upInWorld[k]! - towards * camera.forwardInWorld[k]!,
  ) as [number, number, number];
  const length = Math.hypot(...direction);
  return [direction[0] / length, direction[1] / length, direction[2] / length];
}

/** How far the lamp stands away: far enough for its rays to be parallel. */
const LAMP_DISTANCE_M = 40;
/** Resolution of the shadow picture over the whole scene. */
const SHADOW_MAP_PX = 640;
/** Vertices are tried this far out along their normals, lest a surface that the light grazes shadows itself. */
const SHADOW_LIFT_M = 0.015;
/** Behind the lit surface by less than this is lit, by more than twice this is in its shadow. */
const SHADOW_DEPTH_M = 0.01;

/** A mesh with unit normals, three numbers a vertex. */
export interface LitMesh extends TriangleMesh {
  readonly normals: Float32Array;
}

/** How much of the lamp in direction `towardsLamp` each vertex sees past the others: 1 all, 0 none of it. */
export function litVertices(meshes: readonly LitMesh[], towardsLamp: Triple): Float32Array[] {
  const lamp = frameCamera(
    {
      azimuthRad: Math.atan2(towardsLamp[1], towardsLamp[0]),
      elevationRad: Math.asin(Math.min(1, Math.max(-1, towardsLamp[2]))),
    },
    meshes.map((mesh) => mesh.positions),
    {
      widthPx: SHADOW_MAP_PX,
      heightPx: SHADOW_MAP_PX,
      marginPx: 2,
      distanceM: LAMP_DISTANCE_M,
      maximumPxPerM: Infinity,
    },
  );
  const seen = rasterise(meshes, lamp);
  return meshes.map(({ positions, normals }) =>
    Float32Array.from({ length: positions.length / 3 }, (_, vertex) => {
      const lifted = (k: number): number => positions[vertex * 3 + k]! + SHADOW_LIFT_M * normals[vertex * 3 + k]!;
      const { xPx, yPx, depthM } = projectPoint(lamp, lifted(0), lifted(1), lifted(2));
      const inside = (px: number): number => Math.min(SHADOW_MAP_PX - 1, Math.max(0, Math.floor(px)));
      const behindM = depthM - seen.depthM[inside(yPx) * SHADOW_MAP_PX + inside(xPx)]!;
      return Math.min(1, Math.max(0, 2 - behindM / SHADOW_DEPTH_M));
    }),
  );
}

/** Cosine between each vertex normal and the direction to the lamp, −1 to 1. */
export function facingLamp(normals: Float32Array, towardsLamp: Triple): Float32Array {
  return Float32Array.from(
    { length: normals.length / 3 },
    (_, v) =>
      normals[v * 3]! * towardsLamp[0] + normals[v * 3 + 1]! * towardsLamp[1] + normals[v * 3 + 2]! * towardsLamp[2],
  );
}

/**
 * Evens out values over a surface so that what varies within about `reachM` is gone: each round mixes a vertex half and half with
 * the mean of its neighbours, which spreads a value by half an edge's length (standard deviation), and rounds add up in squares.
 */
export function spreadOverSurface(mesh: TriangleMesh, values: Float32Array, reachM: number): Float32Array {
  const { positions, indices } = mesh;
  const rounds = Math.ceil((2 * reachM) ** 2 / meanSquaredEdge(positions, indices));
  let current = values;
  const sums = new Float64Array(values.length);
  const counts = new Uint32Array(values.length);
  for (let t = 0; t < indices.length; t++) counts[indices[t]!]! += 2;
  for (let round = 0; round < rounds; round++) {
    sums.fill(0);
    for (let t = 0; t + 2 < indices.length; t += 3) {
      const a = indices[t]!;
      const b = indices[t + 1]!;
      const c = indices[t + 2]!;
      sums[a]! += current[b]! + current[c]!;
      sums[b]! += current[c]! + current[a]!;
      sums[c]! += current[a]! + current[b]!;
    }
    const next = new Float32Array(current.length);
    for (let v = 0; v < current.length; v++) {
      next[v] = counts[v]! > 0 ? (current[v]! + sums[v]! / counts[v]!) / 2 : current[v]!;
    }
    current = next;
  }
  return current;
}

function meanSquaredEdge(positions: Float32Array, indices: Uint32Array): number {
  let sum = 0;
  for (let t = 0; t + 2 < indices.length; t += 3) {
    const a = indices[t]! * 3;
    const b = indices[t + 1]! * 3;
    for (let k = 0; k < 3; k++) sum += (positions[a + k]! - positions[b + k]!) ** 2;
  }
  return sum / Math.max(1, indices.length / 3);
}
