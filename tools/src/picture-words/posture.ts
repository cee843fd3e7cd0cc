import {
  createState,
  directionToWorld,
  forwardKinematics,
  pointToWorld,
  type Body,
  type BodyState,
  type Configuration,
} from '@sacra/body';
import type { Side } from '@sacra/pose';
import type { Keyframe } from '@sacra/solve';

export type Vec = readonly [number, number, number];

/** What can be said about one arm and leg. */
export interface Limbs {
  readonly side: Side;
  readonly hipFlexionDeg: number;
  readonly kneeFlexionDeg: number;
  readonly elbowFlexionDeg: number;
  readonly shoulderM: Vec;
  readonly elbowM: Vec;
  readonly handM: Vec;
  readonly hipM: Vec;
  readonly kneeM: Vec;
  readonly ankleM: Vec;
}

/** A solved keyframe as someone sees it who describes it: measured from its configuration and contacts alone. */
export interface Posture {
  /** Axes of pelvis and chest in the world. */
  readonly pelvis: { readonly front: Vec; readonly left: Vec; readonly up: Vec };
  readonly chest: { readonly front: Vec; readonly left: Vec; readonly up: Vec };
  /** From the hips to the neck: −90 hanging head down, 0 level, 90 upright. */
  readonly trunkRiseDeg: number;
  /** Rounded forward is positive, hollow negative; without the neck. */
  readonly spineFlexionDeg: number;
  readonly neckFlexionDeg: number;
  /** Turn of the chest against the pelvis, and of the head against the chest; to the left is positive. */
  readonly chestTurnDeg: number;
  readonly headTurnDeg: number;
  /** Of the middle between the hip joints over the floor. */
  readonly hipsM: Vec;
  readonly left: Limbs;
  readonly right: Limbs;
  /** The kinds of thing that a patch touches: `mat`, `chair`, `cushion` …; patches of one side end in `.left` or `.right`. */
  touching(patch: string): readonly string[];
  /** Kinds of all props there are. */
  readonly props: readonly string[];
}

export function measurePosture(body: Body, keyframe: Pick<Keyframe, 'q' | 'contacts' | 'props'>): Posture {
  const state = createState(body);
  forwardKinematics(body, keyframe.q, state);
  const segment = (name: string): number => body.segments.findIndex((candidate) => candidate.name === name);
  const axes = (name: string): Posture['pelvis'] => {
    const at = segment(name);
    return {
      front: directionToWorld(state, at, [1, 0, 0]),
      left: directionToWorld(state, at, [0, 1, 0]),
      up: directionToWorld(state, at, [0, 0, 1]),
    };
  };
  const angles = hingeAngles(body, keyframe.q);
  const sum = (names: readonly string[], movement: string): number =>
    names.reduce((total, name) => total + (angles.get(`${name}.${movement}`) ?? 0), 0);
  const [left, right] = [limbsOf(body, state, angles, 'left'), limbsOf(body, state, angles, 'right')];
  const hipsM = middle(left.hipM, right.hipM);
  const neckM = originOf(state, segment('neck'));
  const rise = Math.atan2(neckM[2] - hipsM[2], Math.hypot(neckM[0] - hipsM[0], neckM[1] - hipsM[1]));
  const kinds = new Map(keyframe.props.map(({ name, kind }) => [name, kind as string]));
  return {
    pelvis: axes('pelvis'),
    chest: axes('thorax-upper'),
    trunkRiseDeg: (rise * 180) / Math.PI,
    spineFlexionDeg: sum(trunkJoints, 'flexion'),
    neckFlexionDeg: sum(neckJoints, 'flexion'),
    chestTurnDeg: sum(trunkJoints, 'rotation'),
    headTurnDeg: sum(neckJoints, 'rotation'),
    hipsM,
    left,
    right,
    touching: (patch) =>
      keyframe.contacts
        .filter((contact) => contact.patch === patch)
        .map(({ surface }) => kinds.get(surface) ?? surface),
    props: keyframe.props.map(({ kind }) => kind),
  };
}

const trunkJoints = ['lumbosacral', 'lumbar-middle', 'lumbar-upper', 'thoracic-lower', 'thoracic-upper'];
const neckJoints = ['neck-lower', 'neck-upper'];

/** Degrees of all hinges. */
function hingeAngles(body: Body, q: Configuration): Map<string, number> {
  return new Map(
    body.joints.flatMap((joint) => (joint.kind === 'hinge' ? [[joint.name, (q[joint.qIndex]! * 180) / Math.PI]] : [])),
  );
}

function limbsOf(body: Body, state: BodyState, angles: ReadonlyMap<string, number>, side: Side): Limbs {
  const at = (landmark: string): Vec => {
    const { segment, positionM } = body.landmarks.get(`${landmark}.${side}`)!;
    return pointToWorld(state, segment, positionM);
  };
  const angle = (joint: string): number => angles.get(`${joint}.${side}`)!;
  return {
    side,
    hipFlexionDeg: angle('hip.flexion'),
    kneeFlexionDeg: angle('knee.flexion'),
    elbowFlexionDeg: angle('elbow.flexion'),
    shoulderM: at('shoulder-centre'),
    elbowM: at('elbow-centre'),
    handM: at('palm-centre'),
    hipM: at('hip-centre'),
    kneeM: at('knee-centre'),
    ankleM: at('ankle-centre'),
  };
}

function originOf(state: BodyState, segment: number): Vec {
  const [x = 0, y = 0, z = 0] = state.positionM.subarray(3 * segment, 3 * segment + 3);
  return [x, y, z];
}

export const minus = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const middle = (a: Vec, b: Vec): Vec => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
export const apartM = (a: Vec, b: Vec): number => Math.hypot(...minus(a, b));
