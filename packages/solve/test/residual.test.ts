import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centreOfMass,
  createState,
  forwardKinematics,
  hingeByName,
  landmarkByName,
  pointToWorld,
  segmentRotation,
  shoulderOverhead,
  shoulderSwingTwist,
  type Body,
  type BodyState,
  type Capsule,
  type Configuration,
} from '@sacra/body';
import {
  closestPoints,
  distance,
  dot,
  mix,
  normalise,
  quatRotateInverse,
  type Quaternion,
  type Vec3,
} from '@sacra/geometry';
import { matLimit } from '../src/limit/mat.ts';
import { selfCollisionLimit } from '../src/limit/self-collision.ts';
import { shoulderLimit } from '../src/limit/shoulder-range.ts';
import { twoJointLimit } from '../src/limit/two-joint.ts';
import { freeMovement } from '../src/movement.ts';
import { balanceObjective } from '../src/objective/balance.ts';
import { contactObjective } from '../src/objective/contact.ts';
import { placeObjective } from '../src/objective/place.ts';
import { patchPoints } from '../src/problem.ts';
import type { RowSource } from '../src/row-source.ts';
import { anyBody, anySeed, bodyAt, configurationFrom } from './random-bodies.ts';
import { rowsOf } from './rows.ts';

/** What the rows of a source say, against what `wanted` measures without them. */
function residualsAgree(
  make: (body: Body) => RowSource,
  wanted: (body: Body, state: BodyState, q: Configuration) => readonly number[],
  softness = 1,
): void {
  let compared = 0;
  fc.assert(
    fc.property(anyBody, anySeed, (which, seed) => {
      const body = bodyAt(which);
      const q = configurationFrom(body, seed);
      const found = rowsOf(body, freeMovement(body), make(body), q, softness).map(({ residual }) => residual);
      const expected = wanted(body, stateAt(body, q), q);
      compared += expected.length;
      expect(found).toHaveLength(expected.length);
      found.forEach((residual, i) => expect(residual).toBeCloseTo(expected[i]!, 6));
    }),
    { numRuns: 40, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(10);
}

function stateAt(body: Body, q: Configuration): BodyState {
  const state = createState(body);
  forwardKinematics(body, q, state);
  return state;
}

/** How far the surfaces of every pair of capsules are apart, with what flesh gives, where they overlap: that of their nearest balls, looked for. */
const overlapsM = (body: Body, state: BodyState): number[] =>
  body.capsulePairs.flatMap(({ a, b, allowanceM }) => {
    const ballsOf = ({ segment, startM, endM, startRadiusM, endRadiusM }: Capsule) => {
      const axis = [pointToWorld(state, segment, startM), pointToWorld(state, segment, endM)] as const;
      const at = (t: number) => ({ centre: mix(...axis, t), radiusM: startRadiusM * (1 - t) + endRadiusM * t });
      return { axis, at, widestM: Math.max(startRadiusM, endRadiusM) };
    };
    const [one, other] = [ballsOf(body.capsules[a]!), ballsOf(body.capsules[b]!)];
    const { onA, onB } = closestPoints(...one.axis, ...other.axis);
    if (distance(onA, onB) - one.widestM - other.widestM + allowanceM >= 0) return [];
    const gapM = leastOf((s) => {
      const ball = one.at(s);
      return leastOf((t) => {
        const { centre, radiusM } = other.at(t);
        return distance(ball.centre, centre) - ball.radiusM - radiusM;
      });
    });
    return gapM + allowanceM < 0 ? [gapM + allowanceM] : [];
  });

/** The least value of a convex function on 0…1. */
function leastOf(f: (t: number) => number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 70; i++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (f(a) < f(b)) high = b;
    else low = a;
  }
  return f((low + high) / 2);
}

describe('a residual is', () => {
  it('for a contact the height of each point over the plane, in tolerances, and as much less as the search is softer', () => {
    const normal = normalise([1, 2, 3]);
    residualsAgree(
      (body) => contactObjective(patchPoints(body, 'sole.right'), { normal, offsetM: 0.1 }, 0.002, true),
      (body, state) =>
        patchPoints(body, 'sole.right').map(
          ({ segment, positionM }) => (dot(normal, pointToWorld(state, segment, positionM)) - 0.1) / (0.002 * 40),
        ),
      40,
    );
  });

  it('for a place the difference in each coordinate that is told', () => {
    residualsAgree(
      (body) => placeObjective(landmarkByName(body, 'heel.left'), [null, 0.2, -0.1], 0.01, false),
      (body, state) => {
        const { segment, positionM } = landmarkByName(body, 'heel.left');
        const [, y, z] = pointToWorld(state, segment, positionM);
        return [(y - 0.2) / 0.01, (z + 0.1) / 0.01];
      },
      40,
    );
  });

  it('for the mat how much deeper than its flesh gives each capsule end lies, half a millimetre as one; nothing above', () => {
    residualsAgree(
      (body) => matLimit(body),
      (body, state) =>
        body.capsules
          .flatMap(({ segment, startM, startRadiusM, endM, endRadiusM, matAllowanceM }) => [
            pointToWorld(state, segment, startM)[2] - startRadiusM + matAllowanceM,
            pointToWorld(state, segment, endM)[2] - endRadiusM + matAllowanceM,
          ])
          .filter((clearanceM) => clearanceM < 0)
          .map((clearanceM) => clearanceM / 0.0005),
    );
  });

  it('for two parts of the body how far they overlap beyond what flesh gives, a millimetre as one; nothing apart', () => {
    residualsAgree(selfCollisionLimit, (body, state) => overlapsM(body, state).map((gapM) => gapM / 0.001));
  });

  it('for a shoulder how far it is past the ends of its swing, its twist and its reach overhead', () => {
    residualsAgree(shoulderLimit, (body, _, q) =>
      body.joints.flatMap((joint) => {
        if (joint.kind !== 'ball') return [];
        const turn = Array.from(q.subarray(joint.qIndex, joint.qIndex + 4)) as unknown as Quaternion;
        const { swingRad, twistRad } = shoulderSwingTwist(joint, turn);
        const { swing, twist } = joint;
        const past = [
          Math.max(0, shoulderOverhead(joint, turn) - joint.overhead.maxRad),
          Math.max(0, swingRad - swing.maxRad),
          Math.max(0, twistRad - twist.maxRad) + Math.min(0, twistRad - twist.minRad),
        ];
        return past.filter((rad) => rad !== 0).map((rad) => (rad * 180) / Math.PI / 0.05);
      }),
    );
  });

  it('for a muscle over two joints how far one bends past its reach and its share of what the other eases', () => {
    const shorterRad = 0.6;
    const angle = (body: Body, q: Configuration, name: string): number => q[hingeByName(body, name).qIndex]!;
    residualsAgree(
      (body) =>
        twoJointLimit(
          body,
          body.couplings.map((one) => ({ ...one, reachRad: one.reachRad - shorterRad })),
        ),
      (body, _, q) =>
        body.couplings
          .map(({ limited, easedBy, reachRad, per }) => {
            return angle(body, q, limited) - reachRad + shorterRad - per * angle(body, q, easedBy);
          })
          .filter((pastRad) => pastRad > 0)
          .map((pastRad) => (pastRad * 180) / Math.PI / 0.05),
    );
  });

  it('for balance nothing while the centre of mass stands over the middle of its support, and its way out beyond the margin', () => {
    fc.assert(
      fc.property(anyBody, anySeed, fc.double({ min: 0.01, max: 0.2, noNaN: true }), (which, seed, marginM) => {
        const body = bodyAt(which);
        const q = configurationFrom(body, seed);
        const state = stateAt(body, q);
        const [x, y] = centreOfMass(body, state);
        const { segment } = landmarkByName(body, 'sacrum');
        // a square of 2 × 0.2 m about the centre of mass, carried by the pelvis
        const rotation = segmentRotation(state, segment);
        const [px, py, pz] = pointToWorld(state, segment, [0, 0, 0]);
        const corners = [
          [0.2, 0.2],
          [-0.2, 0.2],
          [-0.2, -0.2],
          [0.2, -0.2],
        ].map(([dx, dy]): { name: string; segment: number; positionM: Vec3 } => ({
          name: 'corner',
          segment,
          positionM: quatRotateInverse(rotation, [x + dx! - px, y + dy! - py, -pz]),
        }));
        const rows = (m: number): number[] =>
          rowsOf(body, freeMovement(body), balanceObjective(corners, m), q).map(({ residual }) => residual);
        expect(rows(0.2 - marginM)).toEqual([]);
        const over = rows(0.2 + marginM);
        expect(over).toHaveLength(4);
        for (const residual of over) expect(residual).toBeCloseTo(-marginM / 0.005, 6);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });
});
