import type { Camera, View } from './camera.ts';
import { boundsOf, frameCamera } from './camera.ts';
import { drawingElements, painted } from './drawing-svg.ts';
import { traceScene } from './drawing.ts';
import { straightLoop, type Point } from './fit-curve.ts';
import { matUnder } from './mat.ts';
import type { Scene } from './scene.ts';
import { sceneMeshes } from './scene.ts';
import { drawArrows, type Travel } from './strip-arrows.ts';
import { mirroredOnLeft, shownAs, svgFile } from './svg-file.ts';
import { clipPolygon, closedPath, polygonOf, STEPS_PER_UNIT } from './svg-path.ts';
import { wallBeyondFrame, wallInFrame } from './wall.ts';

/** One picture of a strip. */
export interface StripPanel {
  readonly scene: Omit<Scene, 'mat'>;
  /** The ways that parts of the body take from here to the next picture. */
  readonly travels: readonly Travel[];
}

export interface StripOptions {
  readonly view: View;
  /** What the strip shows, in words. */
  readonly title: string;
}

/** Size of a strip in its own units. */
export const stripSize = { widthUnits: 480, heightUnits: 150 } as const;

const PANEL = { gapUnits: 18, roundUnits: 7, marginUnits: 8 } as const;
const MOST_UNITS_PER_M = 115;
const DISTANCE_M = 6;
/** Width of an outline in print. */
const PRINT_LINE_UNITS = 0.7;
const FINENESS = {
  pxPerUnit: 3,
  tolerancePx: 1,
  lineUnits: 0.85,
  taperUnits: 9,
  detail: 0.6,
  hasFineLines: false,
} as const;

/**
 * Two or three scenes of one movement side by side, all of one scale and seen from one side, with arrows for what moves. They share
 * the whole width. Coloured like a card: `#print` at the end of the address gives black lines on white, `#left` the mirror image of every
 * picture, in the same order, `#back` the way back: the pictures in the other order, with the arrows turned round. They go together in
 * the order `#left-back-print`.
 *
 * @throws RangeError unless there are two or three panels
 */
export function drawStrip(panels: readonly StripPanel[], { view, title }: StripOptions): string {
  if (panels.length < 2 || panels.length > 3) throw new RangeError(`A strip has 2 or 3 panels, not ${panels.length}.`);
  const { widthUnits, heightUnits } = stripSize;
  const mat = matUnder(togetherOf(panels.map(({ scene }) => scene)));
  const scenes = panels.map(({ scene }) => ({ ...scene, mat }));
  const panel = { widthUnits: (widthUnits + PANEL.gapUnits) / panels.length - PANEL.gapUnits, heightUnits };
  const placeUnits = (at: number): number => at * (panel.widthUnits + PANEL.gapUnits);
  const cameras = panelCameras(scenes, view, panel);
  const drawn = panels.map(({ travels }, i) => {
    const camera = cameras[i]!;
    const pictured = panelElements(scenes[i]!, camera, panel, `m${i}`);
    const arrows = (travels: StripPanel['travels']): string => drawArrows(travels, scenes[i]!.figure, camera, panel);
    const cameFrom = (panels[i - 1]?.travels ?? []).map((way) => [...way].reverse());
    const ways = `<g class="onwards">${arrows(travels)}</g><g class="back">${arrows(cameFrom)}</g>`;
    const onwards = i === 0 ? '' : chevron(placeUnits(i) - PANEL.gapUnits / 2, heightUnits / 2);
    const placed = `translate(${placeUnits(i) * STEPS_PER_UNIT})`;
    return `${onwards}<g class="panel${i}" transform="${placed}"><g class="picture">${pictured}${ways}</g></g>`;
  });
  const placesBack = panels.map((_, i) => {
    const place = placeUnits(panels.length - 1 - i);
    return `${shownAs('back')} .panel${i}{transform:translateX(${place * STEPS_PER_UNIT}px)}`;
  });
  return svgFile(drawn.join(''), {
    widthUnits,
    heightUnits,
    title,
    fragments: ['print', 'left', 'left-print', 'back', 'back-print', 'left-back', 'left-back-print'],
    printLineUnits: PRINT_LINE_UNITS,
    more: [
      mirroredOnLeft(panel.widthUnits),
      `${shownAs('back')} .onwards{display:none}`,
      `${shownAs('back')} .back{display:inline}`,
      ...placesBack,
    ].join(''),
  });
}

interface PanelSize {
  readonly widthUnits: number;
  readonly heightUnits: number;
}

/** Cameras of one view and scale: each has its body in the middle, and the ground is at one height in all. */
function panelCameras(scenes: readonly Scene[], view: View, { widthUnits, heightUnits }: PanelSize): Camera[] {
  const roomUnits = {
    wide: widthUnits - 2 * PANEL.marginUnits,
    high: heightUnits - 2 * PANEL.marginUnits,
  };
  const pointsOf = (scene: Scene): Float32Array[] => sceneMeshes(wallInFrame(scene)).map(({ positions }) => positions);
  const together = frameCamera(view, scenes.flatMap(pointsOf), {
    widthPx: widthUnits,
    heightPx: heightUnits,
    marginPx: 0,
    distanceM: DISTANCE_M,
    maximumPxPerM: 100,
  });
  const seen = scenes.map((scene) => boundsOf(together, pointsOf(scene)));
  const top = Math.min(...seen.map((bounds) => bounds.top));
  const bottom = Math.max(...seen.map((bounds) => bounds.bottom));
  const widest = Math.max(...seen.map(({ left, right }) => right - left));
  const scale = Math.min(
    roomUnits.wide / widest,
    roomUnits.high / (bottom - top),
    (MOST_UNITS_PER_M * DISTANCE_M) / together.focalPx,
  );
  const [centreX, centreY] = together.centrePx;
  return seen.map(({ left, right }) => ({
    ...together,
    focalPx: together.focalPx * scale,
    centrePx: [
      widthUnits / 2 + (centreX - (left + right) / 2) * scale,
      heightUnits / 2 + (centreY - (top + bottom) / 2) * scale,
    ],
  }));
}

function panelElements(scene: Scene, camera: Camera, size: PanelSize, clipId: string): string {
  const { widthUnits: w, heightUnits: h } = size;
  const drawing = traceScene(wallBeyondFrame(scene), camera, FINENESS);
  // The mat is cut at the panel's sides, without a border; all else lies inside.
  const face = straightLoop(clipPolygon(polygonOf(drawing.mat.face), [0, 0], [w, h]));
  const place = `width="${w * STEPS_PER_UNIT}" height="${h * STEPS_PER_UNIT}" rx="${PANEL.roundUnits * STEPS_PER_UNIT}"`;
  return (
    `<rect class="panel" ${place}/>` + drawingElements({ ...drawing, mat: { face, edge: [], border: [] } }, clipId)
  );
}

/** Leads from one panel to the next. */
function chevron(x: number, y: number): string {
  const points: Point[] = [
    [x - 2.5, y - 5.5],
    [x + 3, y],
    [x - 2.5, y + 5.5],
    [x - 4, y + 4],
    [x, y],
    [x - 4, y - 4],
  ];
  return painted('arrow', closedPath([straightLoop(points)]));
}

/** All that is in any of the scenes, as one. */
function togetherOf(scenes: readonly Omit<Scene, 'mat'>[]): Omit<Scene, 'mat'> {
  const first = scenes[0]!;
  const others = scenes.map(({ figure }) => ({
    positions: figure.positions,
    normals: figure.normals,
    indices: figure.mesh.indices,
    paint: 'skin' as const,
  }));
  return { figure: first.figure, solids: [...scenes.flatMap(({ solids }) => solids), ...others] };
}
