import { fieldDistance, partsNear, type PlacedPart } from './field.ts';

/** The half of a symmetric surface with y ≥ 0. Vertices on the middle plane have y = 0 exactly. */
export interface HalfSurface {
  /** 3 a vertex, world of the bind pose, metres. */
  positions: Float32Array;
  /** 3 a triangle, counter-clockwise seen from outside. */
  indices: Uint32Array;
}

const BLOCK = 4;
const FAR_M = 9;

/**
 * Meshes the zero set of the field by naive surface nets (Gibson 1998: one vertex in each cell the surface crosses, at the
 * mean of its edge crossings) on a grid of `cellM`. Blocks of 4³ samples that the surface cannot cross are skipped.
 * Samples lie at y = (j − ½) × cell, so the first layer of cells straddles the middle plane and its vertices lie on it.
 */
export function surfaceNets(placed: readonly PlacedPart[], cellM: number): HalfSurface {
  const grid = sampleField(placed, cellM);
  const { counts, values, lowM } = grid;
  const [nx, ny, nz] = counts;
  const sampleAt = (i: number, j: number, k: number): number => i + nx * (j + ny * k);
  const vertexOfCell = new Int32Array(values.length).fill(-1);
  const positions: number[] = [];

  // one vertex in each cell that the surface crosses
  const corner = new Float64Array(8);
  for (let k = 0; k < nz - 1; k++)
    for (let j = 0; j < ny - 1; j++)
      for (let i = 0; i < nx - 1; i++) {
        let signs = 0;
        for (let c = 0; c < 8; c++) {
          const value = values[sampleAt(i + (c & 1), j + ((c >> 1) & 1), k + (c >> 2))] as number;
          corner[c] = value;
          if (value < 0) signs |= 1 << c;
        }
        if (signs === 0 || signs === 255) continue;
        const [x, y, z] = meanCrossing(corner);
        vertexOfCell[sampleAt(i, j, k)] = positions.length / 3;
        positions.push(lowM[0] + (i + x) * cellM, j === 0 ? 0 : lowM[1] + (j + y) * cellM, lowM[2] + (k + z) * cellM);
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
        const inside = values[here]! < 0;
        const [dx, dy, dz] = [1, nx, nx * ny];
        if (inside !== values[here + dx]! < 0) quad(here - dy - dz, here - dz, here, here - dy, inside);
        if (inside !== values[here + dy]! < 0) quad(here - dx - dz, here - dx, here, here - dz, inside);
        if (inside !== values[here + dz]! < 0) quad(here - dx - dy, here - dy, here, here - dx, inside);
      }
  return { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) };
}

interface SampledField {
  counts: [number, number, number];
  lowM: [number, number, number];
  values: Float32Array;
}

function sampleField(placed: readonly PlacedPart[], cellM: number): SampledField {
  const low = [Infinity, 0, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const { centreM, radiusM } of placed)
    for (let a = 0; a < 3; a++) {
      low[a] = Math.min(low[a]!, centreM[a]! - radiusM - 0.02);
      high[a] = Math.max(high[a]!, centreM[a]! + radiusM + 0.02);
    }
  const lowM: [number, number, number] = [low[0]!, -0.5 * cellM, low[2]!];
  const count = (a: number): number => Math.ceil((high[a]! - lowM[a]!) / cellM) + 2;
  const counts: [number, number, number] = [count(0), count(1), count(2)];
  const [nx, ny, nz] = counts;
  const values = new Float32Array(nx * ny * nz).fill(FAR_M);

  const blockRadiusM = (BLOCK * cellM * Math.sqrt(3)) / 2;
  for (let bk = 0; bk < nz; bk += BLOCK)
    for (let bj = 0; bj < ny; bj += BLOCK)
      for (let bi = 0; bi < nx; bi += BLOCK) {
        const x = lowM[0] + (bi + BLOCK / 2) * cellM;
        const y = lowM[1] + (bj + BLOCK / 2) * cellM;
        const z = lowM[2] + (bk + BLOCK / 2) * cellM;
        const near = partsNear(placed, x, y, z, blockRadiusM);
        if (near.length === 0) continue;
        const distance = fieldDistance(near, x, y, z);
        // the estimate may be off by a factor towards thin ends of lofts: keep a wide margin
        const skipped = Math.abs(distance) > 2 * blockRadiusM + 0.03;
        if (skipped && distance > 0) continue;
        for (let k = bk; k < Math.min(bk + BLOCK, nz); k++)
          for (let j = bj; j < Math.min(bj + BLOCK, ny); j++)
            for (let i = bi; i < Math.min(bi + BLOCK, nx); i++)
              values[i + nx * (j + ny * k)] = skipped
                ? -FAR_M
                : fieldDistance(near, lowM[0] + i * cellM, lowM[1] + j * cellM, lowM[2] + k * cellM);
      }
  return { counts, lowM, values };
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
