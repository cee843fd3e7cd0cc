import type { Vec3 } from '@sacra/geometry';
import type { Camera } from './camera.ts';
import { projectPoint } from './camera.ts';
import { directionBetween, fitCurve, type Cubic, type Point } from './fit-curve.ts';
import type { PosedStroke } from './painted-face.ts';
import type { VisibilityBuffer } from './rasterise.ts';
import { sliver } from './sliver.ts';

/** How the strokes of a face are drawn. */
export interface FaceStyle {
  /** They are drawn so many times as wide as they are painted, and at least this wide, pixels. */
  readonly widening: number;
  readonly leastWidthPx: number;
  /** A stroke that comes out shorter is left out, pixels. */
  readonly shortestPx: number;
  readonly tolerancePx: number;
}

/** The strokes of a face in a picture, as closed outlines. */
export interface DrawnFace {
  readonly strokes: readonly (readonly Cubic[])[];
  readonly lips: readonly (readonly Cubic[])[];
  /** Lines that tell the form of ear and jaw. */
  readonly forms: readonly (readonly Cubic[])[];
}

/** A point is seen when nothing is nearer to the camera by more than this. */
const HIDDEN_M = 0.004;
/** So much of a stroke must be seen for it to be drawn. */
const SEEN_SHARE = 0.6;
/** Foreshortened to less than this it is left out: the face is turned too far away. */
const OBLIQUE_SHARE = 0.3;
/** Strokes that are too small for a picture. */
const omitted: ReadonlySet<PosedStroke['name']> = new Set(['crease']);

/** The strokes of a face that are seen. */
export function drawFace(
  strokes: readonly PosedStroke[],
  seen: VisibilityBuffer,
  camera: Camera,
  style: FaceStyle,
): DrawnFace {
  const drawn: Record<keyof DrawnFace, Cubic[][]> = { strokes: [], lips: [], forms: [] };
  for (const { name, pointsM, widthsM } of strokes) {
    if (omitted.has(name)) continue;
    const visible = pointsM.flatMap((pointM, i) => {
      const { xPx, yPx, depthM } = projectPoint(camera, ...pointM);
      const pixel = Math.floor(yPx) * seen.widthPx + Math.floor(xPx);
      if (depthM > (seen.depthM[pixel] ?? 0) + HIDDEN_M) return [];
      const widthPx = Math.max(style.leastWidthPx, (style.widening * widthsM[i]! * camera.focalPx) / depthM);
      return [{ point: [xPx, yPx] as Point, widthPx, depthM }];
    });
    const points = visible.map(({ point }) => point);
    const lengthPx = lengthOf(points);
    const wholePx = (lengthInSpace(pointsM) * camera.focalPx) / (visible[0]?.depthM ?? 1);
    const isSeen = visible.length > SEEN_SHARE * pointsM.length && lengthPx > OBLIQUE_SHARE * wholePx;
    if (!isSeen || lengthPx < style.shortestPx) continue;
    if (name === 'lips') {
      drawn.lips.push(closedLoop(points, style.tolerancePx));
      continue;
    }
    const widths = visible.map(({ widthPx }) => widthPx);
    const line = sliver(points, widths, { taperPx: lengthPx / 3, tolerancePx: style.tolerancePx });
    drawn[name === 'form' ? 'forms' : 'strokes'].push(line);
  }
  return drawn;
}

function closedLoop(points: readonly Point[], tolerancePx: number): Cubic[] {
  const first = points[0]!;
  const around = [...points, first];
  return fitCurve(around, directionBetween(first, points[1]!), directionBetween(first, points.at(-1)!), tolerancePx);
}

function lengthOf(points: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < points.length; i++)
    sum += Math.hypot(points[i]![0] - points[i - 1]![0], points[i]![1] - points[i - 1]![1]);
  return sum;
}

function lengthInSpace(points: readonly Vec3[]): number {
  let sum = 0;
  for (let i = 1; i < points.length; i++)
    sum += Math.hypot(...[0, 1, 2].map((k) => points[i]![k]! - points[i - 1]![k]!));
  return sum;
}
