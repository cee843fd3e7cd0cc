import type { Camera } from './camera.ts';
import { projectPoint } from './camera.ts';
import { reverseCurves, straightCubic, type Cubic, type Point } from './fit-curve.ts';
import { standardMat, type MatPlace, type Scene } from './scene.ts';
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

/** A mat in the picture, as outlines. */
export interface DrawnMat {
  readonly face: readonly Cubic[];
  /** The rim below the face that gives it a thickness. */
  readonly edge: readonly Cubic[];
  /** A narrow band along the rim of the face: its outer outline, and the inner one, which runs the other way round. */
  readonly border: readonly (readonly Cubic[])[];
}

export function drawMat(mat: MatPlace, camera: Camera): DrawnMat {
  const inset = (byM: number): Cubic[] =>
    outlineOf({ ...mat, lengthM: mat.lengthM - 2 * byM, widthM: mat.widthM - 2 * byM }, 0, camera);
  return {
    face: outlineOf(mat, 0, camera),
    edge: outlineOf(mat, -THICKNESS_M, camera),
    border: [inset(BORDER_M.from), reverseCurves(inset(BORDER_M.to))],
  };
}

/** Handles of a quarter of a circle as long as this share of its radius make a cubic that is round to 0.03 %. */
const QUARTER_HANDLE = 0.5523;

/** A mat's outline in the picture, but for its last side: a curve round each corner and straight lines between. */
function outlineOf(mat: MatPlace, heightM: number, camera: Camera): Cubic[] {
  const inPicture = (x: number, y: number): Point => {
    const { xPx, yPx } = projectPoint(camera, x, y, heightM);
    return [xPx, yPx];
  };
  const corners = [0, 1, 2, 3].map((corner): Cubic => {
    const [signX, signY] = [corner === 0 || corner === 3 ? 1 : -1, corner < 2 ? 1 : -1];
    const x = mat.centreM[0] + (signX * mat.lengthM) / 2;
    const y = mat.centreM[1] + (signY * mat.widthM) / 2;
    const at = (backX: number, backY: number): Point =>
      inPicture(x - signX * CORNER_RADIUS_M * backX, y - signY * CORNER_RADIUS_M * backY);
    const handle = 1 - QUARTER_HANDLE;
    const [start, end] = [[at(0, 1), at(0, handle)] as const, [at(handle, 0), at(1, 0)] as const];
    return signX === signY ? [...start, ...end] : [end[1], end[0], start[1], start[0]];
  });
  return corners.flatMap((corner, i) => (i === 0 ? [corner] : [straightCubic(corners[i - 1]![3], corner[0]), corner]));
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
