import { borderGraph } from './border-graph.ts';
import type { Camera, View } from './camera.ts';
import { cropTo, enlarge, frameCamera } from './camera.ts';
import type { Cubic, Point } from './fit-curve.ts';
import { flatPicture } from './flat-picture.ts';
import { foldLines } from './fold-lines.ts';
import { drawMat, drawShadow, matRim } from './mat.ts';
import { labelOutlines } from './outlines.ts';
import { groundColours, paintColour, paintOfLabel, tones } from './paint.ts';
import type { Scene } from './scene.ts';
import { sceneMeshes } from './scene.ts';
import { smoothBorders } from './smooth-borders.ts';
import { closedPath, polygonPath } from './svg-path.ts';

export interface CardOptions {
  readonly view: View;
  /** What the picture shows, in words, for those who don't see it. */
  readonly title: string;
}

/** Size of a card in its own units. */
export const cardSize = { widthUnits: 500, heightUnits: 380 } as const;

const FRAMING = { widthPx: 500, heightPx: 380, marginPx: 12, distanceM: 6, maximumPxPerM: 290 } as const;
/** Pixels traced for a unit of the card. */
const PX_PER_UNIT = 3;
/** How far smoothing may move an outline, and an edge of shade, traced pixels. */
const LEASH_PX = 0.75;
const SHADE_LEASH_PX = 6;
const TOLERANCE_PX = 0.5;
/** Slight overlap of neighbouring areas, units, so that no paper shows between them. */
const OVERLAP_UNITS = 0.5;
/** How far the lamp of the shadow on the mat leans away from the viewer: the shadow falls this much forward for each metre of height. */
const SHADOW_LEAN = 0.12;
const LINE = { widthUnits: 1.4, faintFoldM: 0.03, fullFoldM: 0.2, taperUnits: 18, shortestUnits: 18 } as const;

/** The camera that a card is drawn with: the whole body, its props and the mat in the frame with an even margin. */
export function cardCamera(scene: Scene, view: View): Camera {
  return frameCamera(view, [...sceneMeshes(scene).map((mesh) => mesh.positions), matRim(scene.mat, 0)], FRAMING);
}

/**
 * A scene as an illustration in SVG: a mat with a shadow on it, flat areas in up to three tones, lines where one thing lies
 * in front of another. Its colours are CSS variables with fallbacks (`paintColour`); its ground is transparent.
 */
export function drawCard(scene: Scene, options: CardOptions): string {
  const camera = cardCamera(scene, options.view);
  const body = sceneMeshes(scene).map(({ positions }) => positions);
  const traced = cropTo(enlarge(camera, PX_PER_UNIT), body, PX_PER_UNIT * 2);
  const { image, kindBetween } = flatPicture(scene, traced.camera, PX_PER_UNIT);
  const graph = borderGraph(image, kindBetween);
  smoothBorders(graph, LEASH_PX, SHADE_LEASH_PX);

  const mat = drawMat(scene.mat, camera);
  // A wall stands for the side of a room: it throws no shadow.
  const casting = sceneMeshes({ ...scene, solids: scene.solids.filter(({ paint }) => paint !== 'wall') });
  const shadow = drawShadow(casting, overheadLamp(camera), camera);
  const lines = foldLines(graph, {
    widthPx: LINE.widthUnits * PX_PER_UNIT,
    faintFoldM: LINE.faintFoldM,
    fullFoldM: LINE.fullFoldM,
    taperPx: LINE.taperUnits * PX_PER_UNIT,
    shortestPx: LINE.shortestUnits * PX_PER_UNIT,
    tolerancePx: TOLERANCE_PX,
  });
  const inUnits = (loop: readonly Cubic[]): Cubic[] => toUnits(loop, traced.cornerPx);
  const areas = [...labelOutlines(graph, TOLERANCE_PX)]
    .sort(([a], [b]) => toneIndex(b) - toneIndex(a))
    .map(([label, loops]) => {
      const { paint, tone } = paintOfLabel(label);
      const colour = paintColour(paint, tone);
      return `<path fill="${colour}" stroke="${colour}" d="${closedPath(loops.map(inUnits))}"/>`;
    });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${cardSize.widthUnits} ${cardSize.heightUnits}" role="img">`,
    `<title>${escapeText(options.title)}</title>`,
    `<path fill="${groundColours.matEdge}" d="${polygonPath(mat.edge)}"/>`,
    `<path fill="${groundColours.mat}" d="${polygonPath(mat.face)}"/>`,
    `<path fill="${groundColours.shadow}" fill-opacity=".16" d="${closedPath(shadow)}"/>`,
    `<g stroke-width="${String(OVERLAP_UNITS).replace(/^0/, '')}" stroke-linejoin="round">`,
    ...areas,
    '</g>',
    `<path fill="${groundColours.line}" fill-opacity=".65" d="${closedPath(lines.map(inUnits))}"/>`,
    '</svg>',
  ].join('');
}

/** Straight above but for a lean in the camera's direction, so that some of the shadow shows in front of the body. */
function overheadLamp({ forwardInWorld: [x, y] }: Camera): readonly [number, number, number] {
  const horizontal = Math.hypot(x, y) || 1;
  return [(SHADOW_LEAN * x) / horizontal, (SHADOW_LEAN * y) / horizontal, 1];
}

function toneIndex(label: number): number {
  return tones.indexOf(paintOfLabel(label).tone);
}

/** Curves of the traced part of the picture in units of the card. */
function toUnits(loop: readonly Cubic[], [left, top]: Point): Cubic[] {
  const scale = (p: Point): Point => [(p[0] + left) / PX_PER_UNIT, (p[1] + top) / PX_PER_UNIT];
  return loop.map(([a, b, c, d]): Cubic => [scale(a), scale(b), scale(c), scale(d)]);
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
