import { describe, expect, it } from 'vitest';
import {
  centreOfMass,
  createState,
  forwardKinematics,
  gravityMS2,
  gravityTorques,
  mirrorConfiguration,
  mirrorName,
  pointJacobian,
  pointToWorld,
  type Body,
} from '@sacra/body';
import { cross, distance, dot, mirror, norm, quatFromAxisAngle, subtract, type Vec3 } from '@sacra/geometry';
import { loadsOf, mirrorKeyframe, solveKeyframe, type Loads, type Posture } from '../src/index.ts';
import { bearingPoints } from '../src/loads/bearing-points.ts';
import { leaning } from '../src/loads/everyday-postures.ts';
import { bodies, gap } from './random-bodies.ts';
import { noAnchors, shapeFrom, shapes } from './shapes.ts';

/** Hands on a wall, leaning into it: what the feet push back, the palms push forth. */
const atTheWall = shapeFrom({
  symmetric: true,
  start: { heightM: 0.88, headwards: [0.35, 0, 1], front: [1, 0, -0.35] },
  contacts: [{ patch: 'sole' }, { patch: 'palm', on: 'wall' }],
  props: [{ name: 'wall', kind: 'wall', sizeM: [0.08, 2, 2], at: { xM: 0.9, yM: 0 } }],
  places: [
    { point: 'ankle-centre', xM: 0, yM: 0.1 },
    { point: 'palm-centre', yM: 0.2, zM: 1.25 },
  ],
  facings: [{ segment: 'thorax-upper', face: 'up', towards: [0.4, 0, 1] }],
  angles: { 'hip.flexion': 0, 'knee.flexion': 2, 'elbow.flexion': 10, 'wrist.flexion': -70, 'ankle.dorsiflexion': 20 },
  shoulders: { shoulder: { elevationDeg: 80, planeDeg: 85, rotationDeg: 0 } },
});

/** Kneeling with the seat on the heels and the trunk on the thighs. */
const folded = shapeFrom({
  symmetric: true,
  start: { heightM: 0.22, headwards: [1, 0, -0.15], front: [-0.15, 0, -1] },
  contacts: [{ patch: 'knee' }, { patch: 'foot-top' }, { patch: 'palm' }, { patch: 'forehead' }],
  touches: [{ from: 'sit-bone', to: 'heel-back', distanceM: 0.05, atMost: true, tier: 'aim', group: 'seat' }],
  angles: {
    'hip.flexion': 120,
    'hip.abduction': 14,
    'knee.flexion': 150,
    'ankle.dorsiflexion': -58,
    'forearm.pronation': 75,
  },
  spine: { flexionDeg: 56 },
  shoulders: { shoulder: { elevationDeg: 150, planeDeg: 85, rotationDeg: 10 } },
});

const onTheBack = shapeFrom({
  symmetric: true,
  start: { heightM: 0.12, headwards: 'forward', front: 'up' },
  contacts: ['head-back', 'upper-back', 'sacrum', 'heel-back', 'hand-back'].map((patch) => ({ patch })),
  shoulders: { shoulder: { elevationDeg: 30, planeDeg: 0, rotationDeg: 30 } },
});

/** On the back, arms and legs long; what touches is not named. */
const lying = (body: Body): Posture => ({ ...solveKeyframe(body, 'lying', onTheBack, noAnchors), contacts: [] });

const posturesOf = (body: Body): readonly (readonly [name: string, Posture])[] => [
  ...Object.entries({ ...shapes, atTheWall, folded }).map(
    ([name, shape]) => [name, solveKeyframe(body, name, shape, noAnchors)] as const,
  ),
  ['lying', lying(body)],
  ['bending forward', leaning(body, 1)],
];

function known(body: Body, posture: Posture): Loads {
  const loads = loadsOf(body, posture);
  if (!loads.ok) throw new Error(`out of balance by ${loads.error.leftOver}`);
  return loads.value;
}

describe.each(bodies.map((body) => ({ who: `${body.person.sex}, ${body.person.statureM} m`, body })))(
  'loads of $who',
  ({ body }) => {
    const cases = posturesOf(body).map(([name, posture]) => {
      const state = createState(body);
      forwardKinematics(body, posture.q, state);
      return { name, posture, state, loads: known(body, posture) };
    });
    const weightN = gravityMS2 * body.person.massKg;

    it.each(cases)('$name: what carries the body is its weight, without turning it', ({ state, loads }) => {
      let force: Vec3 = [0, 0, 0];
      let turning: Vec3 = [0, 0, 0];
      const act = (pointM: Vec3, forceN: Vec3): void => {
        force = [force[0] + forceN[0], force[1] + forceN[1], force[2] + forceN[2]];
        const moment = cross(pointM, forceN);
        turning = [turning[0] + moment[0], turning[1] + moment[1], turning[2] + moment[2]];
      };
      for (const { by, pointM, forceN } of loads.forces) if (by.kind === 'surface') act(pointM, forceN);
      expect(norm(subtract(force, [0, 0, weightN]))).toBeLessThan(1e-9 * weightN);
      body.segments.forEach(({ centreOfMassM, massKg }, segment) =>
        act(pointToWorld(state, segment, centreOfMassM), [0, 0, -gravityMS2 * massKg]),
      );
      expect(norm(turning)).toBeLessThan(1e-9 * weightN * body.person.statureM);
    });

    it.each(cases)(
      '$name: surfaces push and never pull, and hold no more sideways than friction lets them',
      ({ loads }) => {
        expect(loads.forces.length).toBeGreaterThan(5);
        for (const { normal, friction, forceN } of loads.forces) {
          const push = dot(normal, forceN);
          const sideways = norm(subtract(forceN, [normal[0] * push, normal[1] * push, normal[2] * push]));
          expect(push).toBeGreaterThanOrEqual(0);
          expect(sideways).toBeLessThanOrEqual(friction * push + 1e-9);
        }
      },
    );

    it.each(cases)(
      '$name: torques are gravity’s less the contacts’ through their Jacobians',
      ({ posture, state, loads }) => {
        const torques = gravityTorques(body, posture.q);
        for (const { segment, by, pointM, forceN } of loads.forces) {
          const pushed = pointJacobian(body, state, segment, pointM);
          const pushing = by.kind === 'body' ? pointJacobian(body, state, by.segment, pointM) : undefined;
          for (let k = 0; k < 3; k++) {
            for (let dof = 0; dof < body.velocitySize; dof++) {
              const at = k * body.velocitySize + dof;
              torques[dof] = torques[dof]! - forceN[k]! * (pushed[at]! - (pushing?.[at] ?? 0));
            }
          }
        }
        expect(gap(torques, loads.torquesNm)).toBeLessThan(1e-9 * weightN);
        expect(gap(loads.torquesNm.subarray(0, 6), new Float64Array(6))).toBeLessThan(1e-9 * weightN);
      },
    );

    it.each(cases)('$name: the moment at a joint, along an axis of the joint, is its torque', ({ state, loads }) => {
      for (const joint of body.joints) {
        if (joint.kind === 'free') continue;
        const { momentNm } = loads.joints.get(body.segments[joint.segment]!.name)!;
        for (let k = 0; k < (joint.kind === 'ball' ? 3 : 1); k++) {
          const at = 3 * (joint.vIndex + k);
          const axis: Vec3 = [state.dofAxis[at]!, state.dofAxis[at + 1]!, state.dofAxis[at + 2]!];
          expect(dot(axis, momentNm), joint.name).toBeCloseTo(loads.torquesNm[joint.vIndex + k]!, 7);
        }
      }
    });

    it.each(cases)(
      '$name: in the mirror the same joints of the other side have the mirrored loads',
      ({ posture, loads }) => {
        const keyframe = { key: '', residualMm: 0, yielded: [], ...posture };
        const mirrored = known(body, { ...mirrorKeyframe(body, keyframe), q: mirrorConfiguration(body, posture.q) });
        for (const [name, { forceN, momentNm }] of loads.joints) {
          const twin = mirrored.joints.get(mirrorName(name))!;
          expect(distance(twin.forceN, mirror(forceN)), name).toBeLessThan(1e-6 * weightN);
          // a moment is a turn: in the mirror the part along y keeps its sign, the others change theirs
          expect(distance(twin.momentNm, [-momentNm[0], momentNm[1], -momentNm[2]]), name).toBeLessThan(1e-6 * weightN);
        }
        expect(mirrored.handsShare).toBeCloseTo(loads.handsShare, 6);
      },
    );

    it.each(cases)(
      '$name: a body twice as heavy, and otherwise the same, has twice the loads',
      ({ posture, loads }) => {
        const heavier: Body = {
          ...body,
          segments: body.segments.map((segment) => ({ ...segment, massKg: 2 * segment.massKg })),
          chain: {
            ...body.chain,
            massKg: body.chain.massKg.map((massKg) => 2 * massKg),
            totalMassKg: 2 * body.chain.totalMassKg,
          },
        };
        const twice = known(heavier, posture);
        expect(twice.handsShare).toBeCloseTo(loads.handsShare, 9);
        expect(
          gap(
            twice.torquesNm,
            loads.torquesNm.map((torque) => 2 * torque),
          ),
        ).toBeLessThan(1e-7 * weightN);
        twice.forces.forEach(({ forceN }, i) => {
          const [x, y, z] = loads.forces[i]!.forceN;
          expect(distance(forceN, [2 * x, 2 * y, 2 * z])).toBeLessThan(1e-7 * weightN);
        });
      },
    );

    it('whoever lies down is carried where they touch, though no contact is named', () => {
      const { loads } = cases.find(({ name }) => name === 'lying')!;
      for (const part of ['pelvis', 'thorax-upper', 'head', 'foot.left', 'foot.right']) {
        const carried = loads.forces.filter(({ segment }) => body.segments[segment]!.name === part);
        expect(
          carried.reduce((sum, { forceN }) => sum + forceN[2], 0),
          part,
        ).toBeGreaterThan(0.02 * weightN);
      }
      expect(loads.handsShare).toBeLessThan(0.05);
    });

    it('whoever leans into a wall is held up by it', () => {
      const { state, loads } = cases.find(({ name }) => name === 'atTheWall')!;
      const pushX = (surface: string): number =>
        loads.forces.reduce(
          (sum, { by, forceN }) => sum + (by.kind === 'surface' && by.name === surface ? forceN[0] : 0),
          0,
        );
      const ball = body.landmarks.get('ball-big.left')!;
      expect(centreOfMass(body, state)[0]).toBeGreaterThan(pointToWorld(state, ball.segment, ball.positionM)[0]);
      expect(pushX('wall')).toBeLessThan(-0.02 * weightN);
      expect(pushX('mat')).toBeCloseTo(-pushX('wall'), 6);
    });

    it('what nothing holds up has no loads, and says how far it is from balance', () => {
      const standing = leaning(body, 0);
      const fallingQ = Float64Array.from(standing.q);
      fallingQ.set(quatFromAxisAngle([0, 1, 0], 0.5), 3);
      const inTheAir = Float64Array.from(standing.q);
      inTheAir[2] = inTheAir[2]! + 0.1;
      const falling = loadsOf(body, { ...standing, q: fallingQ });
      expect(falling).toMatchObject({ ok: false, error: { type: 'out-of-balance' } });
      const flying = loadsOf(body, { ...standing, q: inTheAir });
      expect(!flying.ok && flying.error.leftOver).toBeCloseTo(1, 6);
    });
  },
);

describe('where a body is carried', () => {
  const body = bodies[0]!;

  it('seat on heels and trunk on thighs bear', () => {
    const loads = known(body, solveKeyframe(body, 'folded', folded, noAnchors));
    const shareBetween = (a: RegExp, b: RegExp): number =>
      loads.forces.reduce((sum, { segment, by, forceN }) => {
        if (by.kind !== 'body') return sum;
        const [one, other] = [body.segments[segment]!.name, body.segments[by.segment]!.name];
        return (a.test(one) && b.test(other)) || (a.test(other) && b.test(one)) ? sum + norm(forceN) : sum;
      }, 0) / loads.weightN;
    expect(shareBetween(/^foot/, /^pelvis/)).toBeGreaterThan(0.1);
    expect(shareBetween(/^thigh/, /^(lumbar|thorax)/)).toBeGreaterThan(0.05);
  });

  it('skin on a prop counts within its edges, and only looking down on it', () => {
    const { q } = solveKeyframe(body, 'standing', shapes.standing, noAnchors);
    const state = createState(body);
    forwardKinematics(body, q, state);
    const on = (positionM: Vec3): string[] => {
      const props = [{ name: 'block', kind: 'block', positionM, sizeM: [0.3, 0.3, 0.1], yawRad: 0.3 }] as const;
      return bearingPoints(body, state, { q, contacts: [], props })
        .filter(({ by }) => by.kind === 'surface' && by.name === 'block')
        .map(({ segment }) => body.segments[segment]!.name);
    };
    // its top at the height of the soles, under one foot; then out of reach; then a top at the crown, which looks up
    const sole = pointToWorld(
      state,
      body.landmarks.get('heel.left')!.segment,
      body.landmarks.get('heel.left')!.positionM,
    );
    expect(on([sole[0], sole[1] + 0.1, -0.1])).toEqual(expect.arrayContaining(['foot.left']));
    expect(on([sole[0], sole[1] + 0.1, -0.1])).not.toContain('foot.right');
    expect(on([sole[0] + 1, sole[1], -0.1])).toEqual([]);
    const crown = pointToWorld(state, body.landmarks.get('crown')!.segment, body.landmarks.get('crown')!.positionM);
    expect(on([crown[0], crown[1], crown[2] - 0.1])).toEqual([]);
  });
});
