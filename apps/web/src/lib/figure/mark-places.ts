import { landmarkByName, pointToWorld, type Body, type BodyState } from '@sacra/body';
import type { Area } from '@sacra/pose';
import type { Vec3 } from '@sacra/geometry';

/** A part of the figure to be marked: all skin within `radiusM` of a line, fading towards its edge. World of the given state, metres. */
export interface MarkPlace {
  readonly startM: Vec3;
  readonly endM: Vec3;
  readonly radiusM: number;
}

/** From one landmark to another, and how far around; metres on a person of 1.70 m. */
type Plan = readonly [from: string, to: string, radiusM: number];

const both = (...plans: readonly Plan[]): readonly Plan[] =>
  ['left', 'right'].flatMap((side) =>
    plans.map(([from, to, radiusM]): Plan => [`${from}.${side}`, `${to}.${side}`, radiusM]),
  );

/** Our own placement: where a pose is felt or worked, on the side of the body that one would point to. */
const areaPlans: Readonly<Record<Area, readonly Plan[]>> = {
  sacrum: [['sacrum', 'sacrum', 0.095]],
  'lower-back': [['lumbar-back', 'mid-back', 0.105]],
  'upper-back': [['upper-back', 'mid-back', 0.13]],
  neck: [['neck-back', 'neck-back', 0.085]],
  shoulders: both(['shoulder-back', 'shoulder-side', 0.1]),
  belly: [['belly', 'belly', 0.13]],
  hips: both(['hip-side', 'buttock', 0.11]),
  thighs: both(['thigh-front', 'kneecap', 0.1]),
  hamstrings: both(['sit-bone', 'thigh-back', 0.095]),
  calves: both(['calf-back', 'calf-back', 0.11]),
};

export function areaPlaces(body: Body, state: BodyState, area: Area): MarkPlace[] {
  return areaPlans[area].map((plan) => placed(body, state, plan));
}

/** Hands and feet are marked as a whole: the skin that touches is what one can't see. */
const wholePart: Readonly<Record<string, Plan>> = {
  palm: ['palm-heel', 'fingertip', 0.05],
  fingertip: ['palm-centre', 'fingertip', 0.05],
  'hand-back': ['palm-heel', 'fingertip', 0.05],
  knuckles: ['palm-heel', 'fingertip', 0.06],
  'wrist-ulnar': ['wrist-centre', 'wrist-centre', 0.05],
  'forearm-under': ['elbow-centre', 'wrist-centre', 0.06],
  sole: ['heel', 'toe-tip', 0.07],
  ball: ['ball-big', 'toe-tip', 0.06],
  heel: ['heel', 'ankle-centre', 0.05],
  'heel-back': ['heel', 'ankle-centre', 0.055],
  toes: ['ball-big', 'toe-tip', 0.055],
  'toe-tip': ['ball-big', 'toe-tip', 0.055],
  'toe-top': ['ball-big', 'toe-tip', 0.055],
  'foot-top': ['heel', 'toe-tip', 0.065],
  'foot-outer': ['heel', 'toe-tip', 0.065],
  knee: ['knee-centre', 'knee-centre', 0.085],
  kneecap: ['knee-centre', 'knee-centre', 0.085],
  'knee-outer': ['knee-centre', 'knee-centre', 0.085],
  'knee-inner': ['knee-centre', 'knee-centre', 0.085],
  elbow: ['elbow-centre', 'elbow-centre', 0.065],
  'sit-bone': ['sit-bone', 'buttock', 0.1],
};
const ELSEWHERE_M = 0.1;

/** The part of the figure that a patch belongs to, as large as one would point it out. */
export function patchPlace(body: Body, state: BodyState, patch: string): MarkPlace {
  const [name = '', side] = patch.split('.');
  const plan = wholePart[name];
  if (plan !== undefined) {
    const [from, to, radiusM] = plan;
    const suffix = side === undefined ? '' : `.${side}`;
    return placed(body, state, [`${from}${suffix}`, `${to}${suffix}`, radiusM]);
  }
  const found = body.patches.get(patch);
  if (found === undefined)
    throw new Error(`no patch is called ${patch}; there are ${[...body.patches.keys()].join(', ')}`);
  const first = found.landmarks[0]!;
  return placed(body, state, [first, found.landmarks.at(-1)!, ELSEWHERE_M]);
}

function placed(body: Body, state: BodyState, [from, to, radiusM]: Plan): MarkPlace {
  const at = (name: string): Vec3 => {
    const { segment, positionM } = landmarkByName(body, name);
    return pointToWorld(state, segment, positionM);
  };
  const startM = at(from);
  return { startM, endM: at(to), radiusM: (radiusM * body.person.statureM) / 1.7 };
}
