import type { HalfFigure } from './mesh.ts';
import type { SkinWeights } from './weights.ts';

/** Skin within about this distance has a say in how cloth over it moves. */
const NEAR_M = 0.022;
/** Weights are whole parts of this: finer ones are not seen, and cost bytes. */
const PARTS = 32;

/** Weights of the skin around each point, the nearest with the most say; of the half that is given the twin has its say, too. */
export function weightsOfNearest(points: Float32Array, skin: HalfFigure): SkinWeights {
  const count = points.length / 3;
  const boneIndices = new Uint8Array(4 * count);
  const boneWeights = new Float32Array(4 * count);
  const near = skinNear(skin);
  for (let v = 0; v < count; v++) {
    const shares = new Map<number, number>();
    const [x, y, z] = [points[3 * v]!, points[3 * v + 1]!, points[3 * v + 2]!];
    const around = near(x, Math.abs(y), z);
    const squares = [1, -1].map((side) => around.map((s) => squareTo(skin.positions, s, x, side * y, z)));
    const least = Math.min(...squares.flat());
    squares.forEach((ofSide, twin) =>
      ofSide.forEach((square, i) => {
        const say = Math.exp(-(square - least) / NEAR_M ** 2);
        if (say < 0.01) return;
        for (let k = 4 * around[i]!; k < 4 * around[i]! + 4; k++) {
          const own = skin.boneIndices[k]!;
          const bone = twin === 1 ? skin.mirrorSegments[own]! : own;
          shares.set(bone, (shares.get(bone) ?? 0) + say * skin.boneWeights[k]!);
        }
      }),
    );
    const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
    const heaviest = [...shares].sort((a, b) => b[1] - a[1]).slice(0, 4);
    const parts = heaviest.map(([, share]) => Math.round((PARTS * share) / total));
    parts[0]! += PARTS - parts.reduce((sum, part) => sum + part, 0);
    for (let k = 0; k < 4; k++) {
      const has = (parts[k] ?? 0) > 0;
      boneIndices[4 * v + k] = heaviest[has ? k : 0]![0];
      boneWeights[4 * v + k] = has ? parts[k]! / PARTS : 0;
    }
  }
  return { boneIndices, boneWeights };
}

/** The square of the distance from a vertex to a point, m². */
function squareTo(positions: Float32Array, vertex: number, x: number, y: number, z: number): number {
  const [dx, dy, dz] = [x - positions[3 * vertex]!, y - positions[3 * vertex + 1]!, z - positions[3 * vertex + 2]!];
  return dx * dx + dy * dy + dz * dz;
}

/** Cells of space as wide as this: what has a say in a point lies in its own or in one of those two away. */
const CELL_M = 0.035;

/** Looks up the vertices of the skin around a point. */
function skinNear({ positions }: HalfFigure): (x: number, y: number, z: number) => readonly number[] {
  const cells = new Map<string, number[]>();
  const key = (i: number, j: number, k: number): string => `${i} ${j} ${k}`;
  const cellAt = (at: number): number => Math.floor(at / CELL_M);
  for (let s = 0; s < positions.length / 3; s++) {
    const name = key(cellAt(positions[3 * s]!), cellAt(positions[3 * s + 1]!), cellAt(positions[3 * s + 2]!));
    const there = cells.get(name);
    if (there) there.push(s);
    else cells.set(name, [s]);
  }
  const steps = [-2, -1, 0, 1, 2] as const;
  const found = new Map<string, readonly number[]>();
  return (x, y, z) => {
    const [i, j, k] = [cellAt(x), cellAt(y), cellAt(z)];
    const name = key(i, j, k);
    const known = found.get(name);
    if (known) return known;
    const around = steps.flatMap((a) =>
      steps.flatMap((b) => steps.flatMap((c) => cells.get(key(i + a, j + b, k + c)) ?? [])),
    );
    found.set(name, around);
    return around;
  };
}
