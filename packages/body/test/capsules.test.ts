import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closestPoints, distance, mirror } from '@sacra/geometry';
import {
  capsuleByName,
  createBody,
  createState,
  forwardKinematics,
  mirrorName,
  neutralConfiguration,
  pointToWorld,
  referencePerson,
  type Body,
  type BodyState,
  type Capsule,
} from '../src/index.ts';
import { anyPerson, bodies, gap, tables } from './bodies.ts';

test('every capsule has its mirror image on the other side', () => {
  for (const body of bodies) {
    for (const capsule of body.capsules) {
      const twin = capsuleByName(body, mirrorName(capsule.name));
      expect(twin.startRadiusM).toBe(capsule.startRadiusM);
      expect(twin.matAllowanceM).toBe(capsule.matAllowanceM);
      // a capsule across the middle is its own mirror image with its ends swapped
      const ends = twin === capsule && capsule.startM[1] !== 0 ? [twin.endM, twin.startM] : [twin.startM, twin.endM];
      expect(gap(ends[0]!, mirror(capsule.startM))).toBe(0);
      expect(gap(ends[1]!, mirror(capsule.endM))).toBe(0);
    }
  }
});

test('no pair stands twice, none is of neighbours, and each has its mirror image', () => {
  const { capsules, capsulePairs, segments } = bodies[0]!;
  const key = (a: string, b: string): string => [a, b].toSorted().join(' ~ ');
  const keys = capsulePairs.map(({ a, b }) => key(capsules[a]!.name, capsules[b]!.name));
  expect(new Set(keys).size).toBe(keys.length);
  for (const { a, b, allowanceM } of capsulePairs) {
    const [first, second] = [capsules[a]!, capsules[b]!];
    expect(keys).toContain(key(mirrorName(first.name), mirrorName(second.name)));
    expect(allowanceM).toBeGreaterThanOrEqual(0);
    expect(first.segment).not.toBe(second.segment);
    // the calf folds onto its own thigh: the one pair across a single joint
    const joined =
      segments[first.segment]!.parent === second.segment || segments[second.segment]!.parent === first.segment;
    if (joined) expect(first.name).toMatch(/^calf\./);
  }
});

test('a person of usual build stands at rest without any pair overlapping by more than flesh gives', () => {
  fc.assert(
    fc.property(anyPerson, fc.double({ min: 18, max: 23, noNaN: true }), ({ sex, statureM }, bodyMassIndex) => {
      const body = createBody({ sex, statureM, massKg: bodyMassIndex * statureM ** 2 }, tables);
      const state = createState(body);
      forwardKinematics(body, neutralConfiguration(body), state);
      for (const { a, b, allowanceM } of body.capsulePairs) {
        const [first, second] = [body.capsules[a]!, body.capsules[b]!];
        const overlap = -gapM(state, first, second) - allowanceM;
        expect(overlap, `${first.name} and ${second.name}`).toBeLessThan(0.01);
      }
    }),
  );
});

function gapM(state: BodyState, a: Capsule, b: Capsule): number {
  const world = (capsule: Capsule, end: 'startM' | 'endM') => pointToWorld(state, capsule.segment, capsule[end]);
  const near = closestPoints(world(a, 'startM'), world(a, 'endM'), world(b, 'startM'), world(b, 'endM'));
  const radiusM = (capsule: Capsule, fraction: number): number =>
    capsule.startRadiusM + (capsule.endRadiusM - capsule.startRadiusM) * fraction;
  return distance(near.onA, near.onB) - radiusM(a, near.fractionA) - radiusM(b, near.fractionB);
}

test('where a heavier body is thicker, flesh makes way for most of it: room between parts shrinks by 15 % of what was added at most', () => {
  const radiusM = ({ startRadiusM, endRadiusM }: Capsule): number => Math.max(startRadiusM, endRadiusM);
  fc.assert(
    fc.property(anyPerson, fc.double({ min: 22.5, max: 45, noNaN: true }), (person, bodyMassIndex) => {
      const withIndex = (index: number) =>
        createBody({ ...person, fleshAtMiddle: 0, massKg: index * person.statureM ** 2 }, tables);
      const [usual, heavy] = [withIndex(22.5), withIndex(bodyMassIndex)];
      for (const [index, pair] of heavy.capsulePairs.entries()) {
        const thickerM = [pair.a, pair.b].reduce(
          (sum, capsule) => sum + radiusM(heavy.capsules[capsule]!) - radiusM(usual.capsules[capsule]!),
          0,
        );
        const givesMoreM = pair.allowanceM - usual.capsulePairs[index]!.allowanceM;
        const names = `${heavy.capsules[pair.a]!.name} and ${heavy.capsules[pair.b]!.name}`;
        expect(thickerM, names).toBeGreaterThanOrEqual(0);
        expect(givesMoreM, names).toBeGreaterThanOrEqual(-1e-12);
        expect(thickerM - givesMoreM, names).toBeLessThanOrEqual(0.15 * thickerM + 1e-12);
      }
    }),
    { numRuns: 40 },
  );
});

test('a slight body has less flesh everywhere, and its parts have no less room', () => {
  const usual = createBody(referencePerson, tables);
  const slight = createBody({ ...referencePerson, massKg: 50 }, tables);
  for (const [index, { a, b, allowanceM }] of slight.capsulePairs.entries()) {
    const room = ({ capsules }: Body, givesM: number): number =>
      givesM - capsules[a]!.startRadiusM - capsules[b]!.startRadiusM;
    expect(allowanceM).toBeLessThanOrEqual(usual.capsulePairs[index]!.allowanceM);
    expect(room(slight, allowanceM)).toBeGreaterThanOrEqual(room(usual, usual.capsulePairs[index]!.allowanceM) - 1e-3);
  }
});
