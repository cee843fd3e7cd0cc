import type { Vec3 } from '@sacra/geometry';
import type { Landmark } from './body.ts';
import type { Measure } from './measure.ts';
import { forSide, sides } from './sides.ts';
import type { SegmentIndex } from './skeleton.ts';

type Place = (m: Measure) => Vec3;
type Plan = readonly [segment: string, place: Place];

/** Skin points of paired parts, for the left side. Our own placement on the segment frames (docs/science/body.md). */
const pairedLandmarks: Readonly<Record<string, Plan>> = {
  // hand and forearm
  'palm-heel': ['hand', (m) => [0, -m.girth(0.016), -m.stature(0.012)]],
  'palm-index': ['hand', (m) => [m.stature(0.022), -m.girth(0.014), -m.stature(0.048)]],
  'palm-little': ['hand', (m) => [-m.stature(0.022), -m.girth(0.014), -m.stature(0.045)]],
  'palm-centre': ['hand', (m) => [0, -m.girth(0.016), -m.stature(0.03)]],
  'hand-back': ['hand', (m) => [0, m.girth(0.014), -m.stature(0.04)]],
  knuckles: ['fingers', (m) => [0, m.girth(0.011), -m.stature(0.012)]],
  fingertip: ['fingertips', (m) => [0, -m.girth(0.008), -m.stature(0.026)]],
  'wrist-centre': ['hand', () => [0, 0, 0]],
  'wrist-ulnar': ['forearm', (m) => [-m.girth(0.028), 0, -m.forearmM + m.stature(0.012)]],
  'forearm-under': ['forearm', (m) => [-m.girth(0.01), -m.girth(0.031), -0.45 * m.forearmM]],
  elbow: ['upper-arm', (m) => [-m.girth(0.034), 0, -m.upperArmM - m.girth(0.008)]],
  'elbow-centre': ['forearm', () => [0, 0, 0]],
  'upper-arm-outer': ['upper-arm', (m) => [0, m.girth(0.045), -0.4 * m.upperArmM]],
  // shoulder
  'shoulder-centre': ['upper-arm', () => [0, 0, 0]],
  'shoulder-back': ['clavicle', (m) => [-m.stature(0.02) - m.girth(0.056), m.stature(0.088), -m.stature(0.016)]],
  'shoulder-side': ['clavicle', (m) => [-m.stature(0.02), m.stature(0.088) + m.girth(0.06), -m.stature(0.016)]],
  'shoulder-top': ['clavicle', (m) => [-m.stature(0.03), m.stature(0.088), m.stature(0.018)]],
  'shoulder-blade': ['thorax-upper', (m) => [-m.girth(0.075), m.stature(0.045), -m.stature(0.005)]],
  // head
  'head-side': ['head', (m) => [0, m.stature(0.049), m.stature(0.025)]],
  // pelvis
  'sit-bone': ['pelvis', (m) => [-m.girth(0.035), m.stature(0.035), -m.girth(0.088)]],
  buttock: ['pelvis', (m) => [-m.girth(0.125), m.stature(0.038), -m.girth(0.005)]],
  'hip-side': ['pelvis', (m) => [0, m.girth(0.176), 0]],
  'hip-front': ['pelvis', (m) => [m.girth(0.075), m.stature(0.06), m.stature(0.045)]],
  'hip-centre': ['thigh', () => [0, 0, 0]],
  // thigh and knee
  'thigh-front': ['thigh', (m) => [m.girth(0.082), 0, -0.55 * m.thighM]],
  'thigh-outer': ['thigh', (m) => [0, m.girth(0.078), -0.5 * m.thighM]],
  'thigh-back': ['thigh', (m) => [-m.girth(0.068), 0, -0.55 * m.thighM]],
  kneecap: ['thigh', (m) => [m.girth(0.058), 0, -m.thighM + m.stature(0.006)]],
  'knee-outer': ['thigh', (m) => [0, m.girth(0.055), -m.thighM]],
  'knee-inner': ['thigh', (m) => [0, -m.girth(0.052), -m.thighM]],
  knee: ['shank', (m) => [m.girth(0.052), 0, -m.stature(0.012)]],
  'knee-centre': ['shank', () => [0, 0, 0]],
  // shank, ankle and foot
  'shin-mid': ['shank', (m) => [m.girth(0.043), 0, -0.5 * m.shankM]],
  'shank-outer': ['shank', (m) => [0, m.girth(0.045), -0.55 * m.shankM]],
  'calf-back': ['shank', (m) => [-m.girth(0.06), 0, -0.3 * m.shankM]],
  'ankle-centre': ['foot', () => [0, 0, 0]],
  'ankle-outer': ['foot', (m) => [0, m.girth(0.036), -m.stature(0.003)]],
  'foot-outer': ['foot', (m) => [m.stature(0.05), m.girth(0.042), -0.55 * m.ankleHeightM]],
  'foot-top': ['foot', (m) => [m.stature(0.072), 0, -m.ankleHeightM + m.girth(0.032)]],
  instep: ['foot', (m) => [m.stature(0.04), 0, -m.stature(0.005)]],
  heel: ['foot', (m) => [-m.stature(0.022), 0, -m.ankleHeightM]],
  'heel-back': ['foot', (m) => [-m.stature(0.018) - m.girth(0.0305), 0, -0.5 * m.ankleHeightM]],
  'ball-big': ['foot', (m) => [m.stature(0.077), -m.stature(0.017), -m.ankleHeightM]],
  'ball-little': ['foot', (m) => [m.stature(0.068), m.stature(0.02), -m.ankleHeightM]],
  'toe-tip': ['toes', (m) => [m.stature(0.032), 0, -m.girth(0.012)]],
  'toe-base-big': ['toes', (m) => [0, -m.stature(0.017), -m.girth(0.012)]],
  'toe-base-little': ['toes', (m) => [-m.stature(0.009), m.stature(0.02), -m.girth(0.012)]],
  'toe-top': ['toes', (m) => [m.stature(0.028), 0, m.girth(0.01)]],
};

const middleLandmarks: Readonly<Record<string, Plan>> = {
  sacrum: ['pelvis', (m) => [-m.girth(0.118), 0, m.stature(0.04)]],
  belly: ['lumbar-middle', (m) => [m.girth(0.12), 0, 0]],
  'lumbar-back': ['lumbar-middle', (m) => [-m.girth(0.085), 0, m.stature(0.02)]],
  'mid-back': ['thorax-lower', (m) => [-m.girth(0.075), 0, m.stature(0.02)]],
  chest: ['thorax-lower', (m) => [m.girth(0.145), 0, m.stature(0.01)]],
  breastbone: ['thorax-upper', (m) => [m.girth(0.105), 0, -m.stature(0.01)]],
  'upper-back': ['thorax-upper', (m) => [-m.girth(0.073), 0, m.stature(0.01)]],
  'neck-back': ['neck', (m) => [-m.girth(0.05), 0, m.stature(0.03)]],
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
  for (const [name, [segment, place]] of Object.entries(middleLandmarks)) {
    landmarks.set(name, { name, segment: segmentIndex(segment, undefined), positionM: place(m) });
  }
  for (const [plain, [segment, place]] of Object.entries(pairedLandmarks)) {
    for (const side of sides) {
      const name = `${plain}.${side}`;
      landmarks.set(name, { name, segment: segmentIndex(segment, side), positionM: forSide(place(m), side) });
    }
  }
  return landmarks;
}
