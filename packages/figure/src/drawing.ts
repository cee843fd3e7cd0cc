import { borderGraph } from './border-graph.ts';
import type { Camera } from './camera.ts';
import { cropTo, enlarge } from './camera.ts';
import { drawFace } from './face-on-picture.ts';
import type { Cubic, Point } from './fit-curve.ts';
import { flatPicture } from './flat-picture.ts';
import { drawShadow } from './floor-shadow.ts';
import { foldLines } from './fold-lines.ts';
import { drawMat, type DrawnMat } from './mat.ts';
import { labelOutlines } from './outlines.ts';
import { labelOf, paintOfLabel, paints, type Paint, type Tone } from './paint.ts';
import type { Scene } from './scene.ts';
import { sceneMeshes } from './scene.ts';
import { smoothBorders } from './smooth-borders.ts';
import { wallFaceXM } from './wall.ts';

/** Loops of curves of one colour. */
export interface Area {
  readonly paint: Paint;
  readonly tone: Tone;
  readonly loops: readonly (readonly Cubic[])[];
}

/** A scene taken apart into what is drawn one over the other, in the units of the picture. */
export interface Drawing {
  readonly mat: DrawnMat;
  readonly shadow: readonly (readonly Cubic[])[];
  /** Everything of one paint as one area, in its light tone: what is cut out of coloured paper. */
  readonly areas: readonly Area[];
  /** What lies in the shade, over the areas. */
  readonly shades: readonly Area[];
  /** Lines as slivers, over the shades. */
  readonly lines: readonly (readonly Cubic[])[];
  /** The lips, and strokes of the face as slivers, over all. */
  readonly lips: readonly (readonly Cubic[])[];
  readonly face: readonly (readonly Cubic[])[];
}

/** How finely a picture is traced. */
export interface Fineness {
  /** Pixels traced for a unit of the picture. */
  readonly pxPerUnit: number;
  /** How far a curve may be from what it follows, traced pixels. */
  readonly tolerancePx: number;
  /** Width of a line where it is widest, and length over which its ends run out, units. */
  readonly lineUnits: number;
  readonly taperUnits: number;
  /** Smallest detail of light and shade, compared with that of a card. */
  readonly detail: number;
  /** Whether there are fine lines: between fingers and toes, along edges and seams of things. */
  readonly hasFineLines: boolean;
}

/** How far smoothing may move an outline, and an edge of shade, traced pixels. */
const LEASH_PX = 0.75;
const SHADE_LEASH_PX = 6;
/** How far the lamp of the shadow on the mat leans away from the viewer: the shadow falls this much forward for each metre of height. */
const SHADOW_LEAN = 0.12;
/** Lines shorter than this are left out, and gaps in a line closed, units. */
const SHORTEST_LINE_UNITS = 12;
const EVEN_LINE_UNITS = 4;
/** Strokes of the face are drawn a little wider than they are painted, and not at all where they come out shorter than this. */
const FACE = { widening: 1.5, leastWidthUnits: 0.85, shortestUnits: 2.5 } as const;

/** Traces a scene as `camera` sees it. */
export function traceScene(scene: Scene, camera: Camera, fineness: Fineness): Drawing {
  const { pxPerUnit, tolerancePx, lineUnits, taperUnits, detail, hasFineLines } = fineness;
  const bodies = sceneMeshes(scene).map(({ positions }) => positions);
  const traced = cropTo(enlarge(camera, pxPerUnit), bodies, pxPerUnit * 2);
  const { image, kindBetween, seen } = flatPicture(scene, traced.camera, {
    pxPerUnit: pxPerUnit * detail,
    hasFineLines,
  });
  const graph = borderGraph(image, kindBetween);
  smoothBorders(graph, LEASH_PX, SHADE_LEASH_PX);

  const inUnits = (loop: readonly Cubic[]): Cubic[] => toUnits(loop, traced.cornerPx, pxPerUnit);
  const areas = (groupOf: (label: number) => number): Area[] =>
    [...labelOutlines(graph, tolerancePx, groupOf)].map(([label, loops]) => ({
      ...paintOfLabel(label),
      loops: loops.map(inUnits),
    }));
  const lines = foldLines(graph, {
    widthPx: lineUnits * pxPerUnit,
    taperPx: taperUnits * pxPerUnit,
    shortestPx: SHORTEST_LINE_UNITS * pxPerUnit,
    evenPx: EVEN_LINE_UNITS * pxPerUnit,
    tolerancePx,
  });
  const face = drawFace(scene.figure.face, seen, traced.camera, {
    widening: FACE.widening,
    leastWidthPx: FACE.leastWidthUnits * pxPerUnit * detail,
    shortestPx: FACE.shortestUnits * pxPerUnit,
    tolerancePx: tolerancePx / 2,
  });
  // A wall stands for the side of a room: it throws no shadow.
  const casting = sceneMeshes({ ...scene, solids: scene.solids.filter(({ paint }) => paint !== 'wall') });
  return {
    mat: drawMat(scene.mat, camera),
    shadow: drawShadow(casting, overheadLamp(camera), camera, wallFaceXM(scene)),
    areas: areas(inTheLight),
    shades: areas(onlyShade),
    lines: [...lines, ...face.forms].map(inUnits),
    lips: face.lips.map(inUnits),
    face: face.strokes.map(inUnits),
  };
}

const labels = paints.flatMap((paint) => [labelOf(paint, 'light'), labelOf(paint, 'shade'), labelOf(paint, 'deep')]);
const lightLabels = Uint8Array.from([0, ...labels], (label) =>
  label === 0 ? 0 : labelOf(paintOfLabel(label).paint, 'light'),
);

/** The label of the same paint in the light. */
const inTheLight = (label: number): number => lightLabels[label]!;

const onlyShade = (label: number): number => (label === lightLabels[label] ? 0 : label);

/** Straight above but for a lean in the camera's direction, so that some of the shadow shows in front of the body. */
function overheadLamp({ forwardInWorld: [x, y] }: Camera): readonly [number, number, number] {
  const horizontal = Math.hypot(x, y) || 1;
  return [(SHADOW_LEAN * x) / horizontal, (SHADOW_LEAN * y) / horizontal, 1];
}

/** Curves of the traced part of the picture in units of the whole. */
function toUnits(loop: readonly Cubic[], [left, top]: Point, pxPerUnit: number): Cubic[] {
  const scale = (p: Point): Point => [(p[0] + left) / pxPerUnit, (p[1] + top) / pxPerUnit];
  return loop.map(([a, b, c, d]): Cubic => [scale(a), scale(b), scale(c), scale(d)]);
}
