import { correctionShapes } from './correction-shapes.ts';
import type { Corrections } from './corrections.ts';
import type { StoredShape } from './mesh.ts';
import { octahedronFromNormal } from './octahedron.ts';
import { PlaneWriter } from './planes.ts';

/** First four bytes: "SFIG". */
export const FIGURE_MAGIC = 0x47494653;
export const FIGURE_VERSION = 5;
/** Magic, version, vertices, triangles; low and high corner of the bounds as 32-bit floats; number of segments; sides that are there, 1 or 2. */
export const FIGURE_HEADER_BYTES = 4 * 4 + 6 * 4 + 2;
export const POSITION_STEPS = 16383;
export const NORMAL_STEPS = 1023;
export const WEIGHT_STEPS = 255;
/** Corrections reach 127 of these. */
export const SHIFT_STEP_M = 0.00025;
export const TURN_STEP = 1 / 64;

/**
 * The half of a figure or of its hair as bytes, or all of hair whose sides differ; little-endian, made to compress well. Values are
 * rounded: positions to 1/16383 of the bounds, normals to a grid on the octahedron, weights to 1/255, corrections to 0.25 mm and 1/64 of
 * a unit normal. There may be at most 65535 vertices; it is smallest when they stand in the order in which the triangles first use them.
 */
export function encodeFigure(shape: StoredShape): Uint8Array {
  const count = shape.positions.length / 3;
  if (count > 65535) throw new Error(`A figure file holds at most 65535 vertices, not ${count}: simplify it first.`);
  const { low, high } = boundsOf(shape.positions);
  const writer = new PlaneWriter();

  const header = new DataView(new ArrayBuffer(FIGURE_HEADER_BYTES));
  [FIGURE_MAGIC, FIGURE_VERSION, count, shape.indices.length / 3].forEach((n, i) => header.setUint32(4 * i, n, true));
  [...low, ...high].forEach((value, i) => header.setFloat32(16 + 4 * i, value, true));
  header.setUint8(FIGURE_HEADER_BYTES - 2, shape.mirrorSegments.length);
  header.setUint8(FIGURE_HEADER_BYTES - 1, 'bothSides' in shape ? 2 : 1);
  writer.bytes(new Uint8Array(header.buffer));
  writer.bytes(shape.mirrorSegments);

  const column = (value: (vertex: number) => number): Int32Array =>
    Int32Array.from({ length: count }, (_, v) => value(v));
  for (let a = 0; a < 3; a++) {
    // as the reader will see them: the seam must come back at y = 0 exactly
    const from = Math.fround(low[a]!);
    const step = (Math.fround(high[a]!) - from) / POSITION_STEPS;
    writer.differences(column((v) => Math.round((shape.positions[3 * v + a]! - from) / step)));
  }
  for (let c = 0; c < 2; c++)
    writer.differences(
      column((v) => {
        const [x, y, z] = [shape.normals[3 * v]!, shape.normals[3 * v + 1]!, shape.normals[3 * v + 2]!];
        return Math.round(octahedronFromNormal(x, y, z)[c as 0 | 1] * NORMAL_STEPS);
      }),
    );
  const weights = wholeWeights(shape.boneWeights);
  for (let k = 0; k < 4; k++) writer.bytes(column((v) => shape.boneIndices[4 * v + k]!));
  for (let k = 0; k < 3; k++) writer.bytes(column((v) => weights[4 * v + k]!));
  writer.differences(belowHighest(shape.indices));
  writeCorrections(writer, shape.corrections);
  return writer.join();
}

/** A count a shape; then all entries by shape: vertices, shares, shifts along x, y, z, and turns, in steps. */
function writeCorrections(writer: PlaneWriter, corrections: Corrections | undefined): void {
  const entries = [...(corrections?.vertices.keys() ?? [])];
  const byShape = correctionShapes.map((_, shape) => entries.filter((e) => corrections!.shapes[e] === shape));
  writer.differences(byShape.map(({ length }) => length));
  const ordered = byShape.flat();
  writer.differences(ordered.map((e) => corrections!.vertices[e]!));
  writer.bytes(ordered.map((e) => corrections!.leftShares[e]!));
  const vectors = (of: Float32Array, step: number): void => {
    for (let k = 0; k < 3; k++) writer.smallDifferences(ordered.map((e) => clamped(Math.round(of[3 * e + k]! / step))));
  };
  if (corrections === undefined) return;
  vectors(corrections.shiftsM, SHIFT_STEP_M);
  vectors(corrections.turns, TURN_STEP);
}

const clamped = (steps: number): number => Math.max(-127, Math.min(127, steps));

/** Weights in 1/255 whose four sum to 255: what rounding leaves over goes to the largest. */
function wholeWeights(weights: Float32Array): Uint8Array {
  const whole = Uint8Array.from(weights, (weight) => Math.round(weight * WEIGHT_STEPS));
  for (let o = 0; o < whole.length; o += 4) {
    let largest = o;
    let sum = 0;
    for (let k = o; k < o + 4; k++) {
      sum += whole[k]!;
      if (whole[k]! > whole[largest]!) largest = k;
    }
    whole[largest] = whole[largest]! + WEIGHT_STEPS - sum;
  }
  return whole;
}

/** Each index as its distance below the next vertex not yet used: a new vertex is 0. */
function belowHighest(indices: Uint32Array): Int32Array {
  let next = 0;
  return Int32Array.from(indices, (index) => {
    const below = next - index;
    if (index >= next) next = index + 1;
    return below;
  });
}

function boundsOf(positions: Float32Array): { low: number[]; high: number[] } {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  positions.forEach((value, i) => {
    low[i % 3] = Math.min(low[i % 3]!, value);
    high[i % 3] = Math.max(high[i % 3]!, value);
  });
  return { low, high };
}
