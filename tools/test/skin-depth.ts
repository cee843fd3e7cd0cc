import type { Body } from '@sacra/body';
import type { PosedFigure } from '@sacra/figure';

/** Skin that is looked for in other skin, and skin that it may lie in: segments by plain name. */
const endSegments = ['forearm', 'hand', 'fingers', 'fingertips', 'foot', 'toes'];
const fleshSegments = /^(pelvis|lumbar|thorax|thigh)/;

/** Side of the columns and cubes in which triangles and vertices are looked up, metres. */
const CELL_M = 0.02;
/** A point is looked at this far outside of its own skin, metres. */
const LIFT_M = 0.0008;
/** Skin this far from all other skin lies in none of it, metres. */
const MOST_M = 0.06;

/** For each vertex of a posed figure's forearms, hands and feet: how deep it lies in the drawn skin of trunk or thighs, metres; 0 outside. */
export function skinDepths(body: Body, { mesh, positions, normals }: PosedFigure): number[] {
  const plainNames = body.segments.map(({ name }) => name.split('.')[0]!);
  const isFlesh = plainNames.map((name) => fleshSegments.test(name));
  const isEnd = plainNames.map((name) => endSegments.includes(name));
  const sideOf = body.segments.map(({ side }) => side);
  const skin = mesh.indices.subarray(0, mesh.skinIndexCount);
  const vertices = [...new Set(skin)];
  const heaviest = (v: number): number => mesh.boneIndices[4 * v]!;
  const countOver = crossingsAbove(positions, skin);
  // what a limb may lie in: everything but its own side's limbs, and all flesh
  const besideOn = (side: 'left' | 'right') =>
    nearestOf(
      positions,
      vertices.filter((v) => sideOf[heaviest(v)] !== side || isFlesh[heaviest(v)]),
    );
  const beside = { left: besideOn('left'), right: besideOn('right') };
  return vertices
    .filter((v) => isEnd[heaviest(v)])
    .map((v) => {
      const at = (k: number): number => positions[3 * v + k]! + LIFT_M * normals[3 * v + k]!;
      if (countOver(at(0), at(1), at(2)) <= 0) return 0;
      const nearest = beside[sideOf[heaviest(v)]!](at(0), at(1), at(2));
      return nearest && isFlesh[heaviest(nearest.vertex)] ? nearest.awayM : 0;
    });
}

/**
 * How many solids of a closed surface, which may run through itself, a point lies in: the surfaces over it, counted one way when they
 * face up and the other way when they face down.
 */
function crossingsAbove(positions: Float32Array, indices: Uint32Array): (x: number, y: number, z: number) => number {
  const columns = new Map<number, number[]>();
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = [3 * indices[t]!, 3 * indices[t + 1]!, 3 * indices[t + 2]!];
    const [ax, bx, cx] = [positions[a]!, positions[b]!, positions[c]!];
    const [ay, by, cy] = [positions[a + 1]!, positions[b + 1]!, positions[c + 1]!];
    for (let i = cell(Math.min(ax, bx, cx)); i <= cell(Math.max(ax, bx, cx)); i++)
      for (let j = cell(Math.min(ay, by, cy)); j <= cell(Math.max(ay, by, cy)); j++) put(columns, keyOf(i, j, 0), t);
  }
  return (x, y, z) => {
    let count = 0;
    for (const t of columns.get(keyOf(cell(x), cell(y), 0)) ?? []) {
      const [a, b, c] = [3 * indices[t]!, 3 * indices[t + 1]!, 3 * indices[t + 2]!];
      const [ux, uy] = [positions[b]! - positions[a]!, positions[b + 1]! - positions[a + 1]!];
      const [vx, vy] = [positions[c]! - positions[a]!, positions[c + 1]! - positions[a + 1]!];
      const area = ux * vy - uy * vx;
      const [dx, dy] = [x - positions[a]!, y - positions[a + 1]!];
      const [s, r] = [(dx * vy - dy * vx) / area, (ux * dy - uy * dx) / area];
      if (area === 0 || s < 0 || r < 0 || s + r > 1) continue;
      const [za, zb, zc] = [positions[a + 2]!, positions[b + 2]!, positions[c + 2]!];
      if (za + s * (zb - za) + r * (zc - za) > z) count += Math.sign(area);
    }
    return count;
  };
}

const cell = (m: number): number => Math.floor(m / CELL_M);
/** One number for each cell within ten metres. */
const keyOf = (i: number, j: number, k: number): number => ((i + 500) * 1000 + (j + 500)) * 1000 + (k + 500);

function put(lists: Map<number, number[]>, key: number, item: number): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

interface Nearest {
  readonly vertex: number;
  readonly awayM: number;
}

/** Gives the nearest of some vertices to a point, unless all are farther away than `MOST_M`. */
function nearestOf(
  positions: Float32Array,
  vertices: readonly number[],
): (x: number, y: number, z: number) => Nearest | undefined {
  const cubes = new Map<number, number[]>();
  for (const v of vertices)
    put(cubes, keyOf(cell(positions[3 * v]!), cell(positions[3 * v + 1]!), cell(positions[3 * v + 2]!)), v);
  const reach = Math.ceil(MOST_M / CELL_M);
  return (x, y, z) => {
    let nearest: Nearest | undefined;
    for (let i = cell(x) - reach; i <= cell(x) + reach; i++)
      for (let j = cell(y) - reach; j <= cell(y) + reach; j++)
        for (let k = cell(z) - reach; k <= cell(z) + reach; k++)
          for (const vertex of cubes.get(keyOf(i, j, k)) ?? []) {
            const [px, py, pz] = [positions[3 * vertex]!, positions[3 * vertex + 1]!, positions[3 * vertex + 2]!];
            const awayM = Math.hypot(x - px, y - py, z - pz);
            if (awayM < (nearest?.awayM ?? MOST_M)) nearest = { vertex, awayM };
          }
    return nearest;
  };
}
