import type { BorderKind } from './border-graph.ts';
import { digitsOf } from './digits.ts';
import { paintOfLabel } from './paint.ts';
import type { VisibilityBuffer } from './rasterise.ts';
import { attributeAt, nearestVertex } from './rasterise.ts';
import type { PosedFigure } from './scene.ts';
import type { SolidEdges } from './solid-edges.ts';

/** Neighbouring pixels that see points of the skin farther apart than this, at rest, have a fold between them. */
const FOLD_M = 0.018;
/** Where they are so far apart a line has its full width. */
const FULL_FOLD_M = 0.045;
/** So close to the ground beyond the figure only another limb is worth a line, units, and it is known by being so far apart at rest. */
const RIM_UNITS = 5;
const OTHER_LIMB_M = 0.12;
/** How much thinner lines between fingers and between toes are. */
const DIGIT_INK = 0.62;

/** Borders on a surface that goes on: of light and shade, and of two paints. */
const goesOn = {
  shade: { isBreak: false, isShade: true, nearDepthM: 0, rank: 1, ink: 0 },
  hem: { isBreak: false, isShade: false, nearDepthM: 0, rank: 2, ink: 0 },
} as const satisfies Record<string, BorderKind>;

/**
 * What lies between two neighbouring pixels of a picture of `labels`. Ink goes where one part of the figure lies in front of another of the same
 * paint, or is folded against it, and between fingers and toes; where two paints meet their edge speaks for itself.
 */
export function borderKinds(
  figure: PosedFigure,
  seen: VisibilityBuffer,
  labels: Uint8Array,
  edgeOfSolids: SolidEdges,
  { pxPerUnit, hasFineLines }: { readonly pxPerUnit: number; readonly hasFineLines: boolean },
): (pixelA: number, pixelB: number) => BorderKind {
  const { indices, positions } = figure.mesh;
  const digits = hasFineLines ? digitsOf(figure.mesh, figure.limbs) : undefined;
  const apartAtRest = (a: number, b: number): number => {
    let sum = 0;
    for (let axis = 0; axis < 3; axis++)
      sum +=
        (attributeAt(seen, a, indices, positions, 3, axis) - attributeAt(seen, b, indices, positions, 3, axis)) ** 2;
    return Math.sqrt(sum);
  };
  const digitAt = (pixel: number): number => digits?.[nearestVertex(seen, pixel, indices)] ?? 0;
  const toRim = distanceToRim(labels, seen.widthPx);
  return (a, b) => {
    const isOneTriangle = seen.mesh[a] === seen.mesh[b] && seen.triangle[a] === seen.triangle[b];
    if (isOneTriangle && labels[a] === labels[b] && seen.mesh[a] === 0) return goesOn.shade;
    const nearDepthM = Math.min(seen.depthM[a]!, seen.depthM[b]!);
    const samePaint = labels[a] === labels[b] || isSamePaint(labels[a]!, labels[b]!);
    const rank = samePaint ? 1 : 2;
    if (seen.mesh[a]! > 0 && seen.mesh[b]! > 0) {
      const edge = edgeOfSolids(a, b);
      const ink = samePaint && (hasFineLines || edge.isBreak) ? edge.ink : 0;
      return { isBreak: edge.isBreak, isShade: samePaint && ink === 0, nearDepthM, rank, ink };
    }
    if (seen.mesh[a] !== seen.mesh[b]) return { isBreak: true, isShade: false, nearDepthM, rank: 0, ink: 0 };
    const [digitA, digitB] = [digitAt(a), digitAt(b)];
    const areDigits = digitA > 0 && digitB > 0 && digitA !== digitB;
    const full = digitA > 0 || digitB > 0 ? DIGIT_INK : 1;
    const apartM = apartAtRest(a, b);
    if (!areDigits && apartM < FOLD_M) return samePaint ? goesOn.shade : goesOn.hem;
    const isAtRim = Math.min(toRim[a]!, toRim[b]!) < RIM_UNITS * pxPerUnit;
    const strength =
      isAtRim && apartM < OTHER_LIMB_M ? 0 : Math.min(1, (apartM - FOLD_M) / (FULL_FOLD_M - FOLD_M)) * full;
    return {
      isBreak: true,
      isShade: false,
      nearDepthM,
      rank,
      ink: !samePaint ? 0 : areDigits ? DIGIT_INK : strength,
    };
  };
}

/** Whether two labels are tones of one paint. */
export function isSamePaint(labelA: number, labelB: number): boolean {
  if (labelA === 0 || labelB === 0) return false;
  return labelA === labelB || paintOfLabel(labelA).paint === paintOfLabel(labelB).paint;
}

/** How far each pixel is from the nearest where nothing is, pixels, going straight and aslant (A. Rosenfeld and J. Pfaltz, 1968). */
function distanceToRim(labels: Uint8Array, widthPx: number): Uint16Array {
  const far = new Uint16Array(labels.length);
  const take = (pixel: number, steps: readonly number[]): void => {
    if (labels[pixel] === 0) return;
    let least = 0xfffe;
    for (const step of steps) least = Math.min(least, far[pixel + step] ?? 0);
    far[pixel] = Math.min(far[pixel] || 0xffff, least + 1);
  };
  for (let pixel = 0; pixel < far.length; pixel++) take(pixel, [-1, -widthPx, -widthPx - 1, 1 - widthPx]);
  for (let pixel = far.length - 1; pixel >= 0; pixel--) take(pixel, [1, widthPx, widthPx + 1, widthPx - 1]);
  return far;
}
