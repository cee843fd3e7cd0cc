import type { Camera } from './camera.ts';
import { enlarge } from './camera.ts';
import { faceInks } from './face-on-still.ts';
import { figurePaint } from './figure-paint.ts';
import type { LitMesh } from './light.ts';
import { facingLamp, fromCameraAxes, litVertices } from './light.ts';
import { matRim } from './mat.ts';
import { lightRgb } from './paint.ts';
import { attributeAt, rasterise } from './rasterise.ts';
import type { MatPlace, Scene } from './scene.ts';
import { sceneMeshes } from './scene.ts';

/** A picture of eight-bit red, green and blue, row by row from the upper left. */
export interface RgbImage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgb: Uint8Array;
}

const LAMP_IN_CAMERA = [-0.45, 0.8, 0.5] as const;
const PAPER: readonly [number, number, number] = [246, 239, 230];
/** Where nothing is painted. */
const BARE = [1, 1, 1] as const;
const MAT: readonly [number, number, number] = [179, 196, 170];
/** Pixels rendered for each edge of a pixel of the picture. */
const SUPERSAMPLE = 2;
/** Light that comes from nowhere in particular, from the sky and from the lamp; their sum is a little over full light. */
const AMBIENT = 0.5;
const SKY = 0.22;
const LAMP = 0.4;
/** Of the light that skin lacks, what it gets back from the light within it: its shade is shallow. */
const SKIN_GLOW = 0.35;

/** A shaded picture of a scene: a lamp with shadows, light from the sky, no lines. For looking at solved poses, not for people. */
export function drawStill(scene: Scene, camera: Camera): RgbImage {
  const fine = enlarge(camera, SUPERSAMPLE);
  const meshes: readonly LitMesh[] = [...sceneMeshes(scene), matMesh(scene.mat)];
  const lamp = fromCameraAxes(camera, LAMP_IN_CAMERA);
  const lit = litVertices(meshes, lamp);
  const lights = meshes.map(({ normals }, i) => {
    const facing = facingLamp(normals, lamp);
    return Float32Array.from(
      facing,
      (cosine, v) => AMBIENT + SKY * (0.5 + 0.5 * normals[v * 3 + 2]!) + LAMP * Math.max(0, cosine) * lit[i]![v]!,
    );
  });
  const seen = rasterise(meshes, fine);
  const inks = faceInks(scene.figure.face, seen, fine);
  const sums = new Float32Array(camera.widthPx * camera.heightPx * 3);
  for (let pixel = 0; pixel < seen.mesh.length; pixel++) {
    const mesh = seen.mesh[pixel]!;
    let colour = PAPER;
    let light = 1;
    if (mesh >= 0) {
      const paint = mesh === 0 ? figurePaint(scene.figure, seen, pixel) : scene.solids[mesh - 1]?.paint;
      colour = paint ? lightRgb(paint) : MAT;
      light = Math.min(1.08, attributeAt(seen, pixel, meshes[mesh]!.indices, lights[mesh]!, 1, 0));
      if (paint === 'skin') light += SKIN_GLOW * Math.max(0, 1 - light);
    }
    const ink = inks.get(pixel) ?? BARE;
    const x = Math.floor((pixel % fine.widthPx) / SUPERSAMPLE);
    const y = Math.floor(pixel / fine.widthPx / SUPERSAMPLE);
    for (let k = 0; k < 3; k++) sums[(y * camera.widthPx + x) * 3 + k]! += Math.min(255, colour[k]! * light * ink[k]!);
  }
  return {
    widthPx: camera.widthPx,
    heightPx: camera.heightPx,
    rgb: Uint8Array.from(sums, (sum) => Math.round(sum / SUPERSAMPLE ** 2)),
  };
}

const CELL_M = 0.012;

/** The mat as a fine grid, so that shadows fall on it. */
function matMesh(mat: MatPlace): LitMesh {
  const rim = matRim(mat, 0);
  const columns = Math.ceil(mat.lengthM / CELL_M);
  const rows = Math.ceil(mat.widthM / CELL_M);
  const [left, top] = [mat.centreM[0] - mat.lengthM / 2, mat.centreM[1] - mat.widthM / 2];
  const positions: number[] = [];
  const indices: number[] = [];
  for (let i = 0; i <= columns; i++) {
    for (let j = 0; j <= rows; j++) {
      positions.push(left + (i / columns) * mat.lengthM, top + (j / rows) * mat.widthM, rim[2]! - 0.003);
      if (i < columns && j < rows) {
        const a = i * (rows + 1) + j;
        indices.push(a, a + 1, a + rows + 2, a, a + rows + 2, a + rows + 1);
      }
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(positions, (_, i) => (i % 3 === 2 ? 1 : 0)),
    indices: Uint32Array.from(indices),
  };
}
