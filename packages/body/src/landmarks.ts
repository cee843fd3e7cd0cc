import type { Vec3 } from '@sacra/geometry';
import type { Landmark } from './body.ts';
import type { Flesh, Measure } from './measure.ts';
import { forSide, sides } from './sides.ts';
import type { SegmentIndex } from './skeleton.ts';
import { fleshOf, type GirthPart } from './tables.ts';

/** `g` gives girths of the flesh of the part: the segment's, unless the plan names another. */
type Place = (m: Measure, g: Flesh['girth']) => Vec3;
type Plan = readonly [segment: string, place: Place, flesh?: GirthPart];

/** Skin points of paired parts, for the left side. Our own placement on the segment frames (docs/science/body.md). */
const pairedLandmarks: Readonly<Record<string, Plan>> = {
  // hand and forearm
  'palm-heel': ['hand', (m, g) => [0, -g(0.016), -m.stature(0.012)]],
  'palm-index': ['hand', (m, g) => [m.stature(0.022), -g(0.014), -m.stature(0.048)]],
  'palm-little': ['hand', (m, g) => [-m.stature(0.022), -g(0.014), -m.stature(0.045)]],
  'palm-centre': ['hand', (m, g) => [0, -g(0.016), -m.stature(0.03)]],
  'hand-back': ['hand', (m, g) => [0, g(0.014), -m.stature(0.04)]],
  knuckles: ['fingers', (m, g) => [0, g(0.011), -m.stature(0.012)]],
  fingertip: ['fingertips', (m, g) => [0, -g(0.008), -m.stature(0.026)]],
  'wrist-centre': ['hand', () => [0, 0, 0]],
  'wrist-ulnar': ['forearm', (m, g) => [-g(0.028), 0, -m.forearmM + m.stature(0.012)], 'wrist'],
  'forearm-under': ['forearm', (m, g) => [-g(0.01), -g(0.031), -0.45 * m.forearmM]],
  elbow: ['upper-arm', (m, g) => [-g(0.034), 0, -m.upperArmM - g(0.008)], 'forearm'],
  'elbow-centre': ['forearm', () => [0, 0, 0]],
  'upper-arm-outer': ['upper-arm', (m, g) => [0, g(0.045), -0.4 * m.upperArmM]],
  // shoulder
  'shoulder-centre': ['upper-arm', () => [0, 0, 0]],
  'shoulder-back': ['clavicle', (m, g) => [-m.stature(0.02) - g(0.056), m.across(0.088), -m.stature(0.016)]],
  'shoulder-side': ['clavicle', (m, g) => [-m.stature(0.02), m.across(0.088) + g(0.06), -m.stature(0.016)]],
  'shoulder-top': ['clavicle', (m) => [-m.stature(0.03), m.across(0.088), m.stature(0.018)]],
  'shoulder-blade': ['thorax-upper', (m, g) => [-g(0.075), m.across(0.045), -m.trunk(0.005)]],
  // head
  'head-side': ['head', (m) => [0, m.stature(0.049), m.stature(0.025)]],
  // pelvis
  'sit-bone': ['pelvis', (m, g) => [-g(0.035), m.across(0.035), -g(0.088)]],
  buttock: ['pelvis', (m, g) => [-g(0.125), m.across(0.038), -g(0.005)]],
  'hip-side': ['pelvis', (m, g) => [0, g(0.104) + m.frameRatio * g(0.072), 0]],
  'hip-front': ['pelvis', (m, g) => [g(0.075), m.across(0.06), m.trunk(0.045)]],
  'hip-centre': ['thigh', () => [0, 0, 0]],
  // thigh and knee
  'thigh-front': ['thigh', (m, g) => [g(0.082), 0, -0.55 * m.thighM]],
  'thigh-outer': ['thigh', (m, g) => [0, g(0.078), -0.5 * m.thighM]],
  'thigh-back': ['thigh', (m, g) => [-g(0.068), 0, -0.55 * m.thighM]],
  kneecap: ['thigh', (m, g) => [g(0.058), 0, -m.thighM + m.stature(0.006)], 'knee'],
  'knee-outer': ['thigh', (m, g) => [0, g(0.055), -m.thighM], 'knee'],
  'knee-inner': ['thigh', (m, g) => [0, -g(0.052), -m.thighM], 'knee'],
  knee: ['shank', (m, g) => [g(0.052), 0, -m.stature(0.012)], 'knee'],
  'knee-centre': ['shank', () => [0, 0, 0]],
  // shank, ankle and foot
  'shin-mid': ['shank', (m, g) => [g(0.043), 0, -0.5 * m.shankM]],
  'shank-outer': ['shank', (m, g) => [0, g(0.045), -0.55 * m.shankM]],
  'calf-back': ['shank', (m, g) => [-g(0.06), 0, -0.3 * m.shankM], 'calf'],
  'ankle-centre': ['foot', () => [0, 0, 0]],
  'ankle-outer': ['foot', (m, g) => [0, g(0.036), -m.stature(0.003)]],
  'foot-outer': ['foot', (m, g) => [m.stature(0.05), g(0.042), -0.55 * m.ankleHeightM]],
  'foot-top': ['foot', (m, g) => [m.stature(0.072), 0, -m.ankleHeightM + g(0.032)]],
  instep: ['foot', (m) => [m.stature(0.04), 0, -m.stature(0.005)]],
  heel: ['foot', (m) => [-m.stature(0.022), 0, -m.ankleHeightM]],
  'heel-back': ['foot', (m, g) => [-m.stature(0.018) - g(0.0305), 0, -0.5 * m.ankleHeightM]],
  'ball-big': ['foot', (m) => [m.stature(0.077), -m.stature(0.017), -m.ankleHeightM]],
  'ball-little': ['foot', (m) => [m.stature(0.068), m.stature(0.02), -m.ankleHeightM]],
  'toe-tip': ['toes', (m, g) => [m.stature(0.032), 0, -g(0.012)]],
  'toe-base-big': ['toes', (m, g) => [0, -m.stature(0.017), -g(0.012)]],
  'toe-base-little': ['toes', (m, g) => [-m.stature(0.009), m.stature(0.02), -g(0.012)]],
  'toe-top': ['toes', (m, g) => [m.stature(0.028), 0, g(0.01)]],
};

const middleLandmarks: Readonly<Record<string, Plan>> = {
  sacrum: ['pelvis', (m, g) => [-g(0.118), 0, m.trunk(0.04)]],
  belly: ['lumbar-middle', (_, g) => [g(0.12), 0, 0]],
  'lumbar-back': ['lumbar-middle', (m, g) => [-g(0.085), 0, m.trunk(0.02)]],
  'mid-back': ['thorax-lower', (m, g) => [-g(0.075), 0, m.trunk(0.02)]],
  chest: ['thorax-lower', (m, g) => [g(0.145), 0, m.trunk(0.01)]],
  breastbone: ['thorax-upper', (m, g) => [g(0.105), 0, -m.trunk(0.01)]],
  'upper-back': ['thorax-upper', (m, g) => [-g(0.073), 0, m.trunk(0.01)]],
  'neck-back': ['neck', (m, g) => [-g(0.05), 0, m.trunk(0.03)]],
  'head-back': ['head', (m) => [-m.stature(0.048), 0, m.stature(0.025)]],
  'head-centre': ['head', (m) => [m.stature(0.006), 0, m.stature(0.032)]],
  forehead: ['head', (m) => [m.stature(0.062), 0, m.stature(0.046)]],
  nose: ['head', (m) => [m.stature(0.07), 0, m.stature(0.01)]],
  chin: ['head', (m) => [m.stature(0.046), 0, -m.stature(0.042)]],
  crown: ['head', (m) => [m.stature(0.005), 0, m.stature(0.082)]],
};

/** Every landmark of a body, by name. */
export const landmarkNames: readonly string[] = [
  ...Object.keys(middleLandmarks),
  ...Object.keys(pairedLandmarks).flatMap((name) => sides.map((side) => `${name}.${side}`)),
];

export function createLandmarks(m: Measure, segmentIndex: SegmentIndex): Map<string, Landmark> {
  const landmarks = new Map<string, Landmark>();
  const placed = ([segment, place, flesh]: Plan): Vec3 => place(m, m.flesh(flesh ?? fleshOf(segment)).girth);
  for (const [name, plan] of Object.entries(middleLandmarks)) {
    landmarks.set(name, { name, segment: segmentIndex(plan[0], undefined), positionM: placed(plan) });
  }
  for (const [plain, plan] of Object.entries(pairedLandmarks)) {
    for (const side of sides) {
      const name = `${plain}.${side}`;
      landmarks.set(name, { name, segment: segmentIndex(plan[0], side), positionM: forSide(placed(plan), side) });
    }
  }
  return landmarks;
}
