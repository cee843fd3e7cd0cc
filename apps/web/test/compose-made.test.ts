import type { Answer } from '@sacra/safety';
import { createComposer, defaultTimelineSettings, parsePractice } from '@sacra/practice';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Asked } from '../src/lib/compose/asked.ts';
import { MadePractice } from '../src/lib/compose/made-practice.svelte.ts';
import { catalogue, newLikings, now, request } from './support/composing.ts';

const compose = createComposer(catalogue);

function newMade(
  asked: Partial<Asked> = {},
  likings = newLikings(),
  given: Readonly<Record<string, Answer>> = {},
): MadePractice {
  const composed = compose(request(asked, likings, given));
  if (composed.kind !== 'practice') throw new Error(composed.kind);
  return new MadePractice(composed.practice, {
    ...{ catalogue, likings, settings: () => defaultTimelineSettings },
    request: () => request(asked, likings, given),
  });
}

const daysBeforeNow = (days: number): string => new Date(Date.parse(now) - days * 24 * 60 * 60 * 1000).toISOString();
const ids = (made: MadePractice): string[] => made.practice.steps.map(({ id }) => id);

describe('a practice while it is changed', () => {
  let made: MadePractice;
  beforeEach(() => {
    made = newMade({ minutes: 20, level: 'steady' });
  });

  test('each change is undone, to the last bit, the latest first', () => {
    const before = made.practice;
    const [first, second] = made.practice.steps;
    if (first === undefined || second === undefined) throw new Error('too short');
    const choice = made.alternatives(second)[0];
    if (choice === undefined) throw new Error('no alternative');
    const changes = [
      () => made.swap(second.id, choice),
      () => made.dropToday(first.id),
      () => made.move(ids(made)[0] ?? '', 2),
      () => made.lengthen(25),
      () => made.dropForGood(ids(made)[0] ?? ''),
      () => made.toggleLock(ids(made)[0] ?? ''),
    ];
    const states = changes.map((change) => {
      const state = { practice: made.practice, unwanted: made.request.unwanted };
      change();
      expect(made.said).not.toBe('');
      expect(parsePractice(made.practice, catalogue).ok).toBe(true);
      return state;
    });
    for (const state of states.toReversed()) {
      made.undo();
      expect({ practice: made.practice, unwanted: made.request.unwanted }).toEqual(state);
    }
    expect(made.practice).toEqual(before);
    expect(made.isChanged).toBe(false);
  });

  test('a swapped step says by its id what is done in it now', () => {
    const step = made.practice.steps[0];
    const choice = step && made.alternatives(step)[0];
    if (step === undefined || choice === undefined) throw new Error('nothing to swap');
    made.swap(step.id, choice);
    expect(made.practice.steps[0]).toMatchObject({
      ...choice,
      id: [choice.pose, choice.variation].filter(Boolean).join('-'),
    });
  });

  test('what is left out for good comes no more, is told among what is left out, and can be brought back', () => {
    const likings = newLikings();
    const one = newMade({ minutes: 20 }, likings);
    const { id, pose } = one.practice.steps[1] ?? { id: '', pose: '' };
    one.dropForGood(id);
    expect(one.practice.steps.some((step) => step.pose === pose)).toBe(false);
    expect(one.explained.leftOut).toContainEqual(expect.objectContaining({ pose, why: { kind: 'unwanted' } }));
    expect(newMade({ minutes: 20 }, likings).practice.steps.some((step) => step.pose === pose)).toBe(false);
    one.bringBack(pose);
    expect(newMade({ minutes: 20 }, likings).practice.steps.some((step) => step.pose === pose)).toBe(true);
  });

  test('what hurt comes no more for four weeks, is told so, and can be brought back sooner', () => {
    const likings = newLikings();
    const one = newMade({ minutes: 20 }, likings);
    const { id, pose } = one.practice.steps[1] ?? { id: '', pose: '' };
    const isIn = (): boolean => newMade({ minutes: 20 }, likings).practice.steps.some((step) => step.pose === pose);
    one.sayHurt(id, daysBeforeNow(27));
    expect(one.practice.steps.some((step) => step.pose === pose)).toBe(false);
    expect(one.explained.leftOut).toContainEqual(expect.objectContaining({ pose, why: { kind: 'painful' } }));
    expect(isIn()).toBe(false);
    likings.sayHurt(pose, daysBeforeNow(29));
    expect(isIn()).toBe(true);
    likings.sayHurt(pose, now);
    expect(isIn()).toBe(false);
    one.bringBack(pose);
    expect(isIn()).toBe(true);
    one.undo();
    expect(isIn()).toBe(false);
  });

  test('an unwise order is told in words and not refused', () => {
    const last = made.practice.steps.at(-1);
    made.move(last?.id ?? '', 0);
    expect(made.practice.steps[0]).toEqual(last);
    expect(made.said).toContain('A rest after it would let everything settle.');
    expect([...made.advice.values()].flat().join(' ')).toContain('It ends with');
  });

  test('what safety will leave out at the door, since the way there is barred, is told before', () => {
    const limited = newMade({ minutes: 20 }, newLikings(), { kneeling: 'yes' });
    expect(limited.advice.flat().filter((sentence) => sentence.startsWith('Your answers'))).toEqual([]);
    const kneeling = newMade({ minutes: 20 });
    const { practice } = kneeling;
    const barred = new MadePractice(practice, {
      ...{ catalogue, likings: newLikings(), settings: () => defaultTimelineSettings },
      request: () => request({ minutes: 20 }, newLikings(), { kneeling: 'yes' }),
    });
    const at = practice.steps.findIndex(({ pose }) => pose === 'cat-cow');
    expect(at).toBeGreaterThanOrEqual(0);
    expect(barred.advice[at]?.join(' ')).toMatch(/^Your answers speak against/);
  });

  test('made anew, what is locked keeps its form and its breaths, and the whole still takes its minutes', () => {
    const step = made.practice.steps[1];
    if (step === undefined) throw new Error('too short');
    made.toggleLock(step.id);
    const again = compose({ ...made.request, seed: 99 });
    if (again.kind !== 'practice') throw new Error(again.kind);
    made.takeAnew(again.practice);
    const kept = made.practice.steps.find(({ pose }) => pose === step.pose);
    expect(kept).toEqual(step);
    expect(made.isLocked(step.id)).toBe(true);
    expect(Math.abs(made.timeline.totalS - 20 * 60)).toBeLessThan(40);
  });

  test('the last step can’t be left out', () => {
    while (made.practice.steps.length > 1) made.dropToday(ids(made)[0] ?? '');
    const left = made.practice;
    made.dropToday(ids(made)[0] ?? '');
    made.dropForGood(ids(made)[0] ?? '');
    expect(made.practice).toEqual(left);
    expect(made.said).toContain('one step at least');
  });

  test('on a flare day it can’t be made longer than twelve minutes', () => {
    expect(newMade({ pain0to10: 9, places: ['sacrum'] }).mostMinutes).toBe(12);
    expect(made.mostMinutes).toBe(60);
  });
});
