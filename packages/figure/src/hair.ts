import { segmentByName, type Body } from '@sacra/body';
import { fieldDistance, partsNear, placeParts, type PlacedPart } from './field.ts';
import { figureParts } from './figure-parts.ts';
import { bindState } from './figure.ts';
import { hairParts } from './hair-parts.ts';
import type { HalfFigure } from './mesh.ts';
import { surfaceNets } from './nets.ts';
import type { MeshedHairStyle } from './outfit.ts';
import { projectToSurface } from './project.ts';
import { proportionsOf } from './proportions.ts';
import type { SkinWeights } from './weights.ts';

/** Hair deeper under the skin than this is not seen, and is left out. */
const HIDDEN_M = 0.003;

/**
 * The half of a way to wear hair, y ≥ 0, from cells of `cellM` metres: only what shows, so that its rim lies open under the skin. Hair
 * moves with the head; a scarf moves as the nearest of `skin` does (`buildHalfFigure` of the same body).
 */
export function buildHalfHair(body: Body, style: MeshedHairStyle, skin: HalfFigure, cellM: number): HalfFigure {
  const bind = bindState(body);
  const proportions = proportionsOf(body, 1);
  const placed = placeParts(hairParts(proportions, style, bind), bind);
  const whole = surfaceNets(placed, cellM);
  const normals = projectToSurface(placed, whole.positions, cellM);
  const bare = placeParts(figureParts(proportions), bind);
  const { positions, ...shown } = shownOnly(bare, whole.positions, normals, whole.indices);
  const weights =
    style === 'scarf' ? weightsOfNearest(positions, skin) : rigid(positions.length / 3, segmentByName(body, 'head'));
  return { positions, ...shown, ...weights, mirrorSegments: skin.mirrorSegments };
}

/** Closes the open rim of a half of hair with a fan to a point inside the head, so that it encloses a solid. */
export function closeRim(body: Body, half: HalfFigure): HalfFigure {
  const count = half.positions.length / 3;
  const edges = new Map<number, readonly [number, number]>();
  for (let t = 0; t < half.indices.length; t += 3)
    for (let c = 0; c < 3; c++) {
      const [a, b] = [half.indices[t + c]!, half.indices[t + ((c + 1) % 3)]!];
      if (!edges.delete(b * count + a)) edges.set(a * count + b, [a, b]);
    }
  const onSeam = (v: number): boolean => half.positions[3 * v + 1] === 0;
  const rim = [...edges.values()].filter(([a, b]) => !onSeam(a) || !onSeam(b));
  const head = segmentByName(body, 'head');
  const [x = 0, y = 0, z = 0] = bindState(body).positionM.subarray(3 * head, 3 * head + 3);
  return {
    mirrorSegments: half.mirrorSegments,
    positions: Float32Array.of(...half.positions, x, y, z),
    normals: Float32Array.of(...half.normals, 1, 0, 0),
    indices: Uint32Array.of(...half.indices, ...rim.flatMap(([a, b]) => [b, a, count])),
    boneIndices: Uint8Array.of(...half.boneIndices, head, head, head, head),
    boneWeights: Float32Array.of(...half.boneWeights, 1, 0, 0, 0),
  };
}

/** Leaves out the triangles under the skin, and the vertices that none of the others use. */
function shownOnly(
  bare: readonly PlacedPart[],
  positions: Float32Array,
  normals: Float32Array,
  indices: Uint32Array,
): Pick<HalfFigure, 'positions' | 'normals' | 'indices'> {
  const isHidden = Array.from({ length: positions.length / 3 }, (_, v) => {
    const [x, y, z] = [positions[3 * v]!, positions[3 * v + 1]!, positions[3 * v + 2]!];
    return fieldDistance(partsNear(bare, x, y, z, 0.01), x, y, z) < -HIDDEN_M;
  });
  const newIndex = new Int32Array(isHidden.length).fill(-1);
  const kept: number[] = [];
  const shown: number[] = [];
  for (let t = 0; t < indices.length; t += 3) {
    const corners = [...indices.subarray(t, t + 3)];
    if (corners.every((v) => isHidden[v])) continue;
    for (const v of corners) {
      if (newIndex[v]! < 0) newIndex[v] = kept.push(v) - 1;
      shown.push(newIndex[v]!);
    }
  }
  const gather = (source: Float32Array): Float32Array =>
    Float32Array.from({ length: 3 * kept.length }, (_, i) => source[3 * kept[Math.floor(i / 3)]! + (i % 3)]!);
  return { positions: gather(positions), normals: gather(normals), indices: Uint32Array.from(shown) };
}

function rigid(count: number, segment: number): SkinWeights {
  return {
    boneIndices: new Uint8Array(4 * count).fill(segment),
    boneWeights: Float32Array.from({ length: 4 * count }, (_, i) => (i % 4 === 0 ? 1 : 0)),
  };
}

/** Skin within about this distance has a say in how cloth over it moves. */
const NEAR_M = 0.022;

/** Weights of the skin around each point, the nearest with the most say. */
function weightsOfNearest(points: Float32Array, skin: HalfFigure): SkinWeights {
  const count = points.length / 3;
  const boneIndices = new Uint8Array(4 * count);
  const boneWeights = new Float32Array(4 * count);
  const lowestM = points.reduce((least, value, i) => (i % 3 === 2 ? Math.min(least, value) : least), Infinity);
  const near = Int32Array.from({ length: skin.positions.length / 3 }, (_, s) => s).filter(
    (s) => skin.positions[3 * s + 2]! > lowestM - NEAR_M,
  );
  const squares = new Float64Array(near.length);
  for (let v = 0; v < count; v++) {
    const shares = new Map<number, number>();
    const [x, y, z] = [points[3 * v]!, points[3 * v + 1]!, points[3 * v + 2]!];
    let least = Infinity;
    near.forEach((s, i) => {
      const dx = x - skin.positions[3 * s]!;
      const dy = y - skin.positions[3 * s + 1]!;
      const dz = z - skin.positions[3 * s + 2]!;
      squares[i] = dx * dx + dy * dy + dz * dz;
      least = Math.min(least, squares[i]!);
    });
    for (let i = 0; i < near.length; i++) {
      const s = near[i]!;
      const say = Math.exp(-(squares[i]! - least) / NEAR_M ** 2);
      if (say < 0.01) continue;
      for (let k = 4 * s; k < 4 * s + 4; k++) {
        const bone = skin.boneIndices[k]!;
        shares.set(bone, (shares.get(bone) ?? 0) + say * skin.boneWeights[k]!);
        // on the middle plane both sides pull alike
        if (y !== 0) continue;
        const twin = skin.mirrorSegments[bone]!;
        shares.set(twin, (shares.get(twin) ?? 0) + say * skin.boneWeights[k]!);
      }
    }
    const heaviest = [...shares].sort((a, b) => b[1] - a[1]).slice(0, 4);
    const sum = heaviest.reduce((total, [, share]) => total + share, 0);
    heaviest.forEach(([bone, share], k) => {
      boneIndices[4 * v + k] = bone;
      boneWeights[4 * v + k] = share / sum;
    });
    for (let k = heaviest.length; k < 4; k++) boneIndices[4 * v + k] = heaviest[0]![0];
  }
  return { boneIndices, boneWeights };
}
