import loadMujoco from '@mujoco/mujoco';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  centreOfMass,
  centreOfMassJacobian,
  createState,
  forwardKinematics,
  gravityTorques,
  integrate,
  pointJacobian,
  pointToWorld,
  rotationJacobian,
  type Body,
  type Configuration,
} from '../src/index.ts';
import { anyConfiguration, bodies, gap } from './bodies.ts';
import { bodyToMjcf } from './mjcf.ts';

type Mujoco = Awaited<ReturnType<typeof loadMujoco>>;

/** Our body in MuJoCo. Its handles are not garbage-collected: `release` once. */
class Oracle {
  readonly #mujoco: Mujoco;
  readonly #model: InstanceType<Mujoco['MjModel']>;
  readonly #data: InstanceType<Mujoco['MjData']>;
  readonly #siteByName: ReadonlyMap<string, number>;
  readonly #jacobian: InstanceType<Mujoco['DoubleBuffer']>;
  readonly #turns: InstanceType<Mujoco['DoubleBuffer']>;

  constructor(mujoco: Mujoco, body: Body) {
    this.#mujoco = mujoco;
    this.#model = mujoco.MjModel.from_xml_string(bodyToMjcf(body));
    this.#data = new mujoco.MjData(this.#model);
    // with constraints on, a joint at its limit would push back and its force would count as gravity's
    this.#model.opt.disableflags |= mujoco.mjtDisableBit.mjDSBL_CONSTRAINT.value;
    const site = mujoco.mjtObj.mjOBJ_SITE.value;
    this.#siteByName = new Map(
      [...body.landmarks.keys()].map((name) => [name, mujoco.mj_name2id(this.#model, site, name)]),
    );
    this.#jacobian = new mujoco.DoubleBuffer(3 * body.velocitySize);
    this.#turns = new mujoco.DoubleBuffer(3 * body.velocitySize);
  }

  get sizes(): { nq: number; nv: number; massKg: number } {
    const massKg = (this.#model.body_mass as Float64Array).reduce((sum, mass) => sum + mass, 0);
    return { nq: this.#model.nq, nv: this.#model.nv, massKg };
  }

  place(q: Configuration): void {
    (this.#data.qpos as Float64Array).set(q);
    this.#mujoco.mj_kinematics(this.#model, this.#data);
    this.#mujoco.mj_comPos(this.#model, this.#data);
  }

  sitePosition(name: string): Float64Array {
    const at = 3 * this.#site(name);
    return Float64Array.from((this.#data.site_xpos as Float64Array).subarray(at, at + 3));
  }

  siteJacobians(name: string): { point: Float64Array; turn: Float64Array } {
    this.#mujoco.mj_jacSite(this.#model, this.#data, this.#jacobian, this.#turns, this.#site(name));
    return { point: Float64Array.from(this.#jacobian.GetView()), turn: Float64Array.from(this.#turns.GetView()) };
  }

  centreOfMass(): Float64Array {
    return Float64Array.from((this.#data.subtree_com as Float64Array).subarray(0, 3));
  }

  centreOfMassJacobian(): Float64Array {
    // 1: the pelvis; 0 is the world
    this.#mujoco.mj_jacSubtreeCom(this.#model, this.#data, this.#jacobian, 1);
    return Float64Array.from(this.#jacobian.GetView());
  }

  /** What holds the body still: inverse dynamics with no speed and no acceleration. */
  holdingForces(q: Configuration): Float64Array {
    (this.#data.qpos as Float64Array).set(q);
    (this.#data.qvel as Float64Array).fill(0);
    (this.#data.qacc as Float64Array).fill(0);
    this.#mujoco.mj_inverse(this.#model, this.#data);
    return Float64Array.from(this.#data.qfrc_inverse as Float64Array);
  }

  step(q: Configuration, dv: Float64Array): Float64Array {
    const moved = this.#mujoco.DoubleBuffer.FromArray([...q]);
    this.#mujoco.mj_integratePos(this.#model, moved, [...dv], 1);
    const result = Float64Array.from(moved.GetView());
    moved.delete();
    return result;
  }

  release(): void {
    for (const handle of [this.#turns, this.#jacobian, this.#data, this.#model]) handle.delete();
  }

  #site(name: string): number {
    const id = this.#siteByName.get(name);
    if (id === undefined || id < 0) throw new Error(`the oracle has no site "${name}"`);
    return id;
  }
}

const runs = { numRuns: 40 };

describe.each(bodies.map((body) => ({ who: `${body.person.sex}, ${body.person.statureM} m`, body })))(
  'MuJoCo agrees for $who',
  ({ body }) => {
    let oracle: Oracle;
    const state = createState(body);
    const q = anyConfiguration(body);
    const anyLandmark = fc.constantFrom(...body.landmarks.values());
    const place = (configuration: Configuration): void => {
      forwardKinematics(body, configuration, state);
      oracle.place(configuration);
    };

    beforeAll(async () => {
      oracle = new Oracle(await loadMujoco(), body);
    });
    afterAll(() => oracle.release());

    test('on sizes and mass', () => {
      const { nq, nv, massKg } = oracle.sizes;
      expect([nq, nv]).toEqual([body.configurationSize, body.velocitySize]);
      expect(massKg).toBeCloseTo(body.person.massKg, 9);
    });

    test('on the place of every landmark', () => {
      fc.assert(
        fc.property(q, (configuration) => {
          place(configuration);
          for (const { name, segment, positionM } of body.landmarks.values()) {
            expect(gap(pointToWorld(state, segment, positionM), oracle.sitePosition(name)), name).toBeLessThan(1e-6);
          }
        }),
        runs,
      );
    });

    test('on the Jacobians of points and turns', () => {
      fc.assert(
        fc.property(q, anyLandmark, (configuration, { name, segment, positionM }) => {
          place(configuration);
          const expected = oracle.siteJacobians(name);
          const point = pointToWorld(state, segment, positionM);
          expect(gap(pointJacobian(body, state, segment, point), expected.point)).toBeLessThan(1e-9);
          expect(gap(rotationJacobian(body, state, segment), expected.turn)).toBeLessThan(1e-9);
        }),
        runs,
      );
    });

    test('on the centre of mass and its Jacobian', () => {
      fc.assert(
        fc.property(q, (configuration) => {
          place(configuration);
          expect(gap(centreOfMass(body, state), oracle.centreOfMass())).toBeLessThan(1e-9);
          expect(gap(centreOfMassJacobian(body, state), oracle.centreOfMassJacobian())).toBeLessThan(1e-9);
        }),
        runs,
      );
    });

    test('on the torques that hold it against gravity', () => {
      fc.assert(
        fc.property(q, (configuration) => {
          expect(gap(gravityTorques(body, configuration), oracle.holdingForces(configuration))).toBeLessThan(1e-8);
        }),
        runs,
      );
    });

    test('on where a step leads', () => {
      const anyStep = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
        minLength: body.velocitySize,
        maxLength: body.velocitySize,
      });
      fc.assert(
        fc.property(q, anyStep, (configuration, step) => {
          const dv = Float64Array.from(step);
          const ours = integrate(body, configuration, dv, new Float64Array(body.configurationSize));
          expect(gap(ours, oracle.step(configuration, dv))).toBeLessThan(1e-9);
        }),
        runs,
      );
    });
  },
);
