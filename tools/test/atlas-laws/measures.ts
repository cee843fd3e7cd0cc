import {
  centreOfMass,
  createState,
  difference,
  forwardKinematics,
  hingeByName,
  landmarkByName,
  patchByName,
  pointToWorld,
  shoulderSwingTwist,
  sides,
  type Body,
  type BodyState,
  type Capsule,
  type Configuration,
} from '@sacra/body';
import { closestPoints, convexHull, distance, dot, mix, type Quaternion, type Vec3 } from '@sacra/geometry';
import type { Shape } from '@sacra/pose';

// What the laws measure, with kinematics and geometry alone: nothing here comes from the solver that is being judged.

export const toMm = (metres: number): number => metres * 1000;
export const toDeg = (radians: number): number => (radians * 180) / Math.PI;

export function stateAt(body: Body, q: Configuration): BodyState {
  const state = createState(body);
  forwardKinematics(body, q, state);
  return state;
}

/** Where the points of a patch are in the world, in the order of its landmarks. */
export const patchPlaces = (body: Body, state: BodyState, patch: string): Vec3[] =>
  patchByName(body, patch).landmarks.map((name) => {
    const { segment, positionM } = landmarkByName(body, name);
    return pointToWorld(state, segment, positionM);
  });

/** How far each hinge is past its range, the names of those that are, degrees. */
export const hingesPast = (body: Body, q: Configuration): string[] =>
  body.joints.flatMap((joint) => {
    if (joint.kind !== 'hinge') return [];
    const past = Math.max(q[joint.qIndex]! - joint.range.maxRad, joint.range.minRad - q[joint.qIndex]!);
    return past > 1e-6 ? [`${joint.name} by ${toDeg(past).toFixed(3)}°`] : [];
  });

/** How far each shoulder is out of its cone or past its twist, degrees; 0 or less when it is within. */
export const shouldersPastDeg = (body: Body, q: Configuration): number =>
  Math.max(
    ...body.joints.flatMap((joint) => {
      if (joint.kind !== 'ball') return [];
      const at = joint.qIndex;
      const turn: Quaternion = [q[at]!, q[at + 1]!, q[at + 2]!, q[at + 3]!];
      const { swingRad, twistRad } = shoulderSwingTwist(joint, turn);
      const { swing, twist } = joint;
      return [swingRad - swing.maxRad, twistRad - twist.maxRad, twist.minRad - twistRad].map(toDeg);
    }),
  );

/**
 * How much further a hip is bent than hamstrings let it, degrees: 100° with a straight knee and three quarters of the knee's bend more
 * (docs/science/solver.md).
 */
export const hamstringsPastDeg = (body: Body, q: Configuration): number =>
  Math.max(
    ...sides.map((side) => {
      const bentDeg = (name: string): number => toDeg(q[hingeByName(body, `${name}.${side}`).qIndex]!);
      return bentDeg('hip.flexion') - 100 - 0.75 * bentDeg('knee.flexion');
    }),
  );

/** The part that lies deepest under the mat beyond what its flesh gives, millimetres. */
export function deepestInMat(body: Body, state: BodyState): { part: string; mm: number } {
  const depths = body.capsules.map((capsule) => {
    const lowest = Math.min(
      pointToWorld(state, capsule.segment, capsule.startM)[2] - capsule.startRadiusM,
      pointToWorld(state, capsule.segment, capsule.endM)[2] - capsule.endRadiusM,
    );
    return { part: capsule.name, mm: toMm(-lowest - capsule.matAllowanceM) };
  });
  return depths.reduce((a, b) => (b.mm > a.mm ? b : a));
}

/** The two parts that overlap furthest beyond what flesh gives, millimetres; below 0 they are at least so far apart. */
export function deepestOverlap(body: Body, state: BodyState): { parts: string; mm: number } {
  // No two balls on two axes overlap by more than the thickest of them would at the axes' distance: few pairs have to be looked at closely.
  const mostM = body.capsulePairs.map(({ a, b, allowanceM }) => {
    const [one, other] = [body.capsules[a]!, body.capsules[b]!];
    const { onA, onB } = closestPoints(...axisOf(state, one), ...axisOf(state, other));
    const widestM = Math.max(one.startRadiusM, one.endRadiusM) + Math.max(other.startRadiusM, other.endRadiusM);
    return { one, other, allowanceM, mostM: widestM - allowanceM - distance(onA, onB) };
  });
  mostM.sort((a, b) => b.mostM - a.mostM);
  let deepest = { parts: '', mm: -Infinity };
  for (const pair of mostM) {
    if (toMm(pair.mostM) <= deepest.mm) break;
    const { one, other, allowanceM } = pair;
    const [first, second] = [axisOf(state, one), axisOf(state, other)];
    const gapM = leastOf((s) => {
      const [ball, radiusM] = [mix(...first, s), ballM(one, s)];
      return leastOf((t) => distance(ball, mix(...second, t)) - radiusM - ballM(other, t));
    });
    const mm = toMm(-gapM - allowanceM);
    if (mm > deepest.mm) deepest = { parts: `${one.name} and ${other.name}`, mm };
  }
  return deepest;
}

const axisOf = (state: BodyState, { segment, startM, endM }: Capsule): [Vec3, Vec3] => [
  pointToWorld(state, segment, startM),
  pointToWorld(state, segment, endM),
];
const ballM = ({ startRadiusM, endRadiusM }: Capsule, at: number): number =>
  startRadiusM + (endRadiusM - startRadiusM) * at;

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The least value of a convex function on 0…1, by golden sections: to a three-thousandth of the way, one more value for each. */
function leastOf(f: (at: number) => number): number {
  let [low, high] = [0, 1];
  let [a, b] = [1 - GOLDEN, GOLDEN];
  let [atA, atB] = [f(a), f(b)];
  for (let i = 0; i < 17; i++) {
    if (atA < atB) {
      [high, b, atB] = [b, a, atA];
      a = high - GOLDEN * (high - low);
      atA = f(a);
    } else {
      [low, a, atA] = [a, b, atB];
      b = low + GOLDEN * (high - low);
      atB = f(b);
    }
  }
  return Math.min(atA, atB);
}

/** How far a point stands off the surface that a contact of the shape names, metres; below or behind it negative. */
export function heightOver(shape: Shape, surface: string, point: Vec3): number {
  const prop = shape.props.find(({ name }) => name === surface);
  if (surface === 'mat') return point[2];
  if (prop === undefined)
    throw new Error(`no surface "${surface}"; there are mat, ${shape.props.map((p) => p.name).join(', ')}`);
  if (prop.kind !== 'wall') {
    const { surfaceM = prop.sizeM[2] } = prop;
    if (typeof surfaceM === 'number') return point[2] - surfaceM;
    return point[2] - Math.min(surfaceM.to, Math.max(surfaceM.from, point[2]));
  }
  if (!('xM' in prop.at)) throw new Error(`the wall "${surface}" has no place`);
  const yawRad = ((prop.yawDeg ?? 0) * Math.PI) / 180;
  const outOfWall: Vec3 = [-Math.cos(yawRad), -Math.sin(yawRad), 0];
  return dot(outOfWall, [point[0] - prop.at.xM, point[1] - prop.at.yM, 0]);
}

/** How far inside the hull of its support the centre of mass stands, metres; outside negative. */
export function insideSupportM(body: Body, state: BodyState, patches: readonly string[]): number {
  const spots = patches.flatMap((patch) => patchPlaces(body, state, patch));
  const [x, y] = centreOfMass(body, state);
  const corners = convexHull(spots).map((index) => spots[index]!);
  if (corners.length < 3) return -Infinity;
  return Math.min(
    ...corners.map(([ax, ay], i) => {
      const [bx, by] = corners[(i + 1) % corners.length]!;
      return ((x - ax) * (ay - by) + (y - ay) * (bx - ax)) / Math.hypot(bx - ax, by - ay);
    }),
  );
}

/** How far apart two configurations are: the furthest turn of a joint or of the pelvis, and the furthest way of a point of the skin. */
export function apart(body: Body, a: Configuration, b: Configuration): { deg: number; mm: number } {
  const [one, other] = [stateAt(body, a), stateAt(body, b)];
  const mm = [...body.landmarks.values()].map(({ segment, positionM }) =>
    toMm(distance(pointToWorld(one, segment, positionM), pointToWorld(other, segment, positionM))),
  );
  return { deg: furthestTurnDeg(body, a, b), mm: Math.max(...mm) };
}

/** The furthest that a joint, or the pelvis in the world, turns from one configuration to another, degrees. */
export function furthestTurnDeg(body: Body, a: Configuration, b: Configuration): number {
  const step = difference(body, a, b);
  const turns = body.joints.map(({ kind, vIndex: v }) =>
    kind === 'hinge'
      ? Math.abs(step[v]!)
      : kind === 'ball'
        ? Math.hypot(step[v]!, step[v + 1]!, step[v + 2]!)
        : Math.hypot(step[v + 3]!, step[v + 4]!, step[v + 5]!),
  );
  return toDeg(Math.max(...turns));
}
