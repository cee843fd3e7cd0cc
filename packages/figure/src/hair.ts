import { segmentByName, type Body } from '@sacra/body';
import { fieldDistance, partsNear, placeParts, type PlacedPart } from './field.ts';
import { figureParts } from './figure-parts.ts';
import { bindState } from './figure.ts';
import { hairParts } from './hair-parts.ts';
import { weightsOfNearest } from './hair-weights.ts';
import type { FigureShape, HalfFigure, StoredShape } from './mesh.ts';
import { surfaceNets } from './nets.ts';
import type { MeshedHairStyle } from './outfit.ts';
import { projectToSurface } from './project.ts';
import { proportionsOf } from './proportions.ts';
import type { SkinWeights } from './weights.ts';

/** Worn to one side: both of its sides are meshed. Of the others one half is, which costs half as much. */
const wornToOneSide: readonly MeshedHairStyle[] = ['bob', 'crop', 'plait', 'scarf'];
/** What reaches beyond the head moves as the skin does that it lies on. */
const liesOnNeck: readonly MeshedHairStyle[] = ['plait', 'scarf'];

/** Hair deeper under the skin than this is not seen, and is left out. */
const HIDDEN_M = 0.003;

/**
 * A way to wear hair, from cells of `cellM` metres: its half with y ≥ 0, or all of it when it is worn to one side. Only what shows is
 * kept, so that its rim lies open under the skin. Hair moves with the head; what lies on neck and shoulders moves as the nearest of
 * `skin` does (`buildHalfFigure` of the same body).
 */
export function buildHair(body: Body, style: MeshedHairStyle, skin: HalfFigure, cellM: number): StoredShape {
  const bind = bindState(body);
  const proportions = proportionsOf(body, 1);
  const placed = placeParts(hairParts(proportions, style, bind), bind);
  const extent = wornToOneSide.includes(style) ? 'whole' : 'half';
  const fine = surfaceNets(placed, cellM, extent);
  const normals = projectToSurface(placed, fine.positions, cellM, extent);
  const bare = placeParts(figureParts(proportions), bind);
  const shown = shownOnly(bare, fine.positions, normals, fine.indices);
  const weights = liesOnNeck.includes(style)
    ? weightsOfNearest(shown.positions, skin)
    : rigid(shown.positions.length / 3, segmentByName(body, 'head'));
  const { mirrorSegments } = skin;
  if (extent === 'whole') return { ...shown, ...weights, mirrorSegments, bothSides: true };
  return { ...shown, ...weights, mirrorSegments };
}

/**
 * Closes the open rim of hair with a fan to a point inside head or neck, so that it encloses a solid. The seam of a half stays open. From
 * the root of the neck a shoulder can be seen without leaving the body.
 */
export function closeRim<Shape extends StoredShape>(body: Body, hair: Shape): Shape {
  const count = hair.positions.length / 3;
  const edges = new Map<number, readonly [number, number]>();
  for (let t = 0; t < hair.indices.length; t += 3)
    for (let c = 0; c < 3; c++) {
      const [a, b] = [hair.indices[t + c]!, hair.indices[t + ((c + 1) % 3)]!];
      if (!edges.delete(b * count + a)) edges.set(a * count + b, [a, b]);
    }
  const onSeam = (v: number): boolean => !('bothSides' in hair) && hair.positions[3 * v + 1] === 0;
  const rim = [...edges.values()].filter(([a, b]) => !onSeam(a) || !onSeam(b));
  const head = segmentByName(body, 'head');
  const inside = hair.boneIndices.every((bone) => bone === head) ? head : segmentByName(body, 'neck');
  const [x = 0, y = 0, z = 0] = bindState(body).positionM.subarray(3 * inside, 3 * inside + 3);
  return {
    ...hair,
    positions: Float32Array.of(...hair.positions, x, y, z),
    normals: Float32Array.of(...hair.normals, 1, 0, 0),
    indices: Uint32Array.of(...hair.indices, ...rim.flatMap(([a, b]) => [b, a, count])),
    boneIndices: Uint8Array.of(...hair.boneIndices, inside, inside, inside, inside),
    boneWeights: Float32Array.of(...hair.boneWeights, 1, 0, 0, 0),
  };
}

/** Leaves out the triangles under the skin, and the vertices that none of the others use. */
function shownOnly(
  bare: readonly PlacedPart[],
  positions: Float32Array,
  normals: Float32Array,
  indices: Uint32Array,
): Pick<FigureShape, 'positions' | 'normals' | 'indices'> {
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
