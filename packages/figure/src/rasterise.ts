import type { Camera } from './camera.ts';

/** Triangles in the world: xyz a vertex in metres, three vertex indices a triangle. Either winding is drawn. */
export interface TriangleMesh {
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
}

/** What each pixel sees: which triangle of which mesh, where in it, how far away. Row by row from the upper left. */
export interface VisibilityBuffer {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Distance along the viewing direction in metres; Infinity where nothing is seen. */
  readonly depthM: Float32Array;
  /** Index of the mesh, −1 where nothing is seen. */
  readonly mesh: Int16Array;
  /** First entry of the triangle in its mesh's `indices`. */
  readonly triangle: Int32Array;
  /** Weights of the triangle's second and third vertex, in space rather than on the screen (two a pixel). */
  readonly weights: Float32Array;
}

/** A corner in camera space with its weights in the triangle it was cut from. */
interface Corner {
  right: number;
  up: number;
  depth: number;
  second: number;
  third: number;
}

/**
 * Draws meshes into a z-buffer, sampling at pixel centres. Of two surfaces at one pixel the nearer is kept, at equal depth the
 * one drawn first. An edge shared by two triangles belongs to exactly one of them (top-left rule). Triangles that reach
 * through the near plane are cut at it.
 */
export function rasterise(meshes: readonly TriangleMesh[], camera: Camera): VisibilityBuffer {
  const pixelCount = camera.widthPx * camera.heightPx;
  const buffer: VisibilityBuffer = {
    widthPx: camera.widthPx,
    heightPx: camera.heightPx,
    depthM: new Float32Array(pixelCount).fill(Infinity),
    mesh: new Int16Array(pixelCount).fill(-1),
    triangle: new Int32Array(pixelCount),
    weights: new Float32Array(pixelCount * 2),
  };
  meshes.forEach((mesh, meshIndex) => {
    const inCamera = toCameraSpace(mesh.positions, camera);
    for (let t = 0; t + 2 < mesh.indices.length; t += 3) {
      drawTriangle(buffer, camera, inCamera, mesh.indices, t, meshIndex);
    }
  });
  return buffer;
}

function toCameraSpace(positions: Float32Array, camera: Camera): Float64Array {
  const [px, py, pz] = camera.positionM;
  const [rx, ry, rz] = camera.rightInWorld;
  const [ux, uy, uz] = camera.upInWorld;
  const [fx, fy, fz] = camera.forwardInWorld;
  const out = new Float64Array(positions.length);
  for (let i = 0; i + 2 < positions.length; i += 3) {
    const x = positions[i]! - px;
    const y = positions[i + 1]! - py;
    const z = positions[i + 2]! - pz;
    out[i] = x * rx + y * ry + z * rz;
    out[i + 1] = x * ux + y * uy + z * uz;
    out[i + 2] = x * fx + y * fy + z * fz;
  }
  return out;
}

const corners: readonly [Corner, Corner, Corner] = [0, 1, 2].map((i) => ({
  right: 0,
  up: 0,
  depth: 0,
  second: i === 1 ? 1 : 0,
  third: i === 2 ? 1 : 0,
})) as unknown as readonly [Corner, Corner, Corner];

function drawTriangle(
  buffer: VisibilityBuffer,
  camera: Camera,
  inCamera: Float64Array,
  indices: Uint32Array,
  triangle: number,
  mesh: number,
): void {
  let behind = 0;
  for (let k = 0; k < 3; k++) {
    const at = indices[triangle + k]! * 3;
    const corner = corners[k]!;
    corner.right = inCamera[at]!;
    corner.up = inCamera[at + 1]!;
    corner.depth = inCamera[at + 2]!;
    if (corner.depth < camera.nearM) behind++;
  }
  if (behind === 3) return;
  if (behind === 0) {
    fillTriangle(buffer, camera, corners[0], corners[1], corners[2], triangle, mesh);
    return;
  }
  const cut = cutAtNearPlane(corners, camera.nearM);
  for (let k = 1; k + 1 < cut.length; k++) {
    fillTriangle(buffer, camera, cut[0]!, cut[k]!, cut[k + 1]!, triangle, mesh);
  }
}

/** The part of a triangle beyond the near plane: a convex polygon of three or four corners. */
function cutAtNearPlane(triangle: readonly Corner[], nearM: number): Corner[] {
  const kept: Corner[] = [];
  for (let k = 0; k < 3; k++) {
    const a = triangle[k]!;
    const b = triangle[(k + 1) % 3]!;
    if (a.depth >= nearM) kept.push(a);
    if (a.depth >= nearM !== b.depth >= nearM) {
      const s = (nearM - a.depth) / (b.depth - a.depth);
      kept.push({
        right: a.right + s * (b.right - a.right),
        up: a.up + s * (b.up - a.up),
        depth: nearM,
        second: a.second + s * (b.second - a.second),
        third: a.third + s * (b.third - a.third),
      });
    }
  }
  return kept;
}

function fillTriangle(
  buffer: VisibilityBuffer,
  camera: Camera,
  a: Corner,
  b: Corner,
  c: Corner,
  triangle: number,
  mesh: number,
): void {
  // Project to pixels; 1/depth is linear on the screen, and so is anything divided by depth.
  const { focalPx } = camera;
  const [cx, cy] = camera.centrePx;
  const wa = 1 / a.depth;
  const wb = 1 / b.depth;
  const wc = 1 / c.depth;
  const ax = cx + a.right * focalPx * wa;
  const ay = cy - a.up * focalPx * wa;
  let bx = cx + b.right * focalPx * wb;
  let by = cy - b.up * focalPx * wb;
  let dx = cx + c.right * focalPx * wc;
  let dy = cy - c.up * focalPx * wc;
  let area = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  if (area === 0) return;

  // Wind every triangle the same way, so that the inside is where all edge functions are positive.
  let p = b;
  let q = c;
  let wp = wb;
  let wq = wc;
  if (area < 0) {
    [p, q] = [c, b];
    [wp, wq] = [wc, wb];
    [bx, dx] = [dx, bx];
    [by, dy] = [dy, by];
    area = -area;
  }
  const fromX = Math.max(0, Math.ceil(Math.min(ax, bx, dx) - 0.5));
  const toX = Math.min(camera.widthPx - 1, Math.floor(Math.max(ax, bx, dx) - 0.5));
  const fromY = Math.max(0, Math.ceil(Math.min(ay, by, dy) - 0.5));
  const toY = Math.min(camera.heightPx - 1, Math.floor(Math.max(ay, by, dy) - 0.5));
  const ownsA = ownsEdge(dx - bx, dy - by);
  const ownsP = ownsEdge(ax - dx, ay - dy);
  const ownsQ = ownsEdge(bx - ax, by - ay);

  for (let y = fromY; y <= toY; y++) {
    const py = y + 0.5;
    for (let x = fromX; x <= toX; x++) {
      const px = x + 0.5;
      const ea = (dx - bx) * (py - by) - (dy - by) * (px - bx);
      if (ea < 0 || (ea === 0 && !ownsA)) continue;
      const ep = (ax - dx) * (py - dy) - (ay - dy) * (px - dx);
      if (ep < 0 || (ep === 0 && !ownsP)) continue;
      const eq = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
      if (eq < 0 || (eq === 0 && !ownsQ)) continue;
      const sa = ea * wa;
      const sp = ep * wp;
      const sq = eq * wq;
      const sum = sa + sp + sq;
      const depth = (ea + ep + eq) / sum;
      const at = y * camera.widthPx + x;
      if (depth >= buffer.depthM[at]!) continue;
      buffer.depthM[at] = depth;
      buffer.mesh[at] = mesh;
      buffer.triangle[at] = triangle;
      buffer.weights[at * 2] = (sa * a.second + sp * p.second + sq * q.second) / sum;
      buffer.weights[at * 2 + 1] = (sa * a.third + sp * p.third + sq * q.third) / sum;
    }
  }
}

/** Whether pixel centres lying exactly on an edge belong to the triangle: yes for one of its two directions. */
function ownsEdge(dx: number, dy: number): boolean {
  return dy < 0 || (dy === 0 && dx > 0);
}

/**
 * One component of a vertex attribute at a pixel that sees `mesh`, interpolated in space.
 * `size` is the number of components a vertex has in `attribute`.
 */
export function attributeAt(
  buffer: VisibilityBuffer,
  pixel: number,
  indices: Uint32Array,
  attribute: ArrayLike<number>,
  size: number,
  component: number,
): number {
  const t = buffer.triangle[pixel]!;
  const second = buffer.weights[pixel * 2]!;
  const third = buffer.weights[pixel * 2 + 1]!;
  const a = attribute[indices[t]! * size + component]!;
  const b = attribute[indices[t + 1]! * size + component]!;
  const c = attribute[indices[t + 2]! * size + component]!;
  return a + second * (b - a) + third * (c - a);
}

/** The vertex that a pixel lies nearest to within its triangle: for attributes that can't be mixed, such as a part's number. */
export function nearestVertex(buffer: VisibilityBuffer, pixel: number, indices: Uint32Array): number {
  const t = buffer.triangle[pixel]!;
  const second = buffer.weights[pixel * 2]!;
  const third = buffer.weights[pixel * 2 + 1]!;
  const first = 1 - second - third;
  if (first >= second && first >= third) return indices[t]!;
  return second >= third ? indices[t + 1]! : indices[t + 2]!;
}
