import { fieldDistance, partsNear, type PlacedPart } from './field.ts';
import { gridLines, type Extent, type GridLines } from './grid-lines.ts';

/** A surface, or the half of a symmetric one with y ≥ 0, whose vertices on the middle plane have y = 0 exactly. */
export interface Surface {
  /** 3 a vertex, world of the bind pose, metres. */
  positions: Float32Array;
  /** 3 a triangle, counter-clockwise seen from outside. */
  indices: Uint32Array;
}

const BLOCK = 4;
const FAR_M = 9;

/**
 * Meshes the zero set of the field by naive surface nets (Gibson 1998: one vertex in each cell the surface crosses, at the
 * mean of its edge crossings) on a grid of `cellM`, finer about hands and feet. Blocks of 4³ samples that the surface cannot
 * cross are skipped. Of a half the first layer of cells straddles the middle plane, and its vertices lie on it.
 */
export function surfaceNets(placed: readonly PlacedPart[], cellM: number, extent: Extent = 'half'): Surface {
  const grid = sampleField(placed, cellM, extent);
  const { lines, values } = grid;
  const [nx, ny, nz] = [lines[0].length, lines[1].length, lines[2].length];
  const sampleAt = (i: number, j: number, k: number): number => i + nx * (j + ny * k);
  const vertexOfCell = new Int32Array(values.length).fill(-1);
  const positions: number[] = [];

  // one vertex in each cell that the surface crosses
  const corner = new Float64Array(8);
  for (let k = 0; k < nz - 1; k++)
    for (let j = 0; j < ny - 1; j++)
      for (let i = 0; i < nx - 1; i++) {
        // no surface is near a sample that was left out
        if (Math.abs(values[sampleAt(i, j, k)]!) === FAR_M) continue;
        let signs = 0;
        for (let c = 0; c < 8; c++) {
          const value = values[sampleAt(i + (c & 1), j + ((c >> 1) & 1), k + (c >> 2))] as number;
          corner[c] = value;
          if (value < 0) signs |= 1 << c;
        }
        if (signs === 0 || signs === 255) continue;
        const [x, y, z] = meanCrossing(corner);
        vertexOfCell[sampleAt(i, j, k)] = positions.length / 3;
        const onMiddle = extent === 'half' && j === 0;
        positions.push(between(lines[0], i, x), onMiddle ? 0 : between(lines[1], j, y), between(lines[2], k, z));
      }

  // one quad around each grid edge that the surface crosses
  const indices: number[] = [];
  const quad = (a: number, b: number, c: number, d: number, outwards: boolean): void => {
    const [va, vb, vc, vd] = [vertexOfCell[a], vertexOfCell[b], vertexOfCell[c], vertexOfCell[d]] as number[];
    if (va === undefined || vb === undefined || vc === undefined || vd === undefined) return;
    if (va < 0 || vb < 0 || vc < 0 || vd < 0) return;
    if (outwards) indices.push(va, vb, vc, va, vc, vd);
    else indices.push(va, vc, vb, va, vd, vc);
  };
  for (let k = 1; k < nz - 1; k++)
    for (let j = 1; j < ny - 1; j++)
      for (let i = 1; i < nx - 1; i++) {
        const here = sampleAt(i, j, k);
        if (Math.abs(values[here]!) === FAR_M) continue;
        const inside = values[here]! < 0;
        const [dx, dy, dz] = [1, nx, nx * ny];
        if (inside !== values[here + dx]! < 0) quad(here - dy - dz, here - dz, here, here - dy, inside);
        if (inside !== values[here + dy]! < 0) quad(here - dx - dz, here - dx, here, here - dz, inside);
        if (inside !== values[here + dz]! < 0) quad(here - dx - dy, here - dy, here, here - dx, inside);
      }
  return { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) };
}

const between = (line: Float64Array, index: number, share: number): number =>
  line[index]! + share * (line[index + 1]! - line[index]!);

interface SampledField {
  readonly lines: GridLines;
  readonly values: Float32Array;
}

function sampleField(placed: readonly PlacedPart[], cellM: number, extent: Extent): SampledField {
  const lines = gridLines(placed, cellM, extent);
  const [xs, ys, zs] = lines;
  const [nx, ny, nz] = [xs.length, ys.length, zs.length];
  const values = new Float32Array(nx * ny * nz).fill(FAR_M);
  for (let bk = 0; bk < nz; bk += BLOCK)
    for (let bj = 0; bj < ny; bj += BLOCK)
      for (let bi = 0; bi < nx; bi += BLOCK) {
        const [endI, endJ, endK] = [Math.min(bi + BLOCK, nx), Math.min(bj + BLOCK, ny), Math.min(bk + BLOCK, nz)];
        const halfX = (xs[endI - 1]! - xs[bi]!) / 2;
        const halfY = (ys[endJ - 1]! - ys[bj]!) / 2;
        const halfZ = (zs[endK - 1]! - zs[bk]!) / 2;
        const [x, y, z] = [xs[bi]! + halfX, ys[bj]! + halfY, zs[bk]! + halfZ];
        const blockRadiusM = Math.hypot(halfX, halfY, halfZ);
        const near = partsNear(placed, x, y, z, blockRadiusM);
        if (near.length === 0) continue;
        const distance = fieldDistance(near, x, y, z);
        // the estimate may be off by a factor towards thin ends of lofts: keep a wide margin
        const skipped = Math.abs(distance) > 2 * blockRadiusM + 0.03;
        if (skipped && distance > 0) continue;
        for (let k = bk; k < endK; k++)
          for (let j = bj; j < endJ; j++)
            for (let i = bi; i < endI; i++)
              values[i + nx * (j + ny * k)] = skipped ? -FAR_M : fieldDistance(near, xs[i]!, ys[j]!, zs[k]!);
      }
  return { lines, values };
}

const EDGES = [0, 1, 2, 3, 4, 5, 6, 7, 0, 2, 1, 3, 4, 6, 5, 7, 0, 4, 1, 5, 2, 6, 3, 7];

/** Mean of the points where the edges of a unit cell change sign. Corner c is at (c & 1, c >> 1 & 1, c >> 2). */
function meanCrossing(corner: Float64Array): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  let crossings = 0;
  for (let e = 0; e < EDGES.length; e += 2) {
    const a = EDGES[e]!;
    const b = EDGES[e + 1]!;
    const va = corner[a]!;
    const vb = corner[b]!;
    if (va < 0 === vb < 0) continue;
    const t = va / (va - vb);
    for (let axis = 0; axis < 3; axis++) {
      const from = (a >> axis) & 1;
      sum[axis as 0 | 1 | 2] += from + (((b >> axis) & 1) - from) * t;
    }
    crossings++;
  }
  return [sum[0] / crossings, sum[1] / crossings, sum[2] / crossings];
}
