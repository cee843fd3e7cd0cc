import { borderGraph } from './border-graph.ts';
import type { Camera } from './camera.ts';
import { frameCamera, projectPoint } from './camera.ts';
import type { Cubic, Point } from './fit-curve.ts';
import { labelOutlines } from './outlines.ts';
import type { TriangleMesh } from './rasterise.ts';
import { rasterise } from './rasterise.ts';
import type { MatPlace } from './scene.ts';
import { smoothBorders } from './smooth-borders.ts';
import { removeSpecks } from './specks.ts';

const CORNER_RADIUS_M = 0.03;
const THICKNESS_M = 0.006;
const CORNER_STEPS = 6;

/** The rim of a mat with rounded corners as points in the world, `heightM` above the floor. */
export function matRim(mat: MatPlace, heightM: number): Float32Array {
  const points: number[] = [];
  for (let corner = 0; corner < 4; corner++) {
    const signX = corner === 0 || corner === 3 ? 1 : -1;
    const signY = corner < 2 ? 1 : -1;
    const x = mat.centreM[0] + signX * (mat.lengthM / 2 - CORNER_RADIUS_M);
    const y = mat.centreM[1] + signY * (mat.widthM / 2 - CORNER_RADIUS_M);
    for (let step = 0; step <= CORNER_STEPS; step++) {
      const turn = ((corner + step / CORNER_STEPS) * Math.PI) / 2;
      points.push(x + CORNER_RADIUS_M * Math.cos(turn), y + CORNER_RADIUS_M * Math.sin(turn), heightM);
    }
  }
  return Float32Array.from(points);
}

/** The mat in the picture: its face as a polygon, and the rim below it that gives it a thickness. */
export function drawMat(mat: MatPlace, camera: Camera): { readonly face: Point[]; readonly edge: Point[] } {
  return { face: projectRow(matRim(mat, 0), camera), edge: projectRow(matRim(mat, -THICKNESS_M), camera) };
}

/** Width of a pixel of the shadow's picture on the floor. */
const SHADOW_CELL_M = 0.005;
/** How far smoothing may move the edge of a shadow, in such pixels. */
const SHADOW_LEASH_PX = 5;
/** Smaller spots of light in a shadow, and of shadow, are left out. */
const LEAST_SHADOW_M2 = 0.008;

/** The shadow of meshes on the floor z = 0, of a lamp in direction `towardsLamp`, as outlines in the picture of `camera`. */
export function drawShadow(
  meshes: readonly TriangleMesh[],
  towardsLamp: readonly [number, number, number],
  camera: Camera,
): Cubic[][] {
  const flattened = meshes.map(({ positions, indices }) => ({ positions: flatten(positions, towardsLamp), indices }));
  const distanceM = 40;
  const fromAbove = frameCamera(
    { azimuthRad: -Math.PI / 2, elevationRad: Math.PI / 2 },
    flattened.map((mesh) => mesh.positions),
    { widthPx: 480, heightPx: 480, marginPx: 4, distanceM, maximumPxPerM: 1 / SHADOW_CELL_M },
  );
  const seen = rasterise(flattened, fromAbove);
  const image = {
    widthPx: seen.widthPx,
    heightPx: seen.heightPx,
    labels: Uint8Array.from(seen.mesh, (m) => (m < 0 ? 0 : 1)),
  };
  removeSpecks(image, {
    isJoined: () => true,
    affinity: () => 0,
    leastPx: () => LEAST_SHADOW_M2 / SHADOW_CELL_M ** 2,
  });
  const graph = borderGraph(image, () => ({ isBreak: true, isShade: false, nearDepthM: 0, rank: 0, foldM: 0 }));
  smoothBorders(graph, SHADOW_LEASH_PX, SHADOW_LEASH_PX);
  const metresPerPx = distanceM / fromAbove.focalPx;
  const toPicture = ([x, y]: Point): Point => {
    const { xPx, yPx } = projectPoint(
      camera,
      fromAbove.positionM[0] + (x - fromAbove.centrePx[0]) * metresPerPx,
      fromAbove.positionM[1] - (y - fromAbove.centrePx[1]) * metresPerPx,
      0,
    );
    return [xPx, yPx];
  };
  const loops = labelOutlines(graph, 1.2).get(1) ?? [];
  return loops.map((loop) =>
    loop.map(([a, b, c, d]): Cubic => [toPicture(a), toPicture(b), toPicture(c), toPicture(d)]),
  );
}

/** Positions slid along the light onto the floor; what lies below the floor stays under it. */
function flatten(positions: Float32Array, [lx, ly, lz]: readonly [number, number, number]): Float32Array {
  const out = new Float32Array(positions.length);
  for (let i = 0; i + 2 < positions.length; i += 3) {
    const height = Math.max(0, positions[i + 2]!);
    out[i] = positions[i]! - (lx / lz) * height;
    out[i + 1] = positions[i + 1]! - (ly / lz) * height;
  }
  return out;
}

function projectRow(points: Float32Array, camera: Camera): Point[] {
  const row: Point[] = [];
  for (let i = 0; i + 2 < points.length; i += 3) {
    const { xPx, yPx } = projectPoint(camera, points[i]!, points[i + 1]!, points[i + 2]!);
    row.push([xPx, yPx]);
  }
  return row;
}
