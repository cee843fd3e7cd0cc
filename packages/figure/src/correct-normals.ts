import { evenedOut } from './even-out.ts';
import type { HalfFigure } from './mesh.ts';
import type { SkinAround } from './posed-surface.ts';
import { blendForVertex, DUAL_QUATERNION_SIZE, moved, turnedBack, type Triple } from './skinning.ts';

/** Slopes are taken over so far to both sides: narrower than a fold, wider than what a mesh can show. Metres. */
const STENCIL_M = 0.003;
const EVENINGS = 2;

/**
 * How unit normals of the bind pose change (3 a vertex) so that skinned they stand on the surface that a posture's vertices were put
 * on. `motion` is that of the segments in the posture, which is symmetric.
 */
export function normalChanges(
  half: HalfFigure,
  shifts: Float64Array,
  share: Float64Array,
  motion: Float32Array,
  surface: SkinAround,
): Float64Array {
  const places = posedPositions(half, motion, shifts);
  const after = slopes(places, share, surface);
  const blend = new Float64Array(DUAL_QUATERNION_SIZE);
  const changes = new Float64Array(shifts.length);
  for (let v = 0; v < share.length; v++) {
    const o = 3 * v;
    if (share[v] === 0 || Math.hypot(after[o]!, after[o + 1]!, after[o + 2]!) === 0) continue;
    blendForVertex(half.boneIndices, half.boneWeights, motion, v, blend);
    const inBind = turnedBack(blend, after[o]!, after[o + 1]!, after[o + 2]!);
    for (let k = 0; k < 3; k++) changes[o + k] = share[v]! * (inBind[k]! - half.normals[o + k]!);
  }
  return evenedOut(changes, 3, half.indices, EVENINGS).map((change, i) =>
    i % 3 === 1 && half.positions[i] === 0 ? 0 : change,
  );
}

/** Unit slopes of the surfaces at the vertices that have a share. */
function slopes(places: Float32Array, share: Float64Array, surface: SkinAround): Float64Array {
  const found = new Float64Array(places.length);
  for (let v = 0; v < share.length; v++) {
    if (share[v] === 0) continue;
    const at: Triple = [places[3 * v]!, places[3 * v + 1]!, places[3 * v + 2]!];
    found.set(slopeAt(surface(at), at), 3 * v);
  }
  return found;
}

function slopeAt(distance: (x: number, y: number, z: number) => number, [x, y, z]: Triple): Triple {
  const e = STENCIL_M;
  const gx = distance(x + e, y, z) - distance(x - e, y, z);
  const gy = distance(x, y + e, z) - distance(x, y - e, z);
  const gz = distance(x, y, z + e) - distance(x, y, z - e);
  const length = Math.hypot(gx, gy, gz) || 1;
  return [gx / length, gy / length, gz / length];
}

/** Places of the half's vertices, shifted in the bind pose and then skinned. */
function posedPositions(half: HalfFigure, motion: Float32Array, shifts: Float64Array): Float32Array {
  const blend = new Float64Array(DUAL_QUATERNION_SIZE);
  const places = new Float32Array(half.positions.length);
  for (let o = 0; o < places.length; o += 3) {
    blendForVertex(half.boneIndices, half.boneWeights, motion, o / 3, blend);
    const at = (k: number): number => half.positions[o + k]! + shifts[o + k]!;
    places.set(moved(blend, at(0), at(1), at(2)), o);
  }
  return places;
}
