import { borderGraph, type LabelImage } from './border-graph.ts';
import type { Camera } from './camera.ts';
import { frameCamera, projectPoint } from './camera.ts';
import type { Cubic, Point } from './fit-curve.ts';
import { labelOutlines } from './outlines.ts';
import type { TriangleMesh } from './rasterise.ts';
import { rasterise } from './rasterise.ts';
import { standardMat, type MatPlace, type Scene } from './scene.ts';
import { smoothBorders } from './smooth-borders.ts';
import { removeSpecks } from './specks.ts';
import { wallFaceXM } from './wall.ts';

const CORNER_RADIUS_M = 0.03;
const THICKNESS_M = 0.007;
const BORDER_M = { from: 0.022, to: 0.03 } as const;
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

/** A mat in the picture, as polygons. */
export interface DrawnMat {
  readonly face: readonly Point[];
  /** The rim below the face that gives it a thickness. */
  readonly edge: readonly Point[];
  /** A narrow band along the rim of the face, from `border` in to `field`, which runs the other way round. */
  readonly border: readonly Point[];
  readonly field: readonly Point[];
}

export function drawMat(mat: MatPlace, camera: Camera): DrawnMat {
  const inset = (byM: number): Float32Array =>
    matRim({ ...mat, lengthM: mat.lengthM - 2 * byM, widthM: mat.widthM - 2 * byM }, 0);
  return {
    face: projectRow(matRim(mat, 0), camera),
    edge: projectRow(matRim(mat, -THICKNESS_M), camera),
    border: projectRow(inset(BORDER_M.from), camera),
    field: projectRow(inset(BORDER_M.to), camera).reverse(),
  };
}

/** Beyond the body on both ends there is this much mat, as far as there is mat. */
const MAT_BEYOND_M = 0.16;
const LEAST_LENGTH_M = 1.5;
/** A mat ends this far from a wall. */
const TO_WALL_M = 0.03;

/**
 * The mat that a picture is drawn with: under the middle of body and props, and shorter than a real one where they are, so that
 * they fill the picture.
 */
export function matUnder(scene: Omit<Scene, 'mat'>): MatPlace {
  let least = Infinity;
  let most = -Infinity;
  const solids = scene.solids.filter(({ paint }) => paint !== 'wall');
  for (const { positions } of [scene.figure, ...solids]) {
    for (let i = 0; i < positions.length; i += 3) {
      least = Math.min(least, positions[i]!);
      most = Math.max(most, positions[i]!);
    }
  }
  const lengthM = Math.min(standardMat.lengthM, Math.max(LEAST_LENGTH_M, most - least + 2 * MAT_BEYOND_M));
  const middleX = Math.min((least + most) / 2, wallFaceXM(scene) - TO_WALL_M - lengthM / 2);
  return { ...standardMat, centreM: [middleX, 0], lengthM };
}

/** Width of a pixel of the shadow's picture on the floor. */
const SHADOW_CELL_M = 0.01;
/** Along an edge of it: room for a body at full stretch and some. */
const SHADOW_PX = 300;
/** How far smoothing may move the edge of a shadow, in such pixels. */
const SHADOW_LEASH_PX = 5;
/** Gaps and tongues narrower than about twice this are evened out, such pixels. */
const SOFTENING_PX = 5;
/** Blurred, it is shadow where more than this is left: at first, and when it shrinks back. */
const GROWN_SHARE = 0.2;
const SHRUNK_SHARE = 0.6;
/** Smaller spots of light in a shadow, and of shadow, are left out. */
const LEAST_SHADOW_M2 = 0.02;

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
    { widthPx: SHADOW_PX, heightPx: SHADOW_PX, marginPx: 20, distanceM, maximumPxPerM: 1 / SHADOW_CELL_M },
  );
  const seen = rasterise(flattened, fromAbove);
  const dark = new Uint8Array(seen.mesh.length);
  for (let pixel = 0; pixel < dark.length; pixel++) dark[pixel] = seen.mesh[pixel]! < 0 ? 0 : 1;
  // grown and shrunk again: what is a gap between two limbs closes
  const grown = softened({ widthPx: seen.widthPx, heightPx: seen.heightPx, labels: dark }, SOFTENING_PX, GROWN_SHARE);
  const image = softened(grown, SOFTENING_PX, SHRUNK_SHARE);
  removeSpecks(image, {
    isJoined: () => true,
    affinity: () => 0,
    leastPx: () => LEAST_SHADOW_M2 / SHADOW_CELL_M ** 2,
  });
  const graph = borderGraph(image, () => ({ isBreak: true, isShade: false, nearDepthM: 0, rank: 0, ink: 0 }));
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

/** The picture of labels 0 and 1 blurred and cut again where more than `share` is left: at a half broad things keep their place, below they grow. */
function softened({ widthPx, heightPx, labels }: LabelImage, radiusPx: number, share: number): LabelImage {
  let from = new Float32Array(labels);
  let to = new Float32Array(from.length);
  // Three running means each way are nearly a Gaussian.
  for (let pass = 0; pass < 3; pass++) {
    for (const [count, along, length, across] of [
      [heightPx, 1, widthPx, widthPx],
      [widthPx, widthPx, heightPx, 1],
    ] as const) {
      for (let row = 0; row < count; row++) {
        let sum = 0;
        for (let i = -radiusPx; i < length; i++) {
          const entering = i + radiusPx;
          const leaving = i - radiusPx - 1;
          if (entering < length) sum += from[row * across + entering * along]!;
          if (leaving >= 0) sum -= from[row * across + leaving * along]!;
          if (i >= 0) to[row * across + i * along] = sum / (2 * radiusPx + 1);
        }
      }
      [from, to] = [to, from];
    }
  }
  const cut = new Uint8Array(from.length);
  for (let pixel = 0; pixel < cut.length; pixel++) cut[pixel] = from[pixel]! > share ? 1 : 0;
  return { widthPx, heightPx, labels: cut };
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
