/**
 * Heat flow over a triangle mesh, (M + tL) w = M w₀ with lumped areas M and the cotangent Laplacian L (Pinkall and
 * Polthier 1993), made uneven by a spread for each vertex. Implicit, so that one solve carries far.
 */
export interface Diffusion {
  /**
   * Spreads `values` (1 a vertex) in place. With `pinned`, vertices marked 1 are held at zero; otherwise nothing flows
   * over the mesh's border, as if the values were mirrored there.
   */
  spread(values: Float64Array, pinned?: Uint8Array): void;
}

const ROUNDS = 2;
const TOLERANCE = 1e-3;
const MOST_ITERATIONS = 300;
/** What flows farther than this many spreads is too little to matter; vertices beyond are left as they are. */
const REACH = 6;

/** `spreadM`: the standard deviation, metres, to which a sharp edge is blurred around each vertex. */
export function createDiffusion(positions: Float32Array, indices: Uint32Array, spreadM: Float32Array): Diffusion {
  const { rowStart, columns, weights, lengths, areas } = assemble(positions, indices, spreadM);
  const n = areas.length;
  const diagonal = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = areas[i]!;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) sum += weights[e]!;
    diagonal[i] = sum;
  }
  const multiply = (x: Float64Array, out: Float64Array, among: Uint32Array): void => {
    for (const i of among) {
      let sum = diagonal[i]! * x[i]!;
      for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) sum -= weights[e]! * x[columns[e]!]!;
      out[i] = sum;
    }
  };
  const reachable = (values: Float64Array): Uint32Array => {
    const away = new Float64Array(n).fill(Infinity);
    const queue: number[] = [];
    for (let i = 0; i < n; i++)
      if (values[i] !== 0) {
        away[i] = 0;
        queue.push(i);
      }
    for (let head = 0; head < queue.length; head++) {
      const i = queue[head]!;
      for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
        const to = columns[e]!;
        const there = away[i]! + lengths[e]!;
        if (there > REACH || there >= away[to]!) continue;
        away[to] = there;
        queue.push(to);
      }
    }
    return Uint32Array.from(away.keys()).filter((i) => away[i]! <= REACH);
  };
  return {
    spread(values, pinned) {
      const among = reachable(values);
      const right = new Float64Array(n);
      for (let round = 0; round < ROUNDS; round++) {
        for (const i of among) right[i] = areas[i]! * values[i]!;
        solveByConjugateGradients(multiply, diagonal, right, values, among, pinned);
      }
    },
  };
}

/** Jacobi-preconditioned conjugate gradients, started from `x`, over the vertices `among`. */
function solveByConjugateGradients(
  multiply: (x: Float64Array, out: Float64Array, among: Uint32Array) => void,
  diagonal: Float64Array,
  right: Float64Array,
  x: Float64Array,
  among: Uint32Array,
  pinned: Uint8Array | undefined,
): void {
  const n = x.length;
  const residual = new Float64Array(n);
  const direction = new Float64Array(n);
  const image = new Float64Array(n);
  const isFree = (i: number): boolean => !pinned || pinned[i] === 0;
  for (const i of among) if (!isFree(i)) x[i] = 0;
  multiply(x, image, among);
  let rho = 0;
  let scale = 0;
  for (const i of among) {
    const r = isFree(i) ? right[i]! - image[i]! : 0;
    residual[i] = r;
    direction[i] = r / diagonal[i]!;
    rho += r * direction[i]!;
    scale += right[i]! ** 2 / diagonal[i]!;
  }
  for (let it = 0; it < MOST_ITERATIONS && rho > TOLERANCE ** 2 * scale; it++) {
    multiply(direction, image, among);
    let curvature = 0;
    for (const i of among) {
      if (!isFree(i)) image[i] = 0;
      curvature += direction[i]! * image[i]!;
    }
    const step = rho / curvature;
    let next = 0;
    for (const i of among) {
      x[i] = x[i]! + step * direction[i]!;
      const r = residual[i]! - step * image[i]!;
      residual[i] = r;
      next += (r * r) / diagonal[i]!;
    }
    const keep = next / rho;
    for (const i of among) direction[i] = residual[i]! / diagonal[i]! + keep * direction[i]!;
    rho = next;
  }
}

interface Assembled {
  rowStart: Int32Array;
  columns: Int32Array;
  weights: Float64Array;
  /** Of each edge, in units of the spread at its ends. */
  lengths: Float64Array;
  areas: Float64Array;
}

function assemble(positions: Float32Array, indices: Uint32Array, spreadM: Float32Array): Assembled {
  const n = positions.length / 3;
  const areas = new Float64Array(n);
  const neighbours = Array.from({ length: n }, () => new Map<number, number>());
  const add = (a: number, b: number, weight: number): void => {
    const row = neighbours[a] as Map<number, number>;
    row.set(b, (row.get(b) ?? 0) + weight);
  };
  for (let t = 0; t < indices.length; t += 3) {
    const corners = [indices[t]!, indices[t + 1]!, indices[t + 2]!] as const;
    for (let c = 0; c < 3; c++) {
      const apex = corners[c]!;
      const b = corners[(c + 1) % 3] as number;
      const d = corners[(c + 2) % 3] as number;
      const { cotangent, areaM2 } = angleAt(positions, apex, b, d);
      if (c === 0) for (const v of corners) areas[v] = areas[v]! + areaM2 / 3;
      // half the squared spread is the time of the flow; an edge takes the mean of its two ends
      const spread = (spreadM[b]! + spreadM[d]!) / 2;
      const conductance = ((spread * spread) / 2 / ROUNDS) * 0.5 * Math.max(0.02, cotangent);
      add(b, d, conductance);
      add(d, b, conductance);
    }
  }
  const rowStart = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) rowStart[i + 1] = rowStart[i]! + (neighbours[i] as Map<number, number>).size;
  const columns = new Int32Array(rowStart[n]!);
  const weights = new Float64Array(rowStart[n]!);
  const lengths = new Float64Array(rowStart[n]!);
  for (let i = 0; i < n; i++) {
    let e = rowStart[i]!;
    for (const [j, weight] of neighbours[i] as Map<number, number>) {
      columns[e] = j;
      lengths[e] = (2 * distanceM(positions, i, j)) / (spreadM[i]! + spreadM[j]!);
      weights[e++] = weight;
    }
  }
  for (let i = 0; i < n; i++) areas[i] = Math.max(areas[i]!, 1e-12);
  return { rowStart, columns, weights, lengths, areas };
}

const distanceM = (positions: Float32Array, i: number, j: number): number =>
  Math.hypot(
    positions[3 * i]! - positions[3 * j]!,
    positions[3 * i + 1]! - positions[3 * j + 1]!,
    positions[3 * i + 2]! - positions[3 * j + 2]!,
  );

function angleAt(positions: Float32Array, apex: number, b: number, d: number): { cotangent: number; areaM2: number } {
  const at = (v: number, a: number): number => positions[3 * v + a]!;
  const [ux, uy, uz] = [at(b, 0) - at(apex, 0), at(b, 1) - at(apex, 1), at(b, 2) - at(apex, 2)];
  const [vx, vy, vz] = [at(d, 0) - at(apex, 0), at(d, 1) - at(apex, 1), at(d, 2) - at(apex, 2)];
  const twiceArea = Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx);
  const dot = ux * vx + uy * vy + uz * vz;
  return { cotangent: Math.min(10, dot / Math.max(twiceArea, 1e-12)), areaM2: twiceArea / 2 };
}
