import type { BorderKind, LabelImage } from './border-graph.ts';
import type { Camera } from './camera.ts';
import { borderKinds, isSamePaint } from './figure-borders.ts';
import { figurePaint } from './figure-paint.ts';
import { facingLamp, fromCameraAxes, litVertices, spreadOverSurface } from './light.ts';
import { limbNames, type LimbName } from './limbs.ts';
import type { Paint, Tone } from './paint.ts';
import { labelOf, paintOfLabel, tones } from './paint.ts';
import { attributeAt, rasterise, type VisibilityBuffer } from './rasterise.ts';
import type { PosedFigure, Scene } from './scene.ts';
import { sceneMeshes } from './scene.ts';
import { solidEdges } from './solid-edges.ts';
import { removeSpecks, removeThreads, type Neighbour, type SpeckRules } from './specks.ts';

/** A scene in flat colours, and what it needs to be outlined. */
export interface FlatPicture {
  readonly image: LabelImage;
  readonly seen: VisibilityBuffer;
  readonly kindBetween: (pixelA: number, pixelB: number) => BorderKind;
}

/** The lamp in the camera's axes: above, a little from the left and from the viewer's side. */
const LAMP_IN_CAMERA = [-0.3, 0.84, 0.45] as const;
/** Light below which a surface is drawn in the shade, 0 (turned away or in shadow) to 1 (facing the lamp). */
const SHADE_LIMIT = 0.3;
/** Light that a face has beyond the rest of the body. */
const FACE_LIGHT = 0.3;
/** Light that hair has less. */
const HAIR_SHADE = 0.12;
/** How much of the light is left in a cast shadow. */
const LIGHT_IN_SHADOW = 0.45;
/** Detail of light and shade on the body smaller than this is left out. */
const SHADE_DETAIL_M = 0.038;
const HEAD_SHADE_DETAIL_M = 0.012;
/** A limb whose fellow is nearer to the camera by this much is drawn darker. */
const FAR_LIMB_M = 0.06;

export interface Detail {
  /** The number of pixels that the measures below are to have for each unit. */
  readonly pxPerUnit: number;
  /** Whether there are fine lines: between fingers and toes, along edges and seams of things. */
  readonly hasFineLines: boolean;
}

/** Draws the scene in flat colours. */
export function flatPicture(scene: Scene, camera: Camera, detail: Detail): FlatPicture {
  const seen = rasterise(sceneMeshes(scene), camera);
  const { figure, solids } = scene;
  const lamp = fromCameraAxes(camera, LAMP_IN_CAMERA);
  const lit = litVertices(sceneMeshes(scene), lamp);
  const lights = [
    lightOnFigure(figure, shadeOf(figure.normals, lit[0]!, lamp)),
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
  const kindBetween = borderKinds(figure, seen, labels, solidEdges(solids, seen), detail);
  calmPicture(image, kindBetween, detail.pxPerUnit);
  return { image, kindBetween, seen };
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

/** Light on the figure without small detail: of head and neck, which are small themselves, less is left out. */
function lightOnFigure(figure: PosedFigure, light: Float32Array): Float32Array {
  const isHead = limbNames.map((name) => name === 'head' || name === 'neck');
  const onBody = spreadOverSurface(figure.mesh, light, SHADE_DETAIL_M);
  const onHead = spreadOverSurface(figure.mesh, withLightOnFace(figure, light), HEAD_SHADE_DETAIL_M);
  return onBody.map((share, v) => (isHead[figure.limbs[v]!] ? onHead[v]! : share));
}

/** Half a face in the shade is a mask: what is on the head is drawn in the light unless it is in deep shade. Hair has its shade sooner. */
function withLightOnFace({ limbs, mesh }: PosedFigure, light: Float32Array): Float32Array {
  const head = limbNames.indexOf('head');
  const isHair = (vertex: number): boolean => mesh.fields[3 * vertex + 2]! > 0;
  return light.map((share, v) => share + (isHair(v) ? -HAIR_SHADE : limbs[v] === head ? FACE_LIGHT : 0));
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

/** Least areas in square units of the final picture: of a patch of light or shade, and of anything else. */
const LEAST_SHADE = 560;
const LEAST_AREA = 40;
/** And of a gap to the ground: what gives way leaves no spot of paper, what is made of wood does. */
const LEAST_GAP = { atSoft: 130, atHard: 24 } as const;
const hardPaints: ReadonlySet<Paint> = new Set(['block', 'chair', 'wall']);
/** Half the width of the window in which threads are looked for, units. */
const THREAD_REACH = 1;

const leastGap = ({ label }: Neighbour): number =>
  LEAST_GAP[hardPaints.has(paintOfLabel(label).paint) ? 'atHard' : 'atSoft'];

/** Takes out areas that would be drawn as specks. */
function calmPicture(image: LabelImage, kindBetween: FlatPicture['kindBetween'], pxPerUnit: number): void {
  const isShadeOf = (label: number, { label: other, borderPx, joinedPx }: Neighbour): boolean =>
    joinedPx > borderPx / 2 && isSamePaint(label, other);
  removeThreads(image, Math.round(pxPerUnit * THREAD_REACH));
  const rules: SpeckRules = {
    isJoined: (a, b) => !kindBetween(a, b).isBreak,
    // Never to the ground when there is a surface to go to: that would bite into the outline.
    affinity: (label, neighbour) => (isShadeOf(label, neighbour) ? 2 : Math.sign(neighbour.label)),
    leastPx: (label, heir) =>
      (label === 0 ? leastGap(heir) : isShadeOf(label, heir) ? LEAST_SHADE : LEAST_AREA) * pxPerUnit ** 2,
  };
  // What one speck was given to may itself be one.
  for (let round = 0; round < 3; round++) if (removeSpecks(image, rules) === 0) break;
}
