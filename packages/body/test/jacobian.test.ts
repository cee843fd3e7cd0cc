import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quatConjugate, quatLog, quatMultiply, scale, type Vec3 } from '@sacra/geometry';
import {
  addPointJacobian,
  addRotationJacobian,
  centreOfMass,
  centreOfMassJacobian,
  createState,
  forwardKinematics,
  gravityTorques,
  integrate,
  pointJacobian,
  pointToWorld,
  rotationJacobian,
  segmentRotation,
  type Body,
  type BodyState,
  type Configuration,
} from '../src/index.ts';
import { anyBodyAndConfiguration, anyLocalPoint, bodies, gap } from './bodies.ts';

const stepRad = 1e-6;

/** Column by column: how `measure` changes per unit of each degree of freedom, by central differences. */
function numericJacobian(body: Body, q: Configuration, measure: (state: BodyState) => Vec3): Float64Array {
  const state = createState(body);
  const moved = new Float64Array(body.configurationSize);
  const dv = new Float64Array(body.velocitySize);
  const jacobian = new Float64Array(3 * body.velocitySize);
  for (let dof = 0; dof < body.velocitySize; dof++) {
    const at = (step: number): Vec3 => {
      dv.fill(0);
      dv[dof] = step;
      forwardKinematics(body, integrate(body, q, dv, moved), state);
      return measure(state);
    };
    const after = at(stepRad);
    const before = at(-stepRad);
    for (let k = 0; k < 3; k++) jacobian[k * body.velocitySize + dof] = (after[k]! - before[k]!) / (2 * stepRad);
  }
  return jacobian;
}

const anySegment = fc.integer({ min: 0, max: bodies[0]!.segments.length - 1 });

test('the Jacobian of a point is the derivative of its place', () => {
  fc.assert(
    fc.property(anyBodyAndConfiguration, anySegment, anyLocalPoint, ({ body, q }, segment, local) => {
      const state = createState(body);
      forwardKinematics(body, q, state);
      const exact = pointJacobian(body, state, segment, pointToWorld(state, segment, local));
      const numeric = numericJacobian(body, q, (moved) => pointToWorld(moved, segment, local));
      expect(gap(exact, numeric)).toBeLessThan(1e-8);
    }),
    { numRuns: 60 },
  );
});

test('the Jacobian of a turn is its angular velocity', () => {
  fc.assert(
    fc.property(anyBodyAndConfiguration, anySegment, ({ body, q }, segment) => {
      const state = createState(body);
      forwardKinematics(body, q, state);
      const exact = rotationJacobian(body, state, segment);
      const still = segmentRotation(state, segment);
      // the turn since then, in the world
      const turned = (moved: BodyState): Vec3 =>
        quatLog(quatMultiply(segmentRotation(moved, segment), quatConjugate(still)));
      expect(gap(exact, numericJacobian(body, q, turned))).toBeLessThan(1e-8);
    }),
    { numRuns: 60 },
  );
});

test('the Jacobian of the centre of mass is the derivative of its place', () => {
  fc.assert(
    fc.property(anyBodyAndConfiguration, ({ body, q }) => {
      const state = createState(body);
      forwardKinematics(body, q, state);
      const numeric = numericJacobian(body, q, (moved) => centreOfMass(body, moved));
      expect(gap(centreOfMassJacobian(body, state), numeric)).toBeLessThan(1e-8);
    }),
    { numRuns: 40 },
  );
});

test('gravity torques are the slope of the potential energy', () => {
  fc.assert(
    fc.property(anyBodyAndConfiguration, ({ body, q }) => {
      const energy = (state: BodyState): Vec3 => scale(centreOfMass(body, state), 9.81 * body.person.massKg);
      const slope = numericJacobian(body, q, energy).subarray(2 * body.velocitySize);
      expect(gap(gravityTorques(body, q), slope)).toBeLessThan(1e-4);
    }),
    { numRuns: 40 },
  );
});

test('rows add up: factor times direction, on top of what is there', () => {
  fc.assert(
    fc.property(
      anyBodyAndConfiguration,
      anySegment,
      anyLocalPoint,
      anyLocalPoint,
      ({ body, q }, segment, local, along) => {
        const state = createState(body);
        forwardKinematics(body, q, state);
        const point = pointToWorld(state, segment, local);
        const rows = pointJacobian(body, state, segment, point);
        const turns = rotationJacobian(body, state, segment);
        const row = new Float64Array(body.velocitySize).fill(1);
        addPointJacobian(body, state, segment, point, along, 2, row);
        addRotationJacobian(body, state, segment, along, -3, row);
        const expected = row.map((_, dof) => {
          const at = (matrix: Float64Array, k: number): number => matrix[k * body.velocitySize + dof]! * along[k]!;
          return 1 + [0, 1, 2].reduce((sum, k) => sum + 2 * at(rows, k) - 3 * at(turns, k), 0);
        });
        expect(gap(row, expected)).toBeLessThan(1e-12);
      },
    ),
  );
});
