import { correctionShapes } from './correction-shapes.ts';
import { CORRECTIONS_A_VERTEX, SIDE_SHARES, type Corrections } from './corrections.ts';
import {
  FIGURE_HEADER_BYTES,
  FIGURE_MAGIC,
  FIGURE_VERSION,
  NORMAL_STEPS,
  POSITION_STEPS,
  SHIFT_STEP_M,
  TURN_STEP,
  WEIGHT_STEPS,
} from './encode.ts';
import { wholeOf, type FigureShape, type HalfFigure } from './mesh.ts';
import { normalFromOctahedron } from './octahedron.ts';
import { PlaneReader } from './planes.ts';

export type FigureFileError =
  | { readonly type: 'not-a-figure' }
  | { readonly type: 'unknown-version'; readonly version: number }
  | { readonly type: 'wrong-length'; readonly expected: number; readonly found: number }
  | { readonly type: 'index-out-of-range' };

/** The whole figure, or the whole hair, from the bytes of `encodeFigure`. */
export function decodeFigure(
  bytes: Uint8Array,
): { readonly ok: true; readonly value: FigureShape } | { readonly ok: false; readonly error: FigureFileError } {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < FIGURE_HEADER_BYTES || header.getUint32(0, true) !== FIGURE_MAGIC)
    return { ok: false, error: { type: 'not-a-figure' } };
  const version = header.getUint32(4, true);
  if (version !== FIGURE_VERSION) return { ok: false, error: { type: 'unknown-version', version } };
  const count = header.getUint32(8, true);
  const indexCount = 3 * header.getUint32(12, true);
  const segmentCount = header.getUint8(FIGURE_HEADER_BYTES - 2);
  const hasBothSides = header.getUint8(FIGURE_HEADER_BYTES - 1) === 2;
  const shapeStart = FIGURE_HEADER_BYTES + segmentCount + 17 * count + 2 * indexCount;
  const shapeBytes = 2 * correctionShapes.length;
  if (bytes.length < shapeStart + shapeBytes)
    return { ok: false, error: { type: 'wrong-length', expected: shapeStart + shapeBytes, found: bytes.length } };
  const shapeCounts = new PlaneReader(bytes, shapeStart).differences(correctionShapes.length);
  const expected = shapeStart + shapeBytes + 9 * shapeCounts.reduce((sum, entries) => sum + entries, 0);
  if (bytes.length !== expected) return { ok: false, error: { type: 'wrong-length', expected, found: bytes.length } };

  const reader = new PlaneReader(bytes, FIGURE_HEADER_BYTES);
  const mirrorSegments = reader.bytes(segmentCount).slice();
  const corner = (i: number): number => header.getFloat32(16 + 4 * i, true);
  const stored: HalfFigure = {
    mirrorSegments,
    positions: readPositions(reader, count, [corner(0), corner(1), corner(2)], [corner(3), corner(4), corner(5)]),
    normals: readNormals(reader, count),
    boneIndices: interleaved(4, count, () => reader.bytes(count), Uint8Array),
    boneWeights: readWeights(reader, count),
    indices: readIndices(reader, indexCount),
  };
  const corrections = readCorrections(new PlaneReader(bytes, shapeStart + shapeBytes), shapeCounts);
  if (!areCorrectionsOf(corrections, count)) return { ok: false, error: { type: 'index-out-of-range' } };
  if (corrections.vertices.length > 0) stored.corrections = corrections;
  if (stored.indices.some((index) => index >= count) || stored.boneIndices.some((bone) => bone >= segmentCount))
    return { ok: false, error: { type: 'index-out-of-range' } };
  return { ok: true, value: wholeOf(hasBothSides ? { ...stored, bothSides: true } : stored) };
}

type Corner = readonly [number, number, number];

function readPositions(reader: PlaneReader, count: number, low: Corner, high: Corner): Float32Array {
  const steps = interleaved(3, count, () => reader.differences(count), Float32Array);
  return steps.map((value, i) => {
    const a = (i % 3) as 0 | 1 | 2;
    return low[a] + (value * (high[a] - low[a])) / POSITION_STEPS;
  });
}

function readNormals(reader: PlaneReader, count: number): Float32Array {
  const us = reader.differences(count, true);
  const vs = reader.differences(count, true);
  const normals = new Float32Array(3 * count);
  for (let v = 0; v < count; v++)
    normals.set(normalFromOctahedron(us[v]! / NORMAL_STEPS, vs[v]! / NORMAL_STEPS), 3 * v);
  return normals;
}

function readCorrections(reader: PlaneReader, counts: Int32Array): Corrections {
  const total = counts.reduce((sum, entries) => sum + entries, 0);
  const vectors = (step: number): Float32Array =>
    interleaved(3, total, () => reader.smallDifferences(total), Float32Array).map((steps) => steps * step);
  return {
    shapes: Uint8Array.from([...counts].flatMap((entries, shape) => Array<number>(entries).fill(shape))),
    vertices: Uint32Array.from(reader.differences(total)),
    leftShares: reader.bytes(total).slice(),
    shiftsM: vectors(SHIFT_STEP_M),
    turns: vectors(TURN_STEP),
  };
}

function areCorrectionsOf({ vertices, leftShares }: Corrections, count: number): boolean {
  const perVertex = new Uint16Array(count);
  for (const v of vertices) if (v >= count || ++perVertex[v]! > CORRECTIONS_A_VERTEX) return false;
  return leftShares.every((share) => share <= SIDE_SHARES);
}

/** The fourth weight is what the three written ones leave of the whole. */
function readWeights(reader: PlaneReader, count: number): Float32Array {
  const weights = new Float32Array(4 * count);
  const rest = new Int32Array(count).fill(WEIGHT_STEPS);
  for (let k = 0; k < 3; k++) {
    reader.bytes(count).forEach((weight, v) => {
      weights[4 * v + k] = weight / WEIGHT_STEPS;
      rest[v] = rest[v]! - weight;
    });
  }
  rest.forEach((weight, v) => (weights[4 * v + 3] = weight / WEIGHT_STEPS));
  return weights;
}

function readIndices(reader: PlaneReader, indexCount: number): Uint32Array {
  let next = 0;
  return Uint32Array.from(reader.differences(indexCount, true), (below) => {
    const index = next - below;
    if (index >= next) next = index + 1;
    return index;
  });
}

/** Columns of one value a vertex, read one after the other, as one array with the vertices in a row. */
function interleaved<T extends Uint8Array | Float32Array>(
  columns: number,
  count: number,
  read: () => ArrayLike<number>,
  Store: new (length: number) => T,
): T {
  const values = new Store(columns * count);
  for (let c = 0; c < columns; c++) {
    const column = read();
    for (let v = 0; v < count; v++) values[columns * v + c] = column[v]!;
  }
  return values;
}
