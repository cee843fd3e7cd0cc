import type { Camera, View } from './camera.ts';
import { frameCamera } from './camera.ts';
import { drawingElements } from './drawing-svg.ts';
import { traceScene } from './drawing.ts';
import { matRim } from './mat.ts';
import type { Scene } from './scene.ts';
import { sceneMeshes } from './scene.ts';
import { mirroredOnLeft, svgFile } from './svg-file.ts';
import { wallBeyondFrame, wallInFrame } from './wall.ts';

export interface CardOptions {
  readonly view: View;
  /** What the picture shows, in words, for those who don't see it. */
  readonly title: string;
}

/** Size of a card in its own units. */
export const cardSize = { widthUnits: 500, heightUnits: 380 } as const;

const FRAMING = { widthPx: 500, heightPx: 380, marginPx: 12, distanceM: 6, maximumPxPerM: 320 } as const;
const FINENESS = {
  pxPerUnit: 3,
  tolerancePx: 0.6,
  lineUnits: 1.5,
  taperUnits: 14,
  detail: 1,
  hasFineLines: true,
} as const;

/** The camera that a card is drawn with: the whole body, its props and the mat in the frame with an even margin. */
export function cardCamera(scene: Scene, view: View): Camera {
  const seen = sceneMeshes(wallInFrame(scene)).map((mesh) => mesh.positions);
  return frameCamera(view, [...seen, matRim(scene.mat, 0)], FRAMING);
}

/**
 * A scene as an illustration in SVG: a mat with a shadow on it, flat areas in up to three tones, lines where one thing lies
 * in front of another. Its ground is transparent. Shown by an `img` it has the colours of its page's `color-scheme`; with
 * `#print` at the end of its address it is black lines on white, with `#left` the mirror image, with `#left-print` both.
 */
export function drawCard(scene: Scene, { view, title }: CardOptions): string {
  const drawing = traceScene(wallBeyondFrame(scene), cardCamera(scene, view), FINENESS);
  return svgFile(`<g class="picture">${drawingElements(drawing)}</g>`, {
    ...cardSize,
    title,
    fragments: ['print', 'left', 'left-print'],
    printLineUnits: 1.3,
    more: mirroredOnLeft(cardSize.widthUnits),
  });
}
