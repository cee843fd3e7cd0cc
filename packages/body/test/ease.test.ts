import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createBody,
  easeBySide,
  easeLimits,
  hingeByName,
  mirrorName,
  referencePerson,
  shoulderFromAngles,
  shoulderOf,
  shoulderOverhead,
  sides,
  type Body,
  type Ease,
  type Person,
} from '../src/index.ts';
import { anyEase, anyPerson, tables } from './bodies.ts';

type Answer = keyof typeof easeLimits;
const answers = Object.keys(easeLimits) as Answer[];
/** Whether more of it is looser. */
const moreIsLooser: Readonly<Record<Answer, boolean>> = {
  straightLegLiftDeg: true,
  seatToHeelsGapM: false,
  armsOverheadGapDeg: false,
  figureFourRiseDeg: false,
  toesToWallM: true,
};

/** Everything that a body can do, as numbers of which more is looser, by name. */
function freedomOf({ joints, couplings }: Body): ReadonlyMap<string, number> {
  return new Map([
    ...joints.flatMap((joint): [string, number][] => {
      if (joint.kind === 'hinge') {
        const { minRad, maxRad } = joint.range;
        return [
          [`${joint.name} least`, -minRad],
          [`${joint.name} most`, maxRad],
        ];
      }
      return joint.kind === 'ball' ? [[`${joint.name} overhead`, joint.overhead.maxRad]] : [];
    }),
    ...couplings.map(({ name, reachRad }): [string, number] => [name, reachRad]),
  ]);
}

const bodyOf = (person: Person): Body => createBody(person, tables);
const degOf = (rad: number): number => (rad * 180) / Math.PI;
const withEase = (ease: Ease): Body => bodyOf({ ...referencePerson, ease });
const both = (value: number): { left: number; right: number } => ({ left: value, right: value });
const ofAnswer = (answer: Answer, value: number): Ease => ({ [answer]: easeBySide[answer] ? both(value) : value });

describe('what was tried at home', () => {
  test('changes nothing where the reference body’s answers are given', () => {
    const usual = freedomOf(bodyOf(referencePerson));
    for (const answer of answers) {
      expect(freedomOf(withEase(ofAnswer(answer, tables.ease[answer].reference))), answer).toEqual(usual);
    }
  });

  test('never narrows a range when the answer is looser, whoever the person is', () => {
    const anyAnswer = fc.constantFrom(...answers);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyPerson, anyAnswer, share, share, (person, answer, one, other) => {
        const { least, most } = easeLimits[answer];
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((at) => least + at * (most - least));
        const freedom = (value: number) =>
          freedomOf(bodyOf({ ...person, ease: { ...person.ease, ...ofAnswer(answer, value) } }));
        const [lower, higher] = [freedom(low!), freedom(high!)];
        const [stiffer, looser] = moreIsLooser[answer] ? [lower, higher] : [higher, lower];
        for (const [name, value] of stiffer) expect(looser.get(name), name).toBeGreaterThanOrEqual(value - 1e-12);
      }),
      { numRuns: 60 },
    );
  });

  test.each(answers)('tells the stiff from the loose: %s', (answer) => {
    const { least, most } = easeLimits[answer];
    const ends = [least, most].map((value) => freedomOf(withEase(ofAnswer(answer, value))));
    const [stiff, loose] = moreIsLooser[answer] ? ends : ends.toReversed();
    const wider = [...stiff!].filter(([name, value]) => loose!.get(name)! > value + 0.1);
    expect(wider.length).toBeGreaterThan(0);
  });

  test('with left and right exchanged gives the mirrored body', () => {
    fc.assert(
      fc.property(anyPerson, (person) => {
        const ease = person.ease ?? {};
        const exchanged = Object.fromEntries(
          Object.entries(ease).map(([name, value]) => [
            name,
            typeof value === 'object' ? { left: value.right, right: value.left } : value,
          ]),
        );
        const freedom = freedomOf(bodyOf(person));
        const mirrored = freedomOf(bodyOf({ ...person, ease: exchanged }));
        for (const [name, value] of freedom) {
          const [joint, end] = name.split(' ');
          const twin = end === undefined ? mirrorName(joint!) : `${mirrorName(joint!)} ${end}`;
          expect(mirrored.get(twin), twin).toBe(value);
        }
      }),
    );
  });

  test('moves one side only when only that side differs', () => {
    const usual = freedomOf(bodyOf(referencePerson));
    const reference = tables.ease.straightLegLiftDeg.reference;
    const oneStiff = freedomOf(withEase({ straightLegLiftDeg: { left: reference - 30, right: reference } }));
    for (const [name, value] of usual) {
      if (name === 'hamstrings.left') expect(degOf(value - oneStiff.get(name)!)).toBeCloseTo(1.2 * 30, 9);
      else expect(oneStiff.get(name), name).toBe(value);
    }
  });

  test('lets a leg that lifted straight lift as far in the model', () => {
    for (let deg = 30; deg <= 130; deg += 5) {
      const { couplings } = withEase({ straightLegLiftDeg: both(deg) });
      expect(degOf(couplings.find(({ muscle }) => muscle === 'hamstrings')!.reachRad)).toBeGreaterThanOrEqual(
        deg - 1e-9,
      );
    }
  });

  test('leaves every joint a range with its place at rest inside', () => {
    fc.assert(
      fc.property(anyPerson, anyEase, (person, ease) => {
        for (const joint of bodyOf({ ...person, ease }).joints) {
          if (joint.kind !== 'hinge') continue;
          expect(joint.range.minRad, joint.name).toBeLessThanOrEqual(0);
          expect(joint.range.maxRad, joint.name).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('a length that was seen becomes the angle that a body of these lengths has', () => {
  test('for the seat over the heels', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1.5, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 0.15, noNaN: true }),
        (statureM, gapM) => {
          const body = bodyOf({ sex: 'male', statureM, massKg: 24 * statureM ** 2, ease: { seatToHeelsGapM: gapM } });
          const kneeRad = hingeByName(body, 'knee.flexion.left').range.maxRad;
          const thighM = Math.abs(body.segments.find(({ name }) => name === 'shank.left')!.offsetM[2]);
          // the hip over the shin, kneeling; against where it is when the seat rests on the heels
          const higherM = thighM * (Math.sin(Math.PI - kneeRad) - Math.sin(Math.PI - (157 * Math.PI) / 180));
          expect(higherM).toBeCloseTo(gapM, 9);
        },
      ),
    );
  });

  test('for the toes before the wall', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1.5, max: 2, noNaN: true }),
        fc.double({ min: 0.02, max: 0.15, noNaN: true }),
        (statureM, toesM) => {
          const body = bodyOf({
            sex: 'female',
            statureM,
            massKg: 22 * statureM ** 2,
            ease: { toesToWallM: both(toesM) },
          });
          const ankleRad = hingeByName(body, 'ankle.dorsiflexion.left').range.maxRad;
          const shankM = Math.abs(body.segments.find(({ name }) => name === 'foot.left')!.offsetM[2]);
          // the knee ahead of the ankle; against the reference answer, which grows with stature
          const furtherM = shankM * (Math.sin(ankleRad) - Math.sin((36 * Math.PI) / 180));
          expect(furtherM).toBeCloseTo(toesM - (0.1 * statureM) / 1.7, 9);
        },
      ),
    );
  });
});

test('arms that stay away from the wall don’t reach overhead in the body, and still hang, open and reach forward', () => {
  const stiff = withEase({ armsOverheadGapDeg: 50 });
  for (const side of sides) {
    const joint = shoulderOf(stiff, side);
    const allowed = (elevationDeg: number, planeDeg: number): boolean =>
      shoulderOverhead(
        joint,
        shoulderFromAngles(side, {
          elevationRad: (elevationDeg * Math.PI) / 180,
          planeRad: (planeDeg * Math.PI) / 180,
          externalRotationRad: 0,
        }),
      ) <= joint.overhead.maxRad;
    expect(allowed(145, 90)).toBe(false);
    expect([allowed(130, 90), allowed(90, 90), allowed(0, 0), allowed(90, 0)]).toEqual([true, true, true, true]);
  }
});

describe('muscles over two joints', () => {
  test('are three a side, the same on both sides unless the person tells otherwise', () => {
    const { couplings } = bodyOf(referencePerson);
    expect(couplings.map(({ name }) => name).toSorted()).toEqual(
      ['gastrocnemius', 'hamstrings', 'rectus-femoris'].flatMap((muscle) => [`${muscle}.left`, `${muscle}.right`]),
    );
    for (const { name, reachRad } of couplings) {
      expect(couplings.find((one) => one.name === mirrorName(name))!.reachRad).toBe(reachRad);
    }
  });

  test('are about hinges of their own side, and let the body stand', () => {
    fc.assert(
      fc.property(anyPerson, (person) => {
        const body = bodyOf(person);
        for (const { limited, easedBy, side, reachRad, per } of body.couplings) {
          expect([hingeByName(body, limited).side, hingeByName(body, easedBy).side]).toEqual([side, side]);
          expect(reachRad).toBeGreaterThan(0);
          expect(per).toBeGreaterThan(0);
        }
      }),
    );
  });
});

test('ranges that are known go before what was tried', () => {
  const body = bodyOf({
    ...referencePerson,
    ease: { seatToHeelsGapM: 0.1 },
    rangesDeg: { 'knee.flexion.left': [0, 95] },
  });
  expect(degOf(hingeByName(body, 'knee.flexion.left').range.maxRad)).toBeCloseTo(95, 12);
  expect(degOf(hingeByName(body, 'knee.flexion.right').range.maxRad)).toBeGreaterThan(130);
});
