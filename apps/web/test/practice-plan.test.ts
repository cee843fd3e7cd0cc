import type { Adapted, Practice } from '@sacra/practice';
import { describe, expect, test } from 'vitest';
import { changedSteps } from '../src/lib/practice/changed-steps.ts';
import { PracticePlan } from '../src/lib/practice/practice-plan.svelte.ts';
import { wordsPerMinute } from '../src/lib/practice/speaking-pace.ts';
import { wishOf } from '../src/lib/session/keys.ts';
import { defaultSettings } from '../src/lib/settings/settings.ts';
import { catalogue, practice } from './support/test-session.ts';

const everything = { keyframes: new Set(catalogue.keyframes.keys()), ways: new Set(catalogue.ways.keys()) };
const written = { practice };
const plan = (changes: Partial<typeof defaultSettings> = {}, solved = everything) =>
  new PracticePlan(written, catalogue, solved, () => ({ ...defaultSettings, ...changes }));

describe('a plan of the practice', () => {
  test("lays the person's breath and number of breaths over the five poses, within what each bears", () => {
    const settings = {
      ...defaultSettings,
      breathInS: 3,
      breathOutS: 5,
      breaths: 10,
      catCowBreath: 'in-to-cat' as const,
    };
    const fivePoses = { practice: { ...practice, id: 'five-pose' } };
    const planned = new PracticePlan(fivePoses, catalogue, everything, () => settings).practice;
    expect(planned.breath).toEqual({ inS: 3, outS: 5 });
    expect(planned.catCowBreath).toBe('in-to-cat');
    expect(planned.steps.map(({ breaths }) => breaths)).toEqual([4, 3]);
  });

  test('leaves the breaths of any other practice as they stand in it', () => {
    const settings = { ...defaultSettings, breaths: 10, breathInS: 3 };
    const planned = new PracticePlan({ practice }, catalogue, everything, () => settings).practice;
    expect(planned.steps.map(({ breaths }) => breaths)).toEqual([2, 2]);
    expect(planned.breath.inS).toBe(3);
  });

  test('keeps choices for a practice apart from those for another with steps of the same name', () => {
    const chosen = { ...defaultSettings, variationByStep: { 'test/rest': 'cushion' } };
    const variationIn = (id: string) =>
      new PracticePlan({ practice: { ...practice, id } }, catalogue, everything, () => chosen).practice.steps[0]
        ?.variation;
    expect([variationIn('test'), variationIn('another')]).toEqual(['cushion', null]);
    const fivePoses = new PracticePlan({ practice: { ...practice, id: 'five-pose' } }, catalogue, everything, () => ({
      ...defaultSettings,
      variationByStep: { rest: 'cushion' },
    }));
    expect(fivePoses.practice.steps[0]?.variation).toBe('cushion');
  });

  test('offers only what can be shown', () => {
    const named = (solved: typeof everything) => plan({}, solved).steps[0]?.options.map(({ name }) => name);
    expect(named(everything)).toEqual(['As it is', 'On a cushion']);
    const keyframes = new Set([...everything.keyframes].filter((key) => key !== 'rest/cushion'));
    expect(named({ ...everything, keyframes })).toEqual(['As it is']);
  });

  test('plays a chosen variation, and the pose as composed when that one can not be shown', () => {
    const chosen = { variationByStep: { 'test/rest': 'cushion', 'test/lean': 'unknown' } };
    expect(plan(chosen).practice.steps.map(({ variation }) => variation)).toEqual(['cushion', null]);
    const keyframes = new Set([...everything.keyframes].filter((key) => key !== 'rest/cushion'));
    expect(plan(chosen, { ...everything, keyframes }).practice.steps[0]?.variation).toBeNull();
  });

  test('adapts a step to the body before it starts, unless the person has chosen how to do it', () => {
    const highSeat = (key: string) => ({ shown: key === 'rest' ? 'rest/cushion' : key, gaveWay: [] });
    const fitted = (changes: Partial<typeof defaultSettings>) =>
      new PracticePlan(written, catalogue, everything, () => ({ ...defaultSettings, ...changes }), highSeat);
    const adapted = fitted({});
    expect(adapted.practice.steps.map(({ variation }) => variation)).toEqual(['cushion', null]);
    expect(adapted.steps[0]).toMatchObject({ isChosen: false, fit: { kind: 'answered', unfit: 'rest' } });
    expect(adapted.timeline.steps[0]?.variation).toBe('cushion');

    const undone = fitted({ variationByStep: { 'test/rest': null } });
    expect(undone.practice.steps[0]?.variation).toBeNull();
    expect(undone.steps[0]).toMatchObject({ isChosen: true, fit: { kind: 'answered' } });
  });

  test('tells what gave way, and adapts nothing that can not be shown or isn’t known yet', () => {
    const keyframes = new Set([...everything.keyframes].filter((key) => key !== 'rest/cushion'));
    const fitted = (fitOf: (key: string) => { shown?: string; gaveWay: string[] } | undefined) =>
      new PracticePlan(written, catalogue, { ...everything, keyframes }, () => defaultSettings, fitOf);
    const cushion = fitted((key) => ({ shown: key === 'rest' ? 'rest/cushion' : key, gaveWay: [] }));
    expect(cushion.practice.steps[0]?.variation).toBeNull();
    expect(fitted(() => undefined).steps[0]?.fit).toBeUndefined();
    expect(fitted((key) => ({ shown: key, gaveWay: ['heels'] })).steps[0]?.fit).toEqual({
      kind: 'as-written',
      gives: ['Your heels stay up.'],
    });
  });

  test('a slower voice makes the practice no shorter', () => {
    expect(plan({ voiceRate: 0.6 }).timeline.totalS).toBeGreaterThan(plan({ voiceRate: 1.4 }).timeline.totalS);
    expect(wordsPerMinute(0.01)).toBeGreaterThanOrEqual(80);
    expect(wordsPerMinute(9)).toBeLessThanOrEqual(260);
  });
});

describe('a plan under rules', () => {
  const because = [{ kind: 'limit', limit: 'symmetric-only', becauseOf: ['one-side'] }] as const;
  const rules = (mayPlay: (variation: string | null) => boolean) => ({
    adapt: (document: Practice): Adapted => ({
      kind: 'practice',
      practice: { ...document, steps: document.steps.slice(0, 1), opensIn: 'rest' },
      changes: [
        { step: 'lean', kind: 'left-out', because, couldBe: { pose: 'rest', variation: null } },
        { step: 'lean', kind: 'joined', to: 'rest', because },
      ],
    }),
    mayPlay: ({ variation }: { variation: string | null }) => mayPlay(variation),
  });
  const planned = (mayPlay: (variation: string | null) => boolean, changes: Partial<typeof defaultSettings> = {}) =>
    new PracticePlan(
      written,
      catalogue,
      everything,
      () => ({ ...defaultSettings, ...changes }),
      undefined,
      rules(mayPlay),
    );

  test('plays what they leave, and tells what they left out', () => {
    const plan = planned(() => true);
    expect([plan.practice.opensIn, plan.practice.steps.map(({ id }) => id)]).toEqual(['rest', ['rest']]);
    expect(changedSteps(plan)).toMatchObject([
      { title: 'Lean', change: { kind: 'left-out', because }, other: { title: 'Rest' } },
      { title: 'Lean', change: { kind: 'joined', because }, other: { title: 'Rest' } },
    ]);
  });

  test('offers no form that may not be played, and follows no choice of one', () => {
    const { steps } = planned((variation) => variation === null, { variationByStep: { 'test/rest': 'cushion' } });
    expect(steps[0]?.options.map(({ variation }) => variation)).toEqual([null]);
    expect(steps[0]?.written.variation).toBeNull();
  });
});

describe('keys', () => {
  const press = (key: string, target = 'body', more = {}) =>
    wishOf({
      ...{ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false },
      ...{ target: { tagName: target.toUpperCase() } as unknown as EventTarget },
      ...more,
    });

  test('space pauses, arrows go back and on, r repeats, Escape asks to end', () => {
    expect([' ', 'ArrowLeft', 'ArrowRight', 'r', 'Escape', 'x'].map((key) => press(key))).toEqual([
      ...['toggle-pause', 'back', 'on', 'repeat', 'end'],
      undefined,
    ]);
  });

  test('space on a button is that button, and typing is typing', () => {
    expect(press(' ', 'button')).toBeUndefined();
    expect(press('ArrowRight', 'button')).toBe('on');
    expect(press('r', 'textarea')).toBeUndefined();
  });

  test('a key held down, or pressed with a modifier, asks for nothing', () => {
    expect(press('ArrowRight', 'body', { repeat: true })).toBeUndefined();
    expect(press('r', 'body', { ctrlKey: true })).toBeUndefined();
  });
});
