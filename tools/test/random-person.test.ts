import { describe, expect, test } from 'vitest';
import { easeLimits, parsePerson, personDocument, type Person } from '@sacra/body';
import { randomPerson, randomPersons } from '../src/robustness/random-person.ts';

const many = randomPersons(2000, 7);

test('the same seed gives the same persons, another seed others, and a longer list begins with the shorter', () => {
  expect(randomPersons(5, 3)).toEqual(randomPersons(5, 3));
  expect(randomPersons(9, 3).slice(0, 5)).toEqual(randomPersons(5, 3));
  expect(randomPersons(5, 4)).not.toEqual(randomPersons(5, 3));
  expect(randomPerson(11)).toEqual(randomPerson(11));
});

test('every one can be read as a person', () => {
  for (const person of many) expect(parsePerson(personDocument(person)).ok).toBe(true);
});

describe('they fill what they are drawn from, and no more', () => {
  const spread = (of: (person: Person) => number): { least: number; most: number; mean: number } => {
    const values = many.map(of);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { least: Math.min(...values), most: Math.max(...values), mean };
  };
  test.each<[string, (person: Person) => number, number, number]>([
    ['stature', ({ statureM }) => statureM, 1.45, 2],
    ['body mass index', ({ statureM, massKg }) => massKg / statureM ** 2, 17, 40],
    ['legs', ({ legRatio = 1 }) => legRatio, 0.94, 1.06],
    ['arms', ({ armRatio = 1 }) => armRatio, 0.94, 1.06],
    ['leg lift', ({ ease }) => ease!.straightLegLiftDeg!.left, 40, 110],
    ['gap under the seat', ({ ease }) => ease!.seatToHeelsGapM!, -0.02, 0.2],
    ['gap of the arms', ({ ease }) => ease!.armsOverheadGapDeg!, -5, 50],
    ['figure-four', ({ ease }) => ease!.figureFourRiseDeg!.right, -5, 55],
    ['toes to the wall', ({ ease }) => ease!.toesToWallM!.right, 0.01, 0.17],
  ])('%s', (_, of, from, to) => {
    const { least, most, mean } = spread(of);
    const slack = 0.03 * (to - from);
    expect(least).toBeGreaterThanOrEqual(from - slack);
    expect(least).toBeLessThanOrEqual(from + slack);
    expect(most).toBeLessThanOrEqual(to + slack);
    expect(most).toBeGreaterThanOrEqual(to - slack);
    expect((mean - from) / (to - from)).toBeGreaterThan(0.45);
    expect((mean - from) / (to - from)).toBeLessThan(0.55);
  });

  test('women and men, half of each', () => {
    const women = many.filter(({ sex }) => sex === 'female').length / many.length;
    expect(Math.abs(women - 0.5)).toBeLessThan(0.04);
  });

  test('left and right differ in a third', () => {
    const differs = ({ ease }: Person): boolean =>
      Object.keys(easeLimits).some((name) => {
        const answer = ease![name as keyof typeof easeLimits];
        return typeof answer === 'object' && answer.left !== answer.right;
      });
    expect(Math.abs(many.filter(differs).length / many.length - 1 / 3)).toBeLessThan(0.04);
  });
});
