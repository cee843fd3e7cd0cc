import type { Camera } from './camera.ts';
import { drawFace } from './face-on-picture.ts';
import { pointOnCubic, type Cubic, type Point } from './fit-curve.ts';
import type { PosedStroke } from './painted-face.ts';
import { groundColours } from './paint.ts';
import type { VisibilityBuffer } from './rasterise.ts';

/** What is left of red, green and blue under ink, 0 to 1. */
export type Ink = readonly [number, number, number];

const STYLE = { widening: 1.3, leastWidthPx: 1.3, shortestPx: 2.5, tolerancePx: 0.3 } as const;
/** Sides of a polygon for each curve. */
const SIDES = 6;

/** The ink of a face's strokes and lips by the index of its pixel, in a picture that `camera` has seen. */
export function faceInks(
  strokes: readonly PosedStroke[],
  seen: VisibilityBuffer,
  camera: Camera,
): ReadonlyMap<number, Ink> {
  const face = drawFace(strokes, seen, camera, STYLE);
  const inks = new Map<number, Ink>();
  for (const [loops, colour] of [
    [face.lips, groundColours.lips.light],
    [face.strokes, groundColours.face.light],
  ] as const) {
    const ink = inkOf(colour);
    for (const loop of loops) for (const pixel of pixelsWithin(loop, seen.widthPx)) inks.set(pixel, ink);
  }
  return inks;
}

function inkOf(colour: string): Ink {
  const number = Number.parseInt(colour.slice(1), 16);
  return [(number >> 16) / 255, ((number >> 8) & 255) / 255, (number & 255) / 255];
}

/** The pixels whose middles lie within a closed loop, row by row between its sides. */
function pixelsWithin(loop: readonly Cubic[], widthPx: number): number[] {
  const outline = loop.flatMap((curve) =>
    Array.from({ length: SIDES }, (_, i): Point => pointOnCubic(curve, i / SIDES)),
  );
  const ys = outline.map(([, y]) => y);
  const pixels: number[] = [];
  for (let row = Math.floor(Math.min(...ys)); row <= Math.max(...ys); row++) {
    const middle = row + 0.5;
    const crossings = outline
      .flatMap(([x, y], i) => {
        const [nextX, nextY] = outline[(i + 1) % outline.length]!;
        return y <= middle === nextY <= middle ? [] : [x + ((middle - y) / (nextY - y)) * (nextX - x)];
      })
      .sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2)
      for (let x = Math.ceil(crossings[i]! - 0.5); x + 0.5 < crossings[i + 1]!; x++) pixels.push(row * widthPx + x);
  }
  return pixels;
}
