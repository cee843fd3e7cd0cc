import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { poseAsDone } from '@sacra/pose';
import {
  composeProblem,
  createComposer,
  parsePractice,
  programmeOf,
  solveModel,
  timeline,
  type ComposeRequest,
  type PastSession,
} from '@sacra/practice';
import { itemsOf, barredBy } from '@sacra/safety';
import { composePage } from '../src/compose-page.ts';
import { clearanceWith, printedProfiles } from '../src/compose-profiles.ts';
import {
  catalogue,
  checklist,
  compose,
  content,
  good,
  liked,
  limitsIn,
  made,
  plain,
  practiceFor,
  practices,
  requests,
  stepsOf,
  type Made,
} from './composed.ts';

describe('whoever asks', () => {
  it('gets a practice that is a good document and takes the minutes asked within 15 seconds, or says that it can’t', () => {
    expect(practices.length).toBeGreaterThan(120);
    for (const { request, practice, notes, seconds } of practices) {
      expect(parsePractice(JSON.parse(JSON.stringify(practice)), catalogue).ok).toBe(true);
      const { totalS } = timeline(practice, catalogue);
      expect(Math.abs(totalS - seconds)).toBeLessThan(3);
      const flare = notes.find((note) => note.kind === 'flare-day');
      const askedS = 60 * (flare?.kind === 'flare-day' ? flare.minutes : request.minutes);
      if (notes.some(({ kind }) => kind === 'shorter')) expect(totalS).toBeLessThan(askedS);
      else expect(Math.abs(totalS - askedS)).toBeLessThanOrEqual(15);
    }
    expect(practices.filter(({ notes }) => notes.some(({ kind }) => kind === 'shorter')).length).toBeLessThan(8);
  });

  it('gets no pose that is barred, unwanted, painful lately, or lacks its prop', () => {
    for (const { request, practice } of practices) {
      for (const { pose, variation } of practice.steps) {
        const { character, needs } = poseAsDone(catalogue, pose, variation);
        expect(barredBy(request.clearance, character)).toEqual([]);
        if (request.reach === 'chair') expect(character.barredBy.map(({ limit }) => limit)).not.toContain('chair-only');
        expect(request.unwanted.has(pose) || request.painful.has(pose)).toBe(false);
        for (const { prop } of needs) expect(request.props).toContain(prop);
      }
    }
  });

  it('rests at the end, for a tenth of the time or as long as the pose lets one, and warms before going deeper', () => {
    for (const { practice, seconds } of practices) {
      const done = practice.steps.map((step) => ({ ...step, ...poseAsDone(catalogue, step.pose, step.variation) }));
      const last = done.at(-1)!;
      expect(last.character.depth).toBe('rest');
      const restS = last.breaths * last.sides.length * 10;
      const mostS = last.pose.breaths.max * last.sides.length * 10;
      expect(restS).toBeGreaterThanOrEqual(Math.min(mostS, Math.floor(seconds / 10) - 20));
      done.forEach(({ character }, index) => {
        const before = done.slice(0, index).filter((one) => one.character.depth !== 'rest').length;
        if (character.depth === 'moderate') expect(before).toBeGreaterThanOrEqual(1);
        if (character.depth === 'deep') expect(before).toBeGreaterThanOrEqual(3);
      });
    }
  });

  it('does no work twice: never a deep pose beside what it names as easier, and no deep pose a second time', () => {
    const deep = practices.flatMap(({ practice }) => {
      const poses = practice.steps.map(({ pose }) => pose);
      return practice.steps.flatMap(({ pose, variation }) => {
        const { character, pose: done } = poseAsDone(catalogue, pose, variation);
        return character.depth === 'deep'
          ? [{ poses, pose, easier: done.easier.flatMap((one) => one.pose ?? []) }]
          : [];
      });
    });
    const earned = practiceFor({
      minutes: 60,
      wish: 'open-hips',
      level: 'full',
      liked,
      lastSessions: [good, good, good],
    });
    expect(earned.practice.steps.filter(({ pose }) => pose === 'pigeon')).toHaveLength(1);
    expect(earned.leftOut).toContainEqual({
      pose: 'reclined-figure-four',
      why: { kind: 'same-work', instead: 'pigeon' },
    });
    for (const { poses, pose, easier } of deep) {
      expect(poses.filter((one) => one === pose)).toHaveLength(1);
      expect(easier.filter((one) => poses.includes(one))).toEqual([]);
    }
  });

  it('is told of each step why it is there, and of every other pose why it is not', () => {
    const all = [...catalogue.poses.values()].filter(({ purpose }) => purpose === 'practice').map(({ id }) => id);
    for (const { practice, whys, leftOut } of practices) {
      expect(whys.map(({ step }) => step)).toEqual(practice.steps.map(({ id }) => id));
      for (const { why } of whys) expect(why.length).toBeGreaterThan(0);
      const told = [...practice.steps.map(({ pose }) => pose), ...leftOut.map(({ pose }) => pose)];
      expect(all.filter((pose) => !told.includes(pose))).toEqual([]);
      expect(leftOut.filter(({ pose }) => practice.steps.some((step) => step.pose === pose))).toEqual([]);
      for (const { why } of leftOut) {
        if (why.kind === 'barred') expect(why.by.length).toBeGreaterThan(0);
      }
    }
  });

  it('gets the same practice for the same request, and sometimes another for another seed', () => {
    const again = createComposer(catalogue);
    for (const { request, composed } of made.slice(0, 30)) expect(again(request)).toEqual(composed);
    const steps = Array.from({ length: 12 }, (_, seed) => stepsOf({ seed, minutes: 20, wish: 'open-hips' }).join());
    expect(new Set(steps).size).toBeGreaterThan(1);
  });
});

describe('the problem of a real request', () => {
  it('is solved no worse than HiGHS solves it', async () => {
    const highs = await loadHighs();
    const onSide = { ...plain, clearance: clearanceWith(checklist, { pregnant: 'yes' }) };
    for (const request of [...requests.filter(({ minutes }) => minutes <= 12).slice(0, 5), onSide]) {
      const model = composeProblem(catalogue, request);
      const mine = solveModel(model);
      const found = highs.solve(programmeOf(model), { mip_rel_gap: 0, mip_abs_gap: 1e-9 });
      const fits = mine !== undefined && mine.units >= model.budget.from;
      expect(found.Status === 'Optimal').toBe(fits);
      if (fits) expect(mine.worth).toBeGreaterThan(found.ObjectiveValue - 1e-6);
    }
  });
});

describe('a person', () => {
  it('with a knee that hurts gets no sitting on the heels and no Pigeon, and is told why', () => {
    const composed = practiceFor({
      minutes: 20,
      wish: 'open-hips',
      clearance: clearanceWith(checklist, { knees: 'yes' }),
    });
    expect(composed.practice.steps.map(({ pose }) => pose)).not.toContain('pigeon');
    expect(limitsIn(composed)).not.toContain('no-deep-knee-bend');
    expect(composed.leftOut.find(({ pose }) => pose === 'pigeon')).toMatchObject({
      why: { kind: 'barred', by: [{ kind: 'limit', limit: 'no-deep-knee-bend', becauseOf: ['knees'] }] },
    });
  });

  it('with glaucoma gets nothing head-down', () => {
    const clearance = clearanceWith(checklist, { eyes: 'cleared' });
    for (const minutes of [8, 20, 45]) {
      expect(limitsIn(practiceFor({ minutes, wish: 'loosen-up', clearance }))).not.toContain('head-not-below-heart');
    }
  });

  it('with an emergency or urgent answer gets nothing at all', () => {
    for (const { id, effect } of itemsOf(checklist)) {
      if (effect.kind !== 'stop' && effect.kind !== 'no-practice') continue;
      expect(compose({ ...plain, clearance: clearanceWith(checklist, { [id]: 'not-sure' }) })).toEqual({
        ...{ kind: 'stopped', becauseOf: [id] },
      });
    }
  });

  it('who may not lie on the back ends on one side, not the one that hurts, and stays there', () => {
    const clearance = clearanceWith(checklist, { pregnant: 'yes' });
    const endOf = (more: Partial<ComposeRequest>) => {
      const { practice } = practiceFor({ clearance, ...more });
      return { ...practice.steps.at(-1), closesIn: practice.closesIn };
    };
    const pain = (side: 'left' | 'right' | 'both') => ({ area: 'sacrum' as const, pain0to10: 3, side });
    for (const [pains, side] of [
      [[], 'left'],
      [[pain('both')], 'left'],
      [[pain('right')], 'left'],
      [[pain('left')], 'right'],
      [[pain('left'), pain('both')], 'right'],
      [[pain('left'), pain('right')], 'left'],
    ] as const) {
      const end = endOf({ minutes: 15, pains });
      expect(end).toMatchObject({ pose: 'side-rest', sides: [side], closesIn: `side-rest@${side}` });
    }
  });

  it('rests on the side at the end only if the back is barred, or that pose is kept', () => {
    for (const { request, practice } of practices) {
      const { limits } = request.clearance;
      practice.steps.forEach(({ pose, sides }, index) => {
        if (pose !== 'side-rest') return;
        expect(index).toBe(practice.steps.length - 1);
        const isKept = request.kept.has('side-rest');
        const backIsOut = limits.some(({ limit }) => limit === 'no-flat-back-lying') || request.unwanted.size > 0;
        expect(isKept || backIsOut || request.painful.size > 0).toBe(true);
        expect(['left', 'right', 'right,left']).toContain(sides.join());
      });
    }
    const kept = practiceFor({ minutes: 20, kept: new Set(['side-rest']) });
    expect(kept.practice.steps.at(-1)).toMatchObject({ pose: 'side-rest', sides: ['left'] });
    expect(practiceFor({ minutes: 20 }).practice.steps.at(-1)?.pose).not.toBe('side-rest');
  });

  it('who is to ask first gets rest only', () => {
    const { practice, notes } = practiceFor({ clearance: clearanceWith(checklist, { 'thin-bones': 'yes' }) });
    for (const { pose, variation } of practice.steps) {
      expect(poseAsDone(catalogue, pose, variation).character.depth).toBe('rest');
    }
    expect(notes).toContainEqual({ kind: 'rest-only', becauseOf: ['thin-bones'] });
  });

  it('for whom everything is barred gets breathing and rest, and is told why', () => {
    const everything = itemsOf(checklist).flatMap(({ id, effect }) =>
      effect.kind === 'adapt' ? [[id, 'yes'] as const] : [],
    );
    const clearance = clearanceWith(checklist, Object.fromEntries(everything));
    const composed = compose({ ...plain, minutes: 5, clearance, props: new Set() });
    expect(composed.kind).toBe('breathing-only');
    if (composed.kind !== 'breathing-only') return;
    const practised = [...catalogue.poses.values()].filter(({ purpose }) => purpose === 'practice');
    expect(composed.leftOut).toHaveLength(practised.length);
  });

  it('on a flare day gets something short and soft', () => {
    const composed = practiceFor({
      minutes: 40,
      level: 'full',
      pains: [{ area: 'sacrum', pain0to10: 8, side: 'both' }],
    });
    expect(composed.seconds).toBeLessThan(13 * 60);
    expect(composed.notes).toContainEqual({ kind: 'flare-day', minutes: 12 });
    expect(composed.practice.steps.at(-1)?.breaths).toBeGreaterThanOrEqual(12);
    for (const { pose, variation } of composed.practice.steps) {
      expect(['rest', 'gentle']).toContain(poseAsDone(catalogue, pose, variation).character.depth);
    }
  });

  it('gets Pigeon only after three good sessions with a figure-four', () => {
    const wish = { minutes: 25, wish: 'open-hips', level: 'full', liked: new Set(['pigeon']) } as const;
    const session = (painAfter0to10: number | null, ...more: string[]): PastSession => ({
      ...{ done: ['cat-cow', 'downward-dog', 'bird-dog', 'bridge', ...more], painAfter0to10 },
    });
    const good = session(2, 'pigeon/reclined-figure-four');
    expect(stepsOf({ ...wish, lastSessions: [good, good, good] })).toContain('pigeon');
    for (const third of [session(3, 'reclined-figure-four'), session(null, 'reclined-figure-four'), session(1)]) {
      const composed = practiceFor({ ...wish, lastSessions: [good, good, third] });
      expect(composed.practice.steps.map(({ pose }) => pose)).not.toContain('pigeon');
      expect(composed.leftOut.find(({ pose }) => pose === 'pigeon')?.why).toMatchObject({
        kind: 'gate',
        had: 2,
        needed: 3,
      });
    }
  });

  it('meets one new pose at a time that asks more than a gentle one', () => {
    const lastSessions = [{ done: ['cat-cow', 'childs-pose'], painAfter0to10: 1 }];
    const { practice } = practiceFor({ minutes: 40, wish: 'loosen-up', lastSessions });
    const fresh = practice.steps.filter(
      ({ pose, variation }) => poseAsDone(catalogue, pose, variation).character.depth === 'moderate',
    );
    expect(new Set(fresh.map(({ pose }) => pose)).size).toBe(1);
  });

  it('gets what eases where it hurts, and holds half as long where safety asks for it', () => {
    const shoulders = stepsOf({ wish: 'loosen-up', pains: [{ area: 'shoulders', pain0to10: 2, side: 'both' }] });
    expect(shoulders.some((pose) => ['downward-dog', 'puppy', 'bird-dog', 'open-book'].includes(pose))).toBe(true);
    const { practice } = practiceFor({ clearance: clearanceWith(checklist, { 'worse-bending-forward': 'yes' }) });
    for (const { pose, variation, breaths } of practice.steps) {
      if (poseAsDone(catalogue, pose, variation).character.depth !== 'rest') expect(breaths).toBeLessThanOrEqual(4);
    }
  });

  it('who begins at a chair or a wall stays there for the first three sessions', () => {
    const clearance = clearanceWith(checklist, { 'over-65': 'yes' });
    const grounds = ({ practice }: Made) =>
      new Set(
        practice.steps.map(({ pose, variation }) => poseAsDone(catalogue, pose, variation).needs[0]?.prop ?? 'floor'),
      );
    expect(grounds(practiceFor({ level: 'starter', clearance }))).not.toContain('floor');
    const session = { done: ['chair-cat-cow'], painAfter0to10: 1 };
    expect(grounds(practiceFor({ clearance, lastSessions: [session, session, session] }))).toContain('floor');
  });

  it('who stays at a chair or a wall for twenty minutes gets all that can be done there before anything again, and stands up once', () => {
    const clearance = clearanceWith(checklist, { 'over-65': 'yes' });
    for (const seed of [1, 2, 3, 4]) {
      const { practice } = practiceFor({ minutes: 20, level: 'starter', clearance, seed });
      const done = practice.steps.map((step) => ({ ...step, ...poseAsDone(catalogue, step.pose, step.variation) }));
      const moving = done.filter(({ character }) => character.depth !== 'rest').map(({ pose }) => pose.id);
      expect(new Set(moving).size).toBeGreaterThanOrEqual(6);
      expect(moving.length - new Set(moving).size).toBeLessThanOrEqual(2);
      const isUp = done.map(({ position }) => position === 'standing');
      expect(isUp.filter((up, index) => up && !isUp[index - 1])).toHaveLength(1);
    }
  });

  it('who asks for less than five or more than sixty minutes is not understood', () => {
    for (const minutes of [4, 61, 7.5, Number.NaN]) expect(() => compose({ ...plain, minutes })).toThrow('5 to 60');
  });
});

describe('the page of composed practices', () => {
  it('has all twenty people, with every step and its reason', () => {
    const profiles = printedProfiles(checklist);
    expect(profiles).toHaveLength(20);
    for (const { name, request } of profiles) {
      const composed = compose(request);
      const page = composePage(content, name, request, composed);
      expect(page).toContain(name);
      if (composed.kind !== 'practice') continue;
      for (const { pose } of composed.practice.steps)
        expect(page).toContain(`**${catalogue.poses.get(pose)!.names.english}`);
    }
  });
});
