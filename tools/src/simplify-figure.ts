import type { HalfFigure } from '@sacra/figure';
import { MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer';

/** How much a turn of the normal counts beside a move of the surface; small, curved parts count more. */
const NORMAL_WEIGHT = 0.35;
/** Edges of clothes and the hairline, metres beside metres. */
const FIELD_WEIGHT = 4;
/** Fields are cut off at this distance from the edge: what lies farther need not be kept, and must not bend the edge. */
const FIELD_REACH_M = 0.016;
/** A little more than the cells of the fine mesh. */
const EDGE_REACH_M = 0.0055;
const ATTRIBUTES = 6;

/** Where a coarse mesh would be seen first: face and ears, fingers, toes. */
const fineSegments = /^(head|hand|fingers|fingertips|foot|toes)/;
const FINE_FACTOR = 1.7;

/**
 * The half figure with about `triangles` triangles: edges are collapsed (quadric error with attributes) where the surface, its
 * normals and the edges of clothes suffer least. Vertices keep their values, and stand in the order of first use.
 */
export async function simplifyFigure(
  half: HalfFigure,
  segmentNames: readonly string[],
  triangles: number,
): Promise<HalfFigure> {
  await Promise.all([MeshoptSimplifier.ready, MeshoptEncoder.ready]);
  const count = half.positions.length / 3;
  const fields = half.fields.map((field) => Math.max(-FIELD_REACH_M, Math.min(FIELD_REACH_M, field)));
  const attributes = new Float32Array(ATTRIBUTES * count);
  for (let v = 0; v < count; v++) {
    const fine = fineSegments.test(segmentNames[half.boneIndices[4 * v]!]!) ? FINE_FACTOR : 1;
    for (let a = 0; a < 3; a++) {
      attributes[ATTRIBUTES * v + a] = half.normals[3 * v + a]! * fine;
      attributes[ATTRIBUTES * v + 3 + a] = fields[3 * v + a]!;
    }
  }
  const weights = [NORMAL_WEIGHT, NORMAL_WEIGHT, NORMAL_WEIGHT, FIELD_WEIGHT, FIELD_WEIGHT, FIELD_WEIGHT];
  const [collapsed] = MeshoptSimplifier.simplifyWithAttributes(
    half.indices,
    half.positions,
    3,
    attributes,
    ATTRIBUTES,
    weights,
    verticesOfEdges(half.fields),
    3 * triangles,
    1,
  );
  return inOrderOfUse({ ...half, fields }, collapsed);
}

/** Marks the vertices on either side of an edge that can be seen: they stay, so that the edge stays as smooth as it was made. */
function verticesOfEdges(fields: Float32Array): Uint8Array {
  return Uint8Array.from({ length: fields.length / 3 }, (_, v) => {
    const [leggings, top, hair] = [fields[3 * v]!, fields[3 * v + 1]!, fields[3 * v + 2]!];
    // under the leggings the top may end as it likes
    const isEdge = [leggings, hair, leggings < EDGE_REACH_M ? top : EDGE_REACH_M];
    return isEdge.some((field) => Math.abs(field) < EDGE_REACH_M) ? 1 : 0;
  });
}

function inOrderOfUse(half: HalfFigure, indices: Uint32Array): HalfFigure {
  // reorderMesh sorts the triangles for locality (in place) and returns where each vertex goes
  const ordered = indices.slice();
  const [remap, kept] = MeshoptEncoder.reorderMesh(ordered, true, true);
  const gather = <T extends Float32Array | Uint8Array>(source: T, size: number, Store: new (n: number) => T): T => {
    const out = new Store(size * kept);
    remap.forEach((to, from) => {
      if (to < kept) for (let k = 0; k < size; k++) out[size * to + k] = source[size * from + k]!;
    });
    return out;
  };
  return {
    mirrorSegments: half.mirrorSegments,
    indices: ordered,
    positions: gather(half.positions, 3, Float32Array),
    normals: gather(half.normals, 3, Float32Array),
    fields: gather(half.fields, 3, Float32Array),
    boneIndices: gather(half.boneIndices, 4, Uint8Array),
    boneWeights: gather(half.boneWeights, 4, Float32Array),
  };
}
