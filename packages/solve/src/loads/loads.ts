import {
  addPointJacobian,
  createState,
  forwardKinematics,
  gravityMS2,
  gravityTorques,
  type Body,
  type BodyState,
  type Result,
} from '@sacra/body';
import { add, scale, type Vec3 } from '@sacra/geometry';
import { bearingPoints, type BearingPoint, type Posture } from './bearing-points.ts';
import { capacityShare } from './capacity.ts';
import { jointLoads, type JointLoad } from './joint-loads.ts';
import { shareByEffort } from './least-effort.ts';

/** A body at rest, and one way in which what it touches can carry it. Newtons and newton metres of a model: never shown to a person. */
export interface Loads {
  readonly weightN: number;
  readonly forces: readonly BearingForce[];
  /** What the joints' muscles hold, length velocitySize, N m, positive in the joint's positive direction; the root's six are nought. */
  readonly torquesNm: Float64Array;
  /** What goes through the joint of each segment, by the segment's name; the pelvis has none. */
  readonly joints: ReadonlyMap<string, JointLoad>;
  /** Share of the weight that mat, props and walls carry under both hands, 0…1. */
  readonly handsShare: number;
}

/** A bearing point that carries, and the force on its segment, world, N. */
export interface BearingForce extends BearingPoint {
  readonly forceN: Vec3;
}

/** Nothing that the body touches can hold it up where it is. */
export interface OutOfBalance {
  readonly type: 'out-of-balance';
  /** What is left over, as a share of the weight (forces) or of weight × stature (moments); the larger. */
  readonly leftOver: number;
}

/**
 * What a push itself costs, beside efforts of (torque / capacity)², for (push / weight)² (D). On a surface a little, so that points which
 * no joint tells apart carry alike; sideways more, the nearer to slipping the dearer. Flesh on flesh costs most: a belly on thighs is pressed
 * by its own weight and hardly more.
 */
const pushCost = { surface: 1e-2, sideways: 0.1, flesh: 0.3 } as const;
/** Imbalance below this is none: the search ends at 1e-12, and seldom, where the balance hangs on an edge, a little before. */
const balanced = 1e-6;

/**
 * Shares the weight of a resting body among the points that carry it, by least effort: of all pushes that keep the balance, those for which
 * the sum of (joint torque / what the joint can do)² is least. One share out of many possible; docs/science/loads.md tells what it leaves out.
 */
export function loadsOf(body: Body, posture: Posture): Result<Loads, OutOfBalance> {
  const state = createState(body);
  forwardKinematics(body, posture.q, state);
  const gravityNm = gravityTorques(body, posture.q);
  const points = bearingPoints(body, state, posture);
  const weightN = gravityMS2 * body.chain.totalMassKg;
  const pushes = points.flatMap((point) => pushDirections(point).map((direction) => ({ point, direction })));
  const rows = pushes.map(({ point, direction }) => pushRow(body, state, point, direction));

  // Everything in units of the weight and the stature, so that only the shape of the problem is left.
  const unitNm = weightN * body.person.statureM;
  const rootScale = Float64Array.from({ length: 6 }, (_, k) => (k < 3 ? 1 / weightN : 1 / unitNm));
  const effortScale = effortScales(body).map((scale) => scale / unitNm);
  const { pushes: shares, imbalance } = shareByEffort({
    pushCount: pushes.length,
    relief: runs(rows, 6, effortScale, weightN),
    unrelieved: effortScale.map((scale, i) => gravityNm[6 + i]! * scale),
    balance: runs(rows, 0, rootScale, weightN),
    balanceWanted: rootScale.map((scale, i) => gravityNm[i]! * scale),
    cost: costOf(pushes.map(({ point }) => point)),
  });
  if (imbalance > balanced) return { ok: false, error: { type: 'out-of-balance', leftOver: imbalance } };

  const torquesNm = Float64Array.from(gravityNm);
  rows.forEach((row, i) =>
    row.forEach((value, dof) => (torquesNm[dof] = torquesNm[dof]! - value * shares[i]! * weightN)),
  );
  const forceByPoint = new Map<BearingPoint, Vec3>();
  pushes.forEach(({ point, direction }, i) => {
    forceByPoint.set(point, add(forceByPoint.get(point) ?? [0, 0, 0], scale(direction, shares[i]! * weightN)));
  });
  const forces = [...forceByPoint].map(([point, forceN]) => ({ ...point, forceN }));
  return {
    ok: true,
    value: {
      weightN,
      forces,
      torquesNm,
      joints: jointLoads(body, state, forces),
      handsShare: upwardOnHandsN(body, forces) / weightN,
    },
  };
}

/**
 * The pushes that a point is made of, each at least nought: straight out of the surface without friction; with friction μ the four edges
 * n ± μ t of a pyramid inside the cone.
 */
function pushDirections({ normal, friction }: BearingPoint): readonly Vec3[] {
  if (friction === 0) return [normal];
  const level = Math.abs(normal[2]) > 0.9;
  const along: Vec3 = level ? [1, 0, 0] : [0, 0, 1];
  const across: Vec3 = level ? [0, 1, 0] : [-normal[1], normal[0], 0];
  return [along, across].flatMap((t) => [add(normal, scale(t, friction)), add(normal, scale(t, -friction))]);
}

/** What a unit push adds to the generalised forces, length velocitySize; flesh pushed by flesh pushes back. */
function pushRow(body: Body, state: BodyState, { segment, by, pointM }: BearingPoint, direction: Vec3): Float64Array {
  const row = new Float64Array(body.velocitySize);
  addPointJacobian(body, state, segment, pointM, direction, 1, row);
  if (by.kind === 'body') addPointJacobian(body, state, by.segment, pointM, direction, -1, row);
  return row;
}

/**
 * The pushes of a point, N their sum: surface (or flesh) · N² + sideways · (Σx² − N² / count). With edges at ±x and ±y the last is half the
 * square of the share of friction used, and what is left over when opposite edges push against each other.
 */
function costOf(points: readonly BearingPoint[]): Float64Array {
  const { surface, sideways, flesh } = pushCost;
  const cost = new Float64Array(points.length * points.length);
  points.forEach((point, i) => {
    const straight = point.by.kind === 'surface' ? surface : flesh;
    const mine = points.flatMap((other, j) => (other === point ? [j] : []));
    for (const j of mine) cost[i * points.length + j] = straight - sideways / mine.length + (i === j ? sideways : 0);
  });
  return cost;
}

/** For each degree of freedom after the root's six, 1 / (what it can do as a share of weight × stature). */
const effortScales = (body: Body): Float64Array =>
  Float64Array.from(
    body.joints.flatMap(({ kind, name }) => {
      if (kind === 'free') return [];
      return Array.from({ length: kind === 'ball' ? 3 : 1 }, () => 1 / capacityShare(name));
    }),
  );

/** The rows' numbers from `first` on, times their scales and `factor`, one row after the other. */
function runs(rows: readonly Float64Array[], first: number, scales: Float64Array, factor: number): Float64Array {
  const out = new Float64Array(rows.length * scales.length);
  rows.forEach((row, i) => {
    for (let k = 0; k < scales.length; k++) out[i * scales.length + k] = row[first + k]! * scales[k]! * factor;
  });
  return out;
}

const isHand = /^(hand|fingers|fingertips)\./;

function upwardOnHandsN(body: Body, forces: readonly BearingForce[]): number {
  let sum = 0;
  for (const { segment, by, forceN } of forces) {
    if (by.kind === 'surface' && isHand.test(body.segments[segment]!.name)) sum += forceN[2];
  }
  return sum;
}
