import type { FigureShape, StoredShape } from '@sacra/figure';
import { MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer';

/** How much a turn of the normal counts beside a move of the surface; small, curved parts count more. */
const NORMAL_WEIGHT = 0.35;
/** Distances to lines drawn on the surface count this much, metres beside metres, as near to the line as this. */
const LINE_WEIGHT = 3;
const LINE_REACH_M = 0.012;

/** Where a coarse mesh would be seen first: face and ears, fingers, toes. */
const fineSegments = /^(head|hand|fingers|fingertips|foot|toes)/;
const FINE_FACTOR = 1.7;

/**
 * The half of a figure, or hair, with about `triangles` triangles: edges are collapsed (quadric error with attributes) where the surface, its
 * normals and the `lines` drawn on it (each a signed distance a vertex, metres) suffer least. Vertices keep their values, and stand in the order of first use. Where an open rim meets the seam nothing moves.
 */
export async function simplifyFigure<Shape extends StoredShape>(
  half: Shape,
  segmentNames: readonly string[],
  triangles: number,
  lines: readonly Float32Array[] = [],
): Promise<Shape> {
  await Promise.all([MeshoptSimplifier.ready, MeshoptEncoder.ready]);
  const count = half.positions.length / 3;
  const size = 3 + lines.length;
  const attributes = new Float32Array(size * count);
  for (let v = 0; v < count; v++) {
    const fine = fineSegments.test(segmentNames[half.boneIndices[4 * v]!]!) ? FINE_FACTOR : 1;
    for (let a = 0; a < 3; a++) attributes[size * v + a] = half.normals[3 * v + a]! * fine;
    lines.forEach((line, i) => {
      attributes[size * v + 3 + i] = Math.max(-LINE_REACH_M, Math.min(LINE_REACH_M, line[v]!));
    });
  }
  const [collapsed] = MeshoptSimplifier.simplifyWithAttributes(
    half.indices,
    half.positions,
    3,
    attributes,
    size,
    [NORMAL_WEIGHT, NORMAL_WEIGHT, NORMAL_WEIGHT, ...lines.map(() => LINE_WEIGHT)],
    endsOfRim(half),
    3 * triangles,
    1,
    // long thin triangles buckle where skin folds
    ['RegularizeLight'],
  );
  return inOrderOfUse(half, collapsed);
}

/** Marks the vertices of the seam from which another rim sets out: moved along that rim they would open the seam. */
function endsOfRim({ positions, indices }: FigureShape): Uint8Array {
  const count = positions.length / 3;
  const open = new Map<number, readonly [number, number]>();
  for (let t = 0; t < indices.length; t += 3)
    for (let c = 0; c < 3; c++) {
      const [a, b] = [indices[t + c]!, indices[t + ((c + 1) % 3)]!];
      if (!open.delete(b * count + a)) open.set(a * count + b, [a, b]);
    }
  const ends = new Uint8Array(count);
  const isSeam = (v: number): boolean => positions[3 * v + 1] === 0;
  for (const [a, b] of open.values()) if (isSeam(a) !== isSeam(b)) ends[isSeam(a) ? a : b] = 1;
  return ends;
}

function inOrderOfUse<Shape extends StoredShape>(half: Shape, indices: Uint32Array): Shape {
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
    ...half,
    indices: ordered,
    positions: gather(half.positions, 3, Float32Array),
    normals: gather(half.normals, 3, Float32Array),
    boneIndices: gather(half.boneIndices, 4, Uint8Array),
    boneWeights: gather(half.boneWeights, 4, Float32Array),
  };
}
