import { expect, test } from 'vitest';
import { quatFromAxisAngle } from '@sacra/geometry';
import {
  createBody,
  gravityTorques,
  hingeByName,
  neutralConfiguration,
  referencePerson,
  shoulderFromAngles,
  shoulderOf,
  sides,
} from '../src/index.ts';
import { tables } from './bodies.ts';

const body = createBody(referencePerson, tables);

/** Standing with the trunk bent forward at the hips by this angle, arms hanging straight down. */
function bentForward(angleRad: number): Float64Array {
  const q = neutralConfiguration(body);
  q.set(quatFromAxisAngle([0, 1, 0], angleRad), 3);
  for (const side of sides) {
    q[hingeByName(body, `hip.flexion.${side}`).qIndex] = angleRad;
    const arm = shoulderFromAngles(side, { elevationRad: angleRad, planeRad: Math.PI / 2, externalRotationRad: 0 });
    q.set(arm, shoulderOf(body, side).qIndex);
  }
  return q;
}

/** The moment with which the back muscles hold the trunk at the lumbosacral joint, N m. */

const backMoment = (angleRad: number): number =>
  -gravityTorques(body, bentForward(angleRad))[hingeByName(body, 'lumbosacral.flexion').vIndex]!;

test('the back holds little when standing, most with the trunk level, and about half of that at 30 degrees', () => {
  const level = backMoment(Math.PI / 2);
  expect(Math.abs(backMoment(0))).toBeLessThan(10);
  expect(backMoment(Math.PI / 6) / level).toBeGreaterThan(0.45);
  expect(backMoment(Math.PI / 6) / level).toBeLessThan(0.65);
  // a person of 70 kg and 1.70 m: about 115 N m by sums over published segments; 65 kg in proportion
  expect(level).toBeGreaterThan(0.8 * 107);
  expect(level).toBeLessThan(1.2 * 107);
});

test('the root carries the whole weight', () => {
  const torques = gravityTorques(body, neutralConfiguration(body));
  expect(torques[0]).toBe(0);
  expect(torques[1]).toBe(0);
  expect(torques[2]).toBeCloseTo(9.81 * body.person.massKg, 9);
});

test('a straight standing leg needs no torque at hip and knee from its own weight', () => {
  const torques = gravityTorques(body, neutralConfiguration(body));
  for (const side of sides) {
    for (const joint of ['hip.flexion', 'hip.abduction', 'knee.flexion']) {
      // the foot stands a little before the ankle
      expect(Math.abs(torques[hingeByName(body, `${joint}.${side}`).vIndex]!)).toBeLessThan(0.5);
    }
  }
});
