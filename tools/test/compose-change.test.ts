import { poseAsDone, propKinds } from '@sacra/pose';
import { alternativesFor, orderAdvice, type ComposeRequest } from '@sacra/practice';
import { barredBy } from '@sacra/safety';
import { describe, expect, it } from 'vitest';
import { clearanceWith } from '../src/compose-profiles.ts';
import { catalogue, checklist, plain, practiceFor, practices } from './composed.ts';

describe('changing a practice', () => {
  const other = (key: string) => {
    const [pose = '', variation] = key.split('/');
    return { pose, variation: variation ?? null };
  };
  const offeredFor = (more: Partial<ComposeRequest>, key: string, ...beside: string[]): string[] =>
    alternativesFor(catalogue, { ...plain, props: new Set(propKinds), ...more }, other(key), beside.map(other)).map(
      ({ pose, variation }) => (variation === null ? pose : `${pose}/${variation}`),
    );

  it('offers for a step only what may be done today, its own forms first, and nothing that is there already', () => {
    for (const { request, practice } of practices.slice(0, 60)) {
      practice.steps.forEach((step, index) => {
        const rest = practice.steps.filter((_, at) => at !== index);
        for (const choice of alternativesFor(catalogue, request, step, rest)) {
          const { character, needs } = poseAsDone(catalogue, choice.pose, choice.variation);
          expect(barredBy(request.clearance, character)).toEqual([]);
          expect(needs.every(({ prop }) => request.props.has(prop))).toBe(true);
          expect(rest.some(({ pose }) => pose === choice.pose)).toBe(false);
          expect([choice.pose, choice.variation]).not.toEqual([step.pose, step.variation]);
        }
      });
    }
    const dog = offeredFor({}, 'downward-dog/pedal');
    expect(dog.slice(0, 2)).toEqual(['downward-dog', 'downward-dog/bent-knees']);
    expect(dog).toContain('wall-dog');
    expect(offeredFor({}, 'downward-dog/pedal', 'wall-dog')).not.toContain('wall-dog');
    expect(offeredFor({}, 'lying-rest')).toContain('constructive-rest');
    expect(offeredFor({ clearance: clearanceWith(checklist, { pregnant: 'yes' }) }, 'lying-rest')).not.toContain(
      'constructive-rest',
    );
  });

  it('keeps the steps that one asks for, in their form, where they may be done, and composes the rest around them', () => {
    const kept = new Set(['downward-dog/bent-knees', 'supine-twist', 'open-book']);
    const composed = practiceFor({ minutes: 18, wish: 'settle', kept });
    const keys = composed.practice.steps.map(({ pose, variation }) =>
      variation === null ? pose : `${pose}/${variation}`,
    );
    expect(keys).toEqual(expect.arrayContaining([...kept]));
    expect(composed.whys.filter(({ why }) => why.some(({ kind }) => kind === 'kept'))).toHaveLength(3);
    expect(Math.abs(composed.seconds - 18 * 60)).toBeLessThanOrEqual(15);
    const barred = practiceFor({ minutes: 18, kept, clearance: clearanceWith(checklist, { eyes: 'cleared' }) });
    expect(barred.practice.steps.map(({ pose }) => pose)).not.toContain('downward-dog');
    expect(barred.leftOut.find(({ pose }) => pose === 'downward-dog')?.why.kind).toBe('barred');
  });

  it('has nothing to say of the order that was composed, and says where another one is cold, restless, or up and down', () => {
    for (const { practice } of practices) {
      expect(orderAdvice(catalogue, practice.steps).filter(({ kind }) => kind !== 'up-and-down')).toEqual([]);
    }
    const told = (...keys: string[]) => orderAdvice(catalogue, keys.map(other));
    expect(told('pigeon', 'cat-cow', 'lying-rest')).toEqual([{ kind: 'cold', step: 0, missing: 3 }]);
    expect(told('cat-cow', 'pigeon', 'lying-rest')).toEqual([{ kind: 'cold', step: 1, missing: 2 }]);
    expect(told('cat-cow', 'bird-dog', 'downward-dog', 'pigeon', 'lying-rest')).toEqual([]);
    expect(told('lying-rest', 'cat-cow')).toEqual([{ kind: 'no-rest-at-the-end', step: 1 }]);
    expect(told('cat-cow', 'wall-dog', 'pelvic-tilt', 'lying-rest')).toEqual([{ kind: 'up-and-down', step: 1 }]);
    expect(told('wall-dog', 'cat-cow', 'lying-rest')).toEqual([]);
  });
});
