import { describe, expect, it } from 'vitest';
import { mirrorConfiguration, type Person } from '@sacra/body';
import { catalogueSolver, isEven, mirrorBody, mirrorKeyframe } from '../src/index.ts';
import { bodyOf, gap } from './random-bodies.ts';
import { smallPoses } from './small-poses.ts';

const unevenPerson: Partial<Person> = {
  statureM: 1.82,
  massKg: 88,
  ease: {
    straightLegLiftDeg: { left: 95, right: 60 },
    figureFourRiseDeg: { left: 10, right: 45 },
    toesToWallM: { left: 0.13, right: 0.04 },
  },
};
const mirrored: Partial<Person> = {
  ...unevenPerson,
  ease: {
    straightLegLiftDeg: { left: 60, right: 95 },
    figureFourRiseDeg: { left: 45, right: 10 },
    toesToWallM: { left: 0.04, right: 0.13 },
  },
};
const uneven = bodyOf(unevenPerson);
const keys = ['reach-up', 'reach-low'];

describe('a body whose left and right differ', () => {
  it('is mirrored as the body of the mirrored person, and twice is itself', () => {
    expect(isEven(uneven)).toBe(false);
    const twin = bodyOf(mirrored);
    expect(mirrorBody(uneven)).toEqual({ ...twin, person: uneven.person });
    expect(mirrorBody(mirrorBody(uneven))).toEqual(uneven);
  });

  it('has the left keyframe that is the mirror image of the right one on the mirrored body, to the last digit', () => {
    const [here, there] = [catalogueSolver(uneven, smallPoses), catalogueSolver(mirrorBody(uneven), smallPoses)];
    for (const key of keys) {
      const left = here.keyframe(`${key}@left`);
      const right = there.keyframe(`${key}@right`);
      expect(left.q, key).toEqual(mirrorConfiguration(uneven, right.q));
      expect(left.contacts).toEqual(mirrorKeyframe(uneven, right).contacts);
      expect(left.key).toBe(`${key}@left`);
    }
  });

  it('keeps the ranges of its own sides on either side', () => {
    const solver = catalogueSolver(uneven, smallPoses);
    for (const key of keys.flatMap((name) => [`${name}@left`, `${name}@right`])) {
      const { q, measure } = solver.keyframe(key);
      for (const joint of uneven.joints) {
        if (joint.kind !== 'hinge') continue;
        expect(q[joint.qIndex]!).toBeGreaterThanOrEqual(joint.range.minRad - 1e-9);
        expect(q[joint.qIndex]!).toBeLessThanOrEqual(joint.range.maxRad + 1e-9);
      }
      expect(measure.pastRangeDeg).toBeLessThan(0.2);
    }
  });

  it('does what both sides do together as the stiffer one lets it, evenly', () => {
    const { q } = catalogueSolver(uneven, smallPoses).keyframe('bend-forward');
    expect(gap(q, mirrorConfiguration(uneven, q))).toBeLessThan(1e-12);
  });
});

describe('an even body', () => {
  it('has left keyframes that are the mirror images of its right ones, to the last digit', () => {
    const body = bodyOf({ statureM: 1.6, massKg: 70 });
    const solver = catalogueSolver(body, smallPoses);
    expect(isEven(body)).toBe(true);
    for (const key of keys) {
      const right = solver.keyframe(`${key}@right`);
      expect(solver.keyframe(`${key}@left`).q, key).toEqual(mirrorConfiguration(body, right.q));
    }
  });
});
