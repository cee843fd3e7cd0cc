import { borderGraph, type LabelImage } from './border-graph.ts';
import type { Camera } from './camera.ts';
import { frameCamera, projectPoint } from './camera.ts';
import type { Cubic, Point } from './fit-curve.ts';
import { labelOutlines } from './outlines.ts';
import type { TriangleMesh } from './rasterise.ts';
import { rasterise } from './rasterise.ts';
import { smoothBorders } from './smooth-borders.ts';
import { removeSpecks } from './specks.ts';

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
/** Smaller spots of shadow, and of light in a shadow, are left out. */
const LEAST_M2 = { shadow: 0.02, light: 0.15 } as const;

/**
 * The shadow of meshes on the floor z = 0, of a lamp in direction `towardsLamp`, as outlines in the picture of `camera`. It ends at a wall
 * whose face is at `wallXM`, if there is one.
 */
export function drawShadow(
  meshes: readonly TriangleMesh[],
  towardsLamp: readonly [number, number, number],
  camera: Camera,
  wallXM = Infinity,
): Cubic[][] {
  const onFloor = meshes.map(({ positions, indices }) => ({ positions: flatten(positions, towardsLamp), indices }));
  // with its reflection in the wall a shadow is rounded off as if it ran on there
  const flattened = wallXM === Infinity ? onFloor : [...onFloor, ...onFloor.map((mesh) => reflected(mesh, wallXM))];
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
    leastPx: (label) => LEAST_M2[label === 0 ? 'light' : 'shadow'] / SHADOW_CELL_M ** 2,
  });
  const metresPerPx = distanceM / fromAbove.focalPx;
  const wallPx = fromAbove.centrePx[0] + (wallXM - fromAbove.positionM[0]) / metresPerPx;
  image.labels.forEach((_, pixel) => {
    if (pixel % image.widthPx >= wallPx) image.labels[pixel] = 0;
  });
  const graph = borderGraph(image, () => ({ isBreak: true, isShade: false, nearDepthM: 0, rank: 0, ink: 0 }));
  smoothBorders(graph, SHADOW_LEASH_PX, SHADOW_LEASH_PX);
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

function reflected({ positions, indices }: TriangleMesh, wallXM: number): TriangleMesh {
  return { positions: positions.map((value, i) => (i % 3 === 0 ? 2 * wallXM - value : value)), indices };
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
