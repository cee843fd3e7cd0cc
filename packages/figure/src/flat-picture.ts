import type { BorderKind, LabelImage } from './border-graph.ts';
import type { Camera } from './camera.ts';
import { figurePaint } from './figure-paint.ts';
import { facingLamp, fromCameraAxes, litVertices, spreadOverSurface } from './light.ts';
import { limbNames, type LimbName } from './limbs.ts';
import type { Tone } from './paint.ts';
import { labelOf, paintOfLabel, tones } from './paint.ts';
import type { VisibilityBuffer } from './rasterise.ts';
import { attributeAt, nearestVertex, rasterise } from './rasterise.ts';
import type { PosedFigure, Scene } from './scene.ts';
import { sceneMeshes } from './scene.ts';
import { solidEdges, type SolidEdges } from './solid-edges.ts';
import { removeSpecks, removeThreads, type Neighbour } from './specks.ts';

/** A scene in flat colours, and what it needs to be outlined. */
export interface FlatPicture {
  readonly image: LabelImage;
  readonly kindBetween: (pixelA: number, pixelB: number) => BorderKind;
}

/** The lamp in the camera's axes: above, a little from the left and from the viewer's side. */
const LAMP_IN_CAMERA = [-0.3, 0.84, 0.45] as const;
/** Light below which a surface is drawn in the shade, 0 (turned away or in shadow) to 1 (facing the lamp). */
const SHADE_LIMIT = 0.3;
/** Light that a face has beyond the rest of the body. */
const FACE_LIGHT = 0.17;
/** How much of the light is left in a cast shadow. */
const LIGHT_IN_SHADOW = 0.45;
/** Detail of light and shade on the body smaller than this is left out. */
const SHADE_DETAIL_M = 0.03;
/** A limb whose fellow is nearer to the camera by this much is drawn darker. */
const FAR_LIMB_M = 0.06;
/** Neighbouring pixels that see points of the skin farther apart than this, at rest, have a fold between them. */
const FOLD_M = 0.025;

/** Draws the scene in flat colours. `pxPerUnit` is the number of pixels that the measures below are to have for each unit. */
export function flatPicture(scene: Scene, camera: Camera, pxPerUnit: number): FlatPicture {
  const seen = rasterise(sceneMeshes(scene), camera);
  const { figure, solids } = scene;
  const lamp = fromCameraAxes(camera, LAMP_IN_CAMERA);
  const lit = litVertices(sceneMeshes(scene), lamp);
  const lights = [
    spreadOverSurface(figure.mesh, withLightOnFace(figure, shadeOf(figure.normals, lit[0]!, lamp)), SHADE_DETAIL_M),
    ...solids.map((solid, i) => shadeOf(solid.normals, lit[i + 1]!, lamp)),
  ];
  const farness = spreadOverSurface(figure.mesh, farLimbs(figure, camera), SHADE_DETAIL_M);
  const labels = new Uint8Array(seen.depthM.length);
  for (let pixel = 0; pixel < labels.length; pixel++) {
    const mesh = seen.mesh[pixel]!;
    if (mesh < 0) continue;
    const indices = mesh === 0 ? figure.mesh.indices : solids[mesh - 1]!.indices;
    const inShade = attributeAt(seen, pixel, indices, lights[mesh]!, 1, 0) < SHADE_LIMIT;
    if (mesh === 0) {
      const isFar = attributeAt(seen, pixel, indices, farness, 1, 0) > 0.5;
      labels[pixel] = labelOf(figurePaint(figure, seen, pixel), toneFor(inShade, isFar));
    } else labels[pixel] = labelOf(solids[mesh - 1]!.paint, toneFor(inShade, false));
  }
  const image = { widthPx: seen.widthPx, heightPx: seen.heightPx, labels };
  const kindBetween = borderKinds(figure, seen, labels, solidEdges(solids, seen));
  calmPicture(image, kindBetween, pxPerUnit);
  return { image, kindBetween };
}

function toneFor(inShade: boolean, isFar: boolean): Tone {
  return tones[Number(inShade) + Number(isFar)]!;
}

function shadeOf(normals: Float32Array, lit: Float32Array, lamp: readonly [number, number, number]): Float32Array {
  return facingLamp(normals, lamp).map((cosine, v) => {
    const wrapped = (cosine + 0.35) / 1.35;
    return Math.max(0, wrapped) * (LIGHT_IN_SHADOW + (1 - LIGHT_IN_SHADOW) * lit[v]!);
  });
}

/** Half a face in the shade is a mask: what is on the head is drawn in the light unless it is in deep shade. */
function withLightOnFace({ limbs }: PosedFigure, light: Float32Array): Float32Array {
  const head = limbNames.indexOf('head');
  return light.map((share, vertex) => (limbs[vertex] === head ? share + FACE_LIGHT : share));
}

/** 1 on the vertices of an arm or leg whose fellow is nearer to the camera, on average over its skin, else 0. */
function farLimbs(figure: PosedFigure, camera: Camera): Float32Array {
  const sums = limbNames.map(() => 0);
  const counts = limbNames.map(() => 0);
  figure.limbs.forEach((limb, v) => {
    for (let k = 0; k < 3; k++) sums[limb]! += figure.positions[v * 3 + k]! * camera.forwardInWorld[k]!;
    counts[limb]!++;
  });
  const isFar = limbNames.map(() => 0);
  for (const [proximal, distal] of [
    ['arm', 'hand'],
    ['leg', 'foot'],
  ] as const) {
    const limbsOf = (side: 'left' | 'right'): number[] => [
      limbNames.indexOf(`${proximal}.${side}` as LimbName),
      limbNames.indexOf(`${distal}.${side}` as LimbName),
    ];
    const meanOf = (limbs: readonly number[]): number =>
      limbs.reduce((sum, limb) => sum + sums[limb]!, 0) / limbs.reduce((sum, limb) => sum + counts[limb]!, 0);
    const farther = meanOf(limbsOf('left')) - meanOf(limbsOf('right'));
    if (Math.abs(farther) > FAR_LIMB_M) for (const limb of limbsOf(farther > 0 ? 'left' : 'right')) isFar[limb] = 1;
  }
  const far = new Float32Array(figure.limbs.length);
  for (let v = 0; v < far.length; v++) far[v] = isFar[figure.limbs[v]!]!;
  return far;
}

/** Least areas in square units of the final picture: of a patch of light or shade, of anything else, of a gap to the ground. */
const LEAST_SHADE = 560;
const LEAST_AREA = 40;
const LEAST_GAP = 24;
/** Half the width of the window in which threads are looked for, units. */
const THREAD_REACH = 1;

/** Takes out areas that would be drawn as specks. */
function calmPicture(image: LabelImage, kindBetween: FlatPicture['kindBetween'], pxPerUnit: number): void {
  const isShadeOf = (label: number, { label: other, borderPx, joinedPx }: Neighbour): boolean =>
    joinedPx > borderPx / 2 && isSamePaint(label, other);
  removeThreads(image, Math.round(pxPerUnit * THREAD_REACH));
  removeSpecks(image, {
    isJoined: (a, b) => !kindBetween(a, b).isBreak,
    // Never to the ground when there is a surface to go to: that would bite into the outline.
    affinity: (label, neighbour) => (isShadeOf(label, neighbour) ? 2 : Math.sign(neighbour.label)),
    leastPx: (label, heir) =>
      (label === 0 ? LEAST_GAP : isShadeOf(label, heir) ? LEAST_SHADE : LEAST_AREA) * pxPerUnit ** 2,
  });
}

/** Borders on a surface that goes on: of light and shade, and of two paints. */
const goesOn = {
  shade: { isBreak: false, isShade: true, nearDepthM: 0, rank: 1, foldM: 0 },
  hem: { isBreak: false, isShade: false, nearDepthM: 0, rank: 2, foldM: 0 },
} as const satisfies Record<string, BorderKind>;

function borderKinds(
  figure: PosedFigure,
  seen: VisibilityBuffer,
  labels: Uint8Array,
  edgeOfSolids: SolidEdges,
): (pixelA: number, pixelB: number) => BorderKind {
  const { indices, positions } = figure.mesh;
  const atRest = (pixel: number, axis: number): number => attributeAt(seen, pixel, indices, positions, 3, axis);
  const handsAndFeet = limbNames.map((name) => name.startsWith('hand') || name.startsWith('foot'));
  return (a, b) => {
    const isOneTriangle = seen.mesh[a] === seen.mesh[b] && seen.triangle[a] === seen.triangle[b];
    if (isOneTriangle && labels[a] === labels[b] && seen.mesh[a] === 0) return goesOn.shade;
    const nearDepthM = Math.min(seen.depthM[a]!, seen.depthM[b]!);
    const samePaint = labels[a] === labels[b] || isSamePaint(labels[a]!, labels[b]!);
    const rank = samePaint ? 1 : 2;
    if (seen.mesh[a]! > 0 && seen.mesh[b]! > 0) {
      const { isBreak, foldM } = edgeOfSolids(a, b);
      return { isBreak, isShade: samePaint && foldM === 0, nearDepthM, rank, foldM: samePaint ? foldM : 0 };
    }
    if (seen.mesh[a] !== seen.mesh[b]) return { isBreak: true, isShade: false, nearDepthM, rank: 0, foldM: 0 };
    const apartM = Math.hypot(atRest(a, 0) - atRest(b, 0), atRest(a, 1) - atRest(b, 1), atRest(a, 2) - atRest(b, 2));
    if (apartM < FOLD_M) return samePaint ? goesOn.shade : goesOn.hem;
    const limbA = figure.limbs[nearestVertex(seen, a, indices)]!;
    const limbB = figure.limbs[nearestVertex(seen, b, indices)]!;
    // Between fingers or toes lines would crowd; between two colours the edge speaks for itself.
    const weight = limbA === limbB && handsAndFeet[limbA] ? 0 : samePaint ? 1 : 0.4;
    return { isBreak: true, isShade: false, nearDepthM, rank, foldM: apartM * weight };
  };
}

function isSamePaint(labelA: number, labelB: number): boolean {
  if (labelA === 0 || labelB === 0) return false;
  return labelA === labelB || paintOfLabel(labelA).paint === paintOfLabel(labelB).paint;
}
