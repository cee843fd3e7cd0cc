import { normalise, type Vec3 } from '@sacra/geometry';
import type { Landmark, Patch } from './body.ts';
import { forSide, sides } from './sides.ts';

type Plan = readonly [landmarks: readonly string[], outward: Vec3];

/** For the left side; directions are in the segment's frame and made unit vectors below. */
const pairedPatches: Readonly<Record<string, Plan>> = {
  palm: [
    ['palm-heel', 'palm-index', 'palm-little'],
    [0, -1, 0],
  ],
  fingertip: [['fingertip'], [0, -1, 0]],
  'hand-back': [['hand-back'], [0, 1, 0]],
  knuckles: [['knuckles'], [0, 1, 0]],
  'wrist-ulnar': [['wrist-ulnar'], [-1, 0, 0]],
  'forearm-under': [['forearm-under'], [-0.3, -1, 0]],
  elbow: [['elbow'], [-1, 0, -0.25]],
  'upper-arm-outer': [['upper-arm-outer'], [0, 1, 0]],
  'shoulder-back': [['shoulder-back'], [-1, 0, 0]],
  'shoulder-side': [['shoulder-side'], [0, 1, 0]],
  'shoulder-blade': [['shoulder-blade'], [-1, 0, 0]],
  'head-side': [['head-side'], [0, 1, 0]],
  'sit-bone': [['sit-bone'], [-0.3, 0, -1]],
  buttock: [['buttock'], [-1, 0, 0]],
  'hip-side': [['hip-side'], [0, 1, 0]],
  'thigh-front': [['thigh-front'], [1, 0, 0]],
  'thigh-outer': [['thigh-outer'], [0, 1, 0]],
  'thigh-back': [['thigh-back'], [-1, 0, 0]],
  kneecap: [['kneecap'], [1, 0, 0]],
  'knee-outer': [['knee-outer'], [0, 1, 0]],
  'knee-inner': [['knee-inner'], [0, -1, 0]],
  knee: [['knee'], [1, 0, 0]],
  'shin-mid': [['shin-mid'], [1, 0, 0]],
  'shank-outer': [['shank-outer'], [0, 1, 0]],
  'calf-back': [['calf-back'], [-1, 0, 0]],
  'ankle-outer': [['ankle-outer'], [0, 1, 0]],
  'foot-outer': [['foot-outer'], [0, 1, 0]],
  'foot-top': [['foot-top'], [0.3, 0, 1]],
  sole: [
    ['heel', 'ball-big', 'ball-little'],
    [0, 0, -1],
  ],
  ball: [
    ['ball-big', 'ball-little'],
    [0, 0, -1],
  ],
  heel: [['heel'], [0, 0, -1]],
  'heel-back': [['heel-back'], [-1, 0, 0]],
  toes: [
    ['toe-tip', 'toe-base-big', 'toe-base-little'],
    [0, 0, -1],
  ],
  'toe-tip': [['toe-tip'], [0, 0, -1]],
  'toe-top': [['toe-top'], [0, 0, 1]],
};

const middlePatches: Readonly<Record<string, Plan>> = {
  sacrum: [['sacrum'], [-1, 0, 0]],
  belly: [['belly'], [1, 0, 0]],
  'lumbar-back': [['lumbar-back'], [-1, 0, 0]],
  'mid-back': [['mid-back'], [-1, 0, 0]],
  chest: [['chest'], [1, 0, 0]],
  'upper-back': [['upper-back'], [-1, 0, 0]],
  'head-back': [['head-back'], [-1, 0, 0]],
  forehead: [['forehead'], [1, 0, 0.25]],
  chin: [['chin'], [0.5, 0, -1]],
  crown: [['crown'], [0, 0, 1]],
};

/** Every patch of a body, by name. */
export const patchNames: readonly string[] = [
  ...Object.keys(middlePatches),
  ...Object.keys(pairedPatches).flatMap((name) => sides.map((side) => `${name}.${side}`)),
];

export function createPatches(landmarks: ReadonlyMap<string, Landmark>): Map<string, Patch> {
  const patches = new Map<string, Patch>();
  const put = (name: string, points: readonly string[], normal: Vec3): void => {
    const first = landmarks.get(points[0]!);
    if (!first)
      throw new Error(`patch ${name}: no landmark ${points[0]}; there are ${[...landmarks.keys()].join(', ')}`);
    patches.set(name, { name, landmarks: points, normal: normalise(normal), segment: first.segment });
  };
  for (const [name, [points, outward]] of Object.entries(middlePatches)) put(name, points, outward);
  for (const [name, [points, outward]] of Object.entries(pairedPatches)) {
    for (const side of sides) {
      put(
        `${name}.${side}`,
        points.map((point) => `${point}.${side}`),
        forSide(outward, side),
      );
    }
  }
  return patches;
}
