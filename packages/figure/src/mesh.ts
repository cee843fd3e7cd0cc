import { SIDE_SHARES, type Corrections } from './corrections.ts';

/**
 * A bare figure, or the hair it can wear, in the bind pose: world of that pose, metres. `boneIndices` are indices into
 * `body.segments`; the four weights of a vertex sum to 1.
 */
export interface FigureShape {
  positions: Float32Array;
  normals: Float32Array;
  indices: Uint32Array;
  /** 4 a vertex. */
  boneIndices: Uint8Array;
  /** 4 a vertex. */
  boneWeights: Float32Array;
  /** What skinning alone gets wrong; hair has none. */
  corrections?: Corrections;
}

/**
 * A dressed figure (`dressFigure`). `fields` are signed distances along the skin to the edge of what covers the legs, the top and the
 * hair (inside positive), metres: the fragment shader thresholds them, so an edge is crisp at every size.
 */
export interface FigureMesh extends FigureShape {
  /** 3 a vertex: legs, top, hair. */
  fields: Float32Array;
  /** So many of the indices, the first ones, are the closed skin; those after them are hair worn over it. */
  skinIndexCount: number;
}

/**
 * The half of a symmetric figure with y ≥ 0. Vertices with y = 0 exactly lie on the seam and are shared with the other
 * half; `mirrorSegments[s]` is the segment that stands for `s` on the other side.
 */
export interface HalfFigure extends FigureShape {
  mirrorSegments: Uint8Array;
}

/** A shape whose two sides differ, such as hair that is parted at the side or a scarf: all of it. */
interface WholeShape extends FigureShape {
  mirrorSegments: Uint8Array;
  bothSides: true;
}

/** What is simplified, stored and sent of a figure or of hair. */
export type StoredShape = HalfFigure | WholeShape;

/** All of a stored shape: a half gets its mirror image. */
export const wholeOf = (stored: StoredShape): FigureShape => ('bothSides' in stored ? stored : mirrorHalf(stored));

/** Both halves of the figure: the given one first, then its mirror image without the vertices of the seam. */
export function mirrorHalf(half: HalfFigure): FigureShape {
  const count = half.positions.length / 3;
  const twinOf = new Uint32Array(count);
  let total = count;
  for (let v = 0; v < count; v++) twinOf[v] = half.positions[3 * v + 1] === 0 ? v : total++;

  const whole: FigureShape = {
    positions: new Float32Array(total * 3),
    normals: new Float32Array(total * 3),
    indices: new Uint32Array(half.indices.length * 2),
    boneIndices: new Uint8Array(total * 4),
    boneWeights: new Float32Array(total * 4),
  };
  whole.positions.set(half.positions);
  whole.normals.set(half.normals);
  whole.boneIndices.set(half.boneIndices);
  whole.boneWeights.set(half.boneWeights);
  for (let v = 0; v < count; v++) {
    const twin = twinOf[v]!;
    if (twin === v) continue;
    for (let a = 0; a < 3; a++) {
      const sign = a === 1 ? -1 : 1;
      whole.positions[3 * twin + a] = sign * half.positions[3 * v + a]!;
      whole.normals[3 * twin + a] = sign * half.normals[3 * v + a]!;
    }
    for (let k = 0; k < 4; k++) {
      whole.boneIndices[4 * twin + k] = half.mirrorSegments[half.boneIndices[4 * v + k]!] as number;
      whole.boneWeights[4 * twin + k] = half.boneWeights[4 * v + k]!;
    }
  }
  if (half.corrections) whole.corrections = mirrorCorrections(half.corrections, twinOf);
  whole.indices.set(half.indices);
  for (let t = 0; t < half.indices.length; t += 3) {
    const o = half.indices.length + t;
    whole.indices[o] = twinOf[half.indices[t]!] as number;
    whole.indices[o + 1] = twinOf[half.indices[t + 2]!] as number;
    whole.indices[o + 2] = twinOf[half.indices[t + 1]!] as number;
  }
  return whole;
}

/** Corrections of both halves: those given, then those of the twins, who hear the other side. */
function mirrorCorrections(
  { vertices, shapes, leftShares, shiftsM, turns }: Corrections,
  twinOf: Uint32Array,
): Corrections {
  const mirrored = vertices.map((_, entry) => entry).filter((entry) => twinOf[vertices[entry]!] !== vertices[entry]);
  const withTwins = (vectors: Float32Array): Float32Array =>
    Float32Array.from([
      ...vectors,
      ...[...mirrored].flatMap((e) => [vectors[3 * e]!, -vectors[3 * e + 1]!, vectors[3 * e + 2]!]),
    ]);
  return {
    vertices: Uint32Array.of(...vertices, ...mirrored.map((entry) => twinOf[vertices[entry]!]!)),
    shapes: Uint8Array.of(...shapes, ...mirrored.map((entry) => shapes[entry]!)),
    leftShares: Uint8Array.of(...leftShares, ...mirrored.map((entry) => SIDE_SHARES - leftShares[entry]!)),
    shiftsM: withTwins(shiftsM),
    turns: withTwins(turns),
  };
}

/** Volume enclosed by a closed mesh, m³ (divergence theorem over its triangles). */
export function enclosedVolume(positions: Float32Array, indices: Uint32Array): number {
  let six = 0;
  for (let t = 0; t < indices.length; t += 3) {
    const a = 3 * indices[t]!;
    const b = 3 * indices[t + 1]!;
    const c = 3 * indices[t + 2]!;
    const bx = positions[b]!;
    const by = positions[b + 1]!;
    const bz = positions[b + 2]!;
    const cx = positions[c]!;
    const cy = positions[c + 1]!;
    const cz = positions[c + 2]!;
    six +=
      positions[a]! * (by * cz - bz * cy) +
      positions[a + 1]! * (bz * cx - bx * cz) +
      positions[a + 2]! * (bx * cy - by * cx);
  }
  return six / 6;
}
