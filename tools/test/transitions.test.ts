import { describe, expect, it } from 'vitest';
import { createBody, referencePerson, type Body, type Person } from '@sacra/body';
import { distance, type Vec3 } from '@sacra/geometry';
import { mirrorKey, type Side } from '@sacra/pose';
import {
  catalogueSolver,
  fitOf,
  isEven,
  measureClip,
  sampleClip,
  solveKeyframe,
  type SolvedKeyframe,
} from '@sacra/solve';
import { brokenClipLaws } from '../src/atlas-report.ts';
import { randomPersons } from '../src/robustness/random-person.ts';
import { contentOrThrow } from '../src/robustness/share.ts';
import { apart, hingesPast, patchPlaces, stateAt, toDeg } from './atlas-laws/measures.ts';
import { postureOf } from './atlas-laws/posture.ts';
import { shapeAt } from './atlas-laws/solved.ts';

const { catalogue, bodyTables } = contentOrThrow();
const bodyOf = (person: Person): Body => createBody(person, bodyTables);

describe('between two keyframes that a body can do', () => {
  /** Every way is gone by one of them, the left ones of those whose left and right differ among them. */
  const bodies = randomPersons(3, 7).map(bodyOf);
  const gone = bodies.flatMap((body, person) => {
    const solver = catalogueSolver(body, catalogue);
    const other: Side = isEven(body) ? 'right' : 'left';
    return [...catalogue.ways.values()]
      .filter((_, i) => i % bodies.length === person)
      .flatMap((way) => {
        const side = way.sided ? other : 'right';
        const led = (key: string): string => (side === 'left' ? mirrorKey(key) : key);
        const [from, to] = [led(way.from), led(way.to)];
        if (![from, to].every((key) => fitOf(solver, key).shown === key)) return [];
        const clip = solver.clip(way, side);
        return [
          { name: `${clip.way} of body ${person}`, body, clip, from: solver.keyframe(from), to: solver.keyframe(to) },
        ];
      });
  });

  it('most ways can be gone by bodies as different as these, and of one of them left and right differ', () => {
    expect(bodies.some((body) => !isEven(body))).toBe(true);
    expect(gone.length).toBeGreaterThan(0.8 * catalogue.ways.size);
  });

  it('nothing slips, leaps, or goes through mat or body', () => {
    expect(gone.flatMap(({ name, body, clip }) => brokenClipLaws(name, measureClip(body, clip)))).toEqual([]);
  });

  it('a movement begins and ends in its keyframes, within half a degree and 1 mm', () => {
    const off = gone.flatMap(({ name, body, clip, from, to }) => [
      { name, ...apart(body, sampleClip(body, clip, 0), from.q) },
      { name, ...apart(body, sampleClip(body, clip, 1), to.q) },
    ]);
    expect(off.filter(({ deg, mm }) => !(deg <= 0.5 && mm <= 1))).toEqual([]);
  });

  it('no joint goes past its range', () => {
    expect(
      gone.flatMap(({ name, body, clip }) =>
        Array.from({ length: 41 }, (_, i) => hingesPast(body, sampleClip(body, clip, i / 40)))
          .flat()
          .map((past) => `${name}: ${past}`),
      ),
    ).toEqual([]);
  });
});

describe('where a limb has to find its way round another', () => {
  /** Stiff and heavy, small and tall; the ways are those on which hands and feet pass close to thighs, shins and one another. */
  const persons = [...randomPersons(5, 77).slice(3), ...randomPersons(5, 13).slice(3), ...randomPersons(2, 909)];
  const ways = [
    'reclined-figure-four/foot-down@right>reclined-figure-four@right',
    'sitting-on-chair>chair-figure-four/ankles@right',
    'sitting-on-chair>chair-twist@right',
    'sitting-on-chair>easy-seat/chair',
    'tabletop>pigeon@right',
    'tabletop>easy-seat',
    'easy-seat>leaning-on-forearm',
    'sitting-on-chair>seated-fold-on-table',
    'sitting-on-chair>cat/chair',
  ];

  /** As in the app, where every search begins at what the reference body does. */
  const reference = catalogueSolver(bodyOf(referencePerson), catalogue);

  it.each(ways)('on %s, it keeps the laws on bodies of every kind', (id) => {
    const way = catalogue.ways.get(id)!;
    const broken = persons.flatMap((person, i) => {
      const body = bodyOf(person);
      const solver = catalogueSolver(body, catalogue, reference);
      if (![way.from, way.to].every((key) => fitOf(solver, key).shown === key)) return [];
      return brokenClipLaws(`${id} of body ${i}`, measureClip(body, solver.clip(way)));
    });
    expect(broken).toEqual([]);
  });
});

describe('a thing that stands as in another keyframe', () => {
  it('is the same thing, to the last digit, on a body of another size and with either side leading', () => {
    const body = bodyOf({ sex: 'male', statureM: 1.83, massKg: 78 });
    const solver = catalogueSolver(body, catalogue);
    for (const side of ['right', 'left'])
      for (const fold of ['fold', 'brace'])
        expect(solver.keyframe(`pigeon/${fold}@${side}`).props).toEqual(solver.keyframe(`pigeon@${side}`).props);
  });
});

describe('hands and feet from the tabletop to the dog', () => {
  const someone: Person = { sex: 'female', statureM: 1.7, massKg: 65 };
  const limbs = [
    { legRatio: 1.06, armRatio: 1.06 },
    { legRatio: 0.94, armRatio: 0.94 },
    { legRatio: 1.06, armRatio: 0.94 },
    { legRatio: 0.94, armRatio: 1.06 },
  ];
  const persons: Person[] = [
    ...limbs.map((ratios) => ({ ...someone, ...ratios })),
    { ...someone, sex: 'male', statureM: 1.95, massKg: 90, ease: { straightLegLiftDeg: { left: 60, right: 60 } } },
    { ...someone, statureM: 1.5, massKg: 44, ease: { straightLegLiftDeg: { left: 55, right: 55 } } },
  ];

  it.each(persons)('stand so that the table isn’t long and the dog isn’t short: %o', (person) => {
    const body = bodyOf(person);
    const solver = catalogueSolver(body, catalogue);
    /** How far a part leans forward of standing upright on its foot, degrees. */
    const lean = (key: string, top: string, foot: string): number => {
      const { place } = postureOf(body, solver.keyframe(key));
      const [a, b] = [place(top), place(foot)];
      return toDeg(Math.atan2(a[0] - b[0], a[2] - b[2]));
    };
    const [thigh, arm] = [
      ['hip-centre.left', 'knee-centre.left'],
      ['shoulder-centre.left', 'wrist-centre.left'],
    ] as const;
    expect(Math.abs(lean('tabletop', ...thigh))).toBeLessThan(4);
    expect(Math.abs(lean('tabletop', ...arm))).toBeLessThan(8);
    expect(Math.abs(lean('tabletop-toes-tucked', ...thigh))).toBeLessThan(10);
    expect(Math.abs(lean('tabletop-toes-tucked', ...arm))).toBeLessThan(30);

    // Nearly as long as this body would have it with nothing but its feet where they are; short hamstrings would have it very long.
    const shape = shapeAt(catalogue, 'downward-dog');
    const alone = { ...shape, places: shape.places.filter(({ point }) => !point.startsWith('palm-centre')) };
    const anchors = (of: string, patch: string): Vec3[] =>
      patchPlaces(body, stateAt(body, solver.keyframe(of).q), patch);
    const lengthM = (keyframe: SolvedKeyframe): number => {
      const { place } = postureOf(body, keyframe);
      return place('palm-centre.left')[0] - place('ankle-centre.left')[0];
    };
    expect(alone.places.length).toBeLessThan(shape.places.length);
    expect(lengthM(solver.keyframe('downward-dog'))).toBeGreaterThan(
      (person.ease ? 0.85 : 0.95) * lengthM(solveKeyframe(body, 'alone', alone, anchors)),
    );
  });

  it('are shared, to a millimetre, by the keyframes that need not move them', () => {
    const body = bodyOf(persons[0]!);
    const solver = catalogueSolver(body, catalogue);
    const places = (key: string, patch: string): Vec3[] =>
      patchPlaces(body, stateAt(body, solver.keyframe(key).q), patch);
    const shared = [
      ['tabletop', 'tabletop-toes-tucked/hands-under', ['palm', 'knee']],
      ['tabletop-toes-tucked/hands-under', 'tabletop-toes-tucked', ['toes', 'knee']],
      ['tabletop-toes-tucked', 'downward-dog', ['palm', 'toes']],
    ] as const;
    for (const [a, b, patches] of shared) {
      for (const patch of patches.flatMap((name) => [`${name}.left`, `${name}.right`])) {
        places(a, patch).forEach((point, i) =>
          expect(distance(point, places(b, patch)[i]!), `${patch} of ${a} and ${b}`).toBeLessThan(0.001),
        );
      }
    }
  });
});
