import { mirrorName, type Body, type BodyState } from '@sacra/body';
import { bindState } from './figure.ts';
import { enclosedVolume, type FigureMesh } from './mesh.ts';
import { clavicleMap, headMap } from './reshape/head-map.ts';
import { limbMaps } from './reshape/limb-map.ts';
import type { PointMap, TwoBodies } from './reshape/segment-map.ts';
import { trunkMap } from './reshape/trunk-map.ts';
import { areaNormals } from './vertex-normals.ts';

/** Fullness is bounded: beyond this limbs lose their shape, and the skin lies elsewhere than the body's landmarks. */
const LEAST_FULLNESS = -0.2;
const MOST_FULLNESS = 0.35;
const FULLNESS_STEPS = 4;

/**
 * The figure of another body: `mesh` was modelled on `from` (and dressed there), and the answer stands for `to`
 * in its own bind pose. Vertices, triangles and weights stay; each vertex is moved by the blend, with its skin weights, of maps
 * from segment to segment: lengths as the joints lie, girths as capsules and landmarks are, and soft flesh more or less until
 * the volume has changed as the mass has. Takes some milliseconds. The same body gives the same figure, and a symmetric one a
 * symmetric one, to the last bit.
 */
export function reshapeFigure(mesh: FigureMesh, from: Body, to: Body): FigureMesh {
  const { places, swells } = moveVertices(mesh, from, to);
  const skin = mesh.indices.subarray(0, mesh.skinIndexCount);
  const volume = (fullness: number): number => enclosedVolume(filled(places, swells, fullness), skin);
  const wanted = (enclosedVolume(mesh.positions, skin) * to.person.massKg) / from.person.massKg;
  const positions = filled(places, swells, fittingFullness(volume, wanted));
  return { ...mesh, positions, normals: carriedNormals(mesh, positions) };
}

interface MovedVertices {
  /** Where each vertex goes, and how much further with each unit of fullness; 3 a vertex, metres. */
  readonly places: Float64Array;
  readonly swells: Float64Array;
}

/** A segment's map with the frames that it starts from and ends in. Trunk segments share one map and the pelvis's place. */
interface PlacedMap {
  readonly map: PointMap;
  readonly isRight: boolean;
  readonly turnFrom: Float64Array;
  readonly turnTo: Float64Array;
  readonly placeFrom: Float64Array;
  readonly placeTo: Float64Array;
}

function moveVertices(mesh: FigureMesh, from: Body, to: Body): MovedVertices {
  const maps = placedMaps({ from, to });
  const { positions, boneIndices, boneWeights } = mesh;
  const places = new Float64Array(positions.length);
  const swells = new Float64Array(positions.length);
  const out = new Float64Array(6);
  for (let o = 0, b = 0; o < positions.length; o += 3, b += 4) {
    const x = positions[o]!;
    const y = positions[o + 1]!;
    const z = positions[o + 2]!;
    // what moves is added to where the vertex is: where nothing moves, nothing is rounded
    places[o] = x;
    places[o + 1] = y;
    places[o + 2] = z;
    for (let k = b; k < b + 4; k++) {
      const weight = boneWeights[k]!;
      if (weight === 0) continue;
      moveBy(maps[boneIndices[k]!]!, x, y, z, out);
      places[o]! += weight * (out[0]! - x);
      places[o + 1]! += weight * (out[1]! - y);
      places[o + 2]! += weight * (out[2]! - z);
      swells[o]! += weight * out[3]!;
      swells[o + 1]! += weight * out[4]!;
      swells[o + 2]! += weight * out[5]!;
    }
  }
  return { places, swells };
}

/** One segment's opinion on where a point of the bind pose goes: to its frame, through its map, and out of the other body's frame. */
function moveBy(placed: PlacedMap, x: number, yGiven: number, z: number, out: Float64Array): void {
  const r = placed.turnFrom;
  const s = placed.turnTo;
  const dx = x - placed.placeFrom[0]!;
  const dy = (placed.isRight ? -yGiven : yGiven) - placed.placeFrom[1]!;
  const dz = z - placed.placeFrom[2]!;
  placed.map(
    r[0]! * dx + r[3]! * dy + r[6]! * dz,
    r[1]! * dx + r[4]! * dy + r[7]! * dz,
    r[2]! * dx + r[5]! * dy + r[8]! * dz,
    out,
  );
  const a = out[0]!;
  const b = out[1]!;
  const c = out[2]!;
  const d = out[3]!;
  const e = out[4]!;
  const f = out[5]!;
  const { placeTo } = placed;
  out[0] = s[0]! * a + s[1]! * b + s[2]! * c + placeTo[0]!;
  out[1] = s[3]! * a + s[4]! * b + s[5]! * c + placeTo[1]!;
  out[2] = s[6]! * a + s[7]! * b + s[8]! * c + placeTo[2]!;
  out[3] = s[0]! * d + s[1]! * e + s[2]! * f;
  out[4] = s[3]! * d + s[4]! * e + s[5]! * f;
  out[5] = s[6]! * d + s[7]! * e + s[8]! * f;
  if (placed.isRight) {
    out[1] = -out[1];
    out[4] = -out[4];
  }
}

/** For each segment. Maps are made for the left and the middle; the right side goes through the left one's, mirrored. */
function placedMaps(bodies: TwoBodies): readonly PlacedMap[] {
  const { from, to } = bodies;
  const [bindFrom, bindTo] = [bindState(from), bindState(to)];
  const indexByName = new Map(from.segments.map(({ name }, index) => [name, index]));
  const limbs = limbMaps(bodies);
  const [trunk, head, clavicle] = [trunkMap(bodies), headMap(bodies), clavicleMap(bodies)];
  const mapOf = (plain: string): { map: PointMap; frameOf: string } => {
    const limb = limbs.get(plain);
    if (limb !== undefined) return { map: limb, frameOf: `${plain}.left` };
    if (plain === 'clavicle') return { map: clavicle, frameOf: 'clavicle.left' };
    return plain === 'head' ? { map: head, frameOf: 'head' } : { map: trunk, frameOf: 'pelvis' };
  };
  return from.segments.map(({ name, side }) => {
    const { map, frameOf } = mapOf(side === undefined ? name : name.slice(0, -side.length - 1));
    const frame = indexByName.get(frameOf)!;
    return {
      map,
      isRight: name !== mirrorName(name) && name.endsWith('.right'),
      turnFrom: turnOf(bindFrom, frame),
      turnTo: turnOf(bindTo, frame),
      placeFrom: bindFrom.positionM.slice(3 * frame, 3 * frame + 3),
      placeTo: bindTo.positionM.slice(3 * frame, 3 * frame + 3),
    };
  });
}

/** Segment → world as a matrix, row by row. */
function turnOf({ rotation }: BodyState, segment: number): Float64Array {
  const [w = 1, x = 0, y = 0, z = 0] = rotation.subarray(4 * segment, 4 * segment + 4);
  return Float64Array.of(
    1 - 2 * (y * y + z * z),
    2 * (x * y - w * z),
    2 * (x * z + w * y),
    2 * (x * y + w * z),
    1 - 2 * (x * x + z * z),
    2 * (y * z - w * x),
    2 * (x * z - w * y),
    2 * (y * z + w * x),
    1 - 2 * (x * x + y * y),
  );
}

const filled = (places: Float64Array, swells: Float64Array, fullness: number): Float32Array => {
  const positions = new Float32Array(places.length);
  for (let i = 0; i < places.length; i++) positions[i] = places[i]! + fullness * swells[i]!;
  return positions;
};

/** The fullness with which the figure has the wanted volume, by secant steps. 0 where it has it already. */
function fittingFullness(volume: (fullness: number) => number, wanted: number): number {
  const bounded = (fullness: number): number => Math.min(MOST_FULLNESS, Math.max(LEAST_FULLNESS, fullness));
  let [before, now] = [0, 0.05];
  let excessBefore = volume(before) - wanted;
  if (Math.abs(excessBefore) < 1e-6 * wanted) return 0;
  for (let step = 0; step < FULLNESS_STEPS; step++) {
    const excess = volume(now) - wanted;
    if (Math.abs(excess) < 1e-4 * wanted || excess === excessBefore) break;
    const next = bounded(now - (excess * (now - before)) / (excess - excessBefore));
    if (next === now) break;
    [before, excessBefore, now] = [now, excess, next];
  }
  return now;
}

/**
 * Normals turned as the triangles around them have turned: what the given normals know beyond their triangles is kept, and nothing
 * changes where the skin hasn't. The seam's normals stay in the plane of the mirror.
 */
function carriedNormals(mesh: FigureMesh, positions: Float32Array): Float32Array {
  const before = areaNormals(mesh.positions, mesh.indices);
  const after = areaNormals(positions, mesh.indices);
  const normals = new Float32Array(positions.length);
  for (let o = 0; o < positions.length; o += 3) {
    const scaleBefore = 1 / Math.sqrt(before[o]! ** 2 + before[o + 1]! ** 2 + before[o + 2]! ** 2);
    const scaleAfter = 1 / Math.sqrt(after[o]! ** 2 + after[o + 1]! ** 2 + after[o + 2]! ** 2);
    const x = mesh.normals[o]! + after[o]! * scaleAfter - before[o]! * scaleBefore;
    const isSeam = mesh.positions[o + 1] === 0;
    const y = isSeam ? 0 : mesh.normals[o + 1]! + after[o + 1]! * scaleAfter - before[o + 1]! * scaleBefore;
    const z = mesh.normals[o + 2]! + after[o + 2]! * scaleAfter - before[o + 2]! * scaleBefore;
    const scale = 1 / Math.sqrt(x * x + y * y + z * z);
    normals[o] = x * scale;
    normals[o + 1] = y * scale;
    normals[o + 2] = z * scale;
  }
  return normals;
}
