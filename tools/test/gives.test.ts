import { describe, expect, it } from 'vitest';
import { createBody, referencePerson, type Person } from '@sacra/body';
import { keyframeOf } from '@sacra/pose';
import { catalogueSolver, fitOf } from '@sacra/solve';
import { randomPersons } from '../src/robustness/random-person.ts';
import { contentOrThrow } from '../src/robustness/share.ts';

const { catalogue, bodyTables } = contentOrThrow();

describe('what gives way on many bodies', () => {
  const persons = randomPersons(6, 31);
  const solverOf = (person: Person, reference?: ReturnType<typeof catalogueSolver>) =>
    catalogueSolver(createBody(person, bodyTables), catalogue, reference);
  const reference = solverOf(referencePerson);
  /** On how many of the persons a group of a keyframe that is shown as written gave way, by `key group`. */
  const counts = new Map<string, number>();
  for (const person of persons) {
    const solver = solverOf(person, reference);
    for (const { key, pose } of catalogue.keyframes.values()) {
      if (pose.purpose !== 'practice') continue;
      const fit = fitOf(solver, key);
      if (fit.shown !== key) continue;
      for (const group of fit.gaveWay) counts.set(`${key} ${group}`, (counts.get(`${key} ${group}`) ?? 0) + 1);
    }
  }

  it('has a sentence that says it is right so', () => {
    const often = [...counts].filter(([, count]) => count >= 2).map(([name]) => name);
    expect(often.length).toBeGreaterThan(30);
    const untold = often.filter((name) => {
      const [key = '', group = ''] = name.split(' ');
      const { pose, variation } = keyframeOf(catalogue, key);
      const gives = { ...pose.bodies.gives, ...variation?.bodies?.gives };
      return !(group in gives) && !(group.replace(/\.(left|right)$/, '') in gives);
    });
    expect(untold).toEqual([]);
  });
});
