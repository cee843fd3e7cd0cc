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
  const inside = (px: number): number => Math.min(SHADOW_MAP_PX - 1, Math.max(0, Math.floor(px)));
  return meshes.map(({ positions, normals }) => {
    const lit = new Float32Array(positions.length / 3);
    for (let v = 0; v < lit.length; v++) {
      const x = positions[v * 3]! + SHADOW_LIFT_M * normals[v * 3]!;
      const y = positions[v * 3 + 1]! + SHADOW_LIFT_M * normals[v * 3 + 1]!;
      const z = positions[v * 3 + 2]! + SHADOW_LIFT_M * normals[v * 3 + 2]!;
      const { xPx, yPx, depthM } = projectPoint(lamp, x, y, z);
      const behindM = depthM - seen.depthM[inside(yPx) * SHADOW_MAP_PX + inside(xPx)]!;
      lit[v] = Math.min(1, Math.max(0, 2 - behindM / SHADOW_DEPTH_M));
    }
    return lit;
  });
}

/** Cosine between each vertex normal and the direction to the lamp, −1 to 1. */
export function facingLamp(normals: Float32Array, towardsLamp: Triple): Float32Array {
  const [x, y, z] = towardsLamp;
  const cosines = new Float32Array(normals.length / 3);
  for (let v = 0; v < cosines.length; v++) {
    cosines[v] = normals[v * 3]! * x + normals[v * 3 + 1]! * y + normals[v * 3 + 2]! * z;
  }
  return cosines;
}

/** More would make a value swing to and fro between neighbours. */
const MIXING = 0.8;

/**
 * Evens out values over a surface so that what varies within about `reachM` is gone: each round takes a vertex `MIXING` of the way to
 * the mean of its neighbours, which spreads a value by √(MIXING / 2) of an edge's length (standard deviation), and rounds add up
 * in squares.
 */
export function spreadOverSurface(mesh: TriangleMesh, values: Float32Array, reachM: number): Float32Array {
  const { positions, indices } = mesh;
  const rounds = Math.ceil((2 * reachM ** 2) / (MIXING * meanSquaredEdge(positions, indices)));
  const { from, beside } = neighboursOf(indices, values.length);
  let current = values.slice();
  let next = new Float32Array(values.length);
  for (let round = 0; round < rounds; round++) {
    for (let v = 0; v < current.length; v++) {
      const first = from[v]!;
      const end = from[v + 1]!;
      let sum = 0;
      for (let i = first; i < end; i++) sum += current[beside[i]!]!;
      next[v] = end > first ? (1 - MIXING) * current[v]! + (MIXING * sum) / (end - first) : current[v]!;
    }
    [current, next] = [next, current];
  }
  return current;
}

interface Neighbours {
  /** Where the neighbours of each vertex begin in `beside`, and where the last one's end. */
  readonly from: Uint32Array;
  readonly beside: Uint32Array;
}

/** The same mesh is posed again and again. */
const knownNeighbours = new WeakMap<Uint32Array, Neighbours>();

/** The corner that follows a vertex in each triangle around it: on a closed surface every neighbour once. */
function neighboursOf(indices: Uint32Array, vertices: number): Neighbours {
  const known = knownNeighbours.get(indices);
  if (known?.from.length === vertices + 1) return known;
  const from = new Uint32Array(vertices + 1);
  for (let t = 0; t < indices.length; t++) from[indices[t]! + 1]! += 1;
  for (let v = 0; v < vertices; v++) from[v + 1]! += from[v]!;
  const filled = from.slice();
  const beside = new Uint32Array(indices.length);
  for (let t = 0; t + 2 < indices.length; t += 3) {
    for (let k = 0; k < 3; k++) {
      beside[filled[indices[t + k]!]!++] = indices[t + ((k + 1) % 3)]!;
    }
  }
  const found = { from, beside };
  knownNeighbours.set(indices, found);
  return found;
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
