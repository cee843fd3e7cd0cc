import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyframeOf, limits, poseAsDone, swapSide, type Limit } from '@sacra/pose';
import {
  adaptPractice,
  alternativesFor,
  createComposer,
  dropStep,
  moveStep,
  orderAdvice,
  parsePractice,
  readPractice,
  restoreStep,
  setMinutes,
  swapStep,
  timeline,
  wholeMinutes,
  writePractice,
  type Adapted,
  type Practice,
  type Span,
} from '@sacra/practice';
import { barredBy, levels, positionsBarred, type Choice, type Clearance } from '@sacra/safety';
import { clearanceWith } from '../src/compose-profiles.ts';
import { randomRequests } from '../src/compose-requests.ts';
import { readContent } from '../src/content/read-content.ts';

const read = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (!read.ok) throw new Error(`content has errors: ${JSON.stringify(read.errors, null, 2)}`);
const { catalogue, practices, safety } = read.value;
const free = clearanceWith(safety.checklist, {});
const holding = (held: readonly Limit[], more: Partial<Clearance> = {}): Clearance => ({
  ...free,
  level: 'with-limits',
  limits: limits.filter((limit) => held.includes(limit)).map((limit) => ({ limit, becauseOf: [`said ${limit}`] })),
  ...more,
});
const named = (id: string): Practice => {
  const found = practices.find((practice) => practice.id === id);
  if (found === undefined) throw new Error(`No practice "${id}".`);
  return found;
};
const asDone = ({ pose, variation }: Choice) => poseAsDone(catalogue, pose, variation);
const keysOf = (practice: Practice): string[] =>
  practice.steps.map(({ pose, variation }) => (variation === null ? pose : `${pose}/${variation}`));

const ends = ({ motion }: Span): [string, string] => {
  if (motion.kind === 'still') return [motion.keyframe, motion.keyframe];
  if (motion.kind === 'way') return [motion.way.from, motion.way.to];
  return [motion.home, motion.home];
};

/** What has to be so of whatever is played. */
function expectPlayable(practice: Practice): void {
  expect(parsePractice(JSON.parse(JSON.stringify(practice)), catalogue)).toEqual({ ok: true, value: practice });
  const { spans, steps, totalS } = timeline(practice, catalogue);
  expect(spans[0]?.startS).toBe(0);
  expect(spans.at(-1)?.endS).toBe(totalS);
  spans.slice(1).forEach((span, index) => {
    expect(span.startS).toBe(spans[index]!.endS);
    expect(ends(span)[0]).toBe(ends(spans[index]!)[1]);
  });
  expect([ends(spans[0]!)[0], ends(spans.at(-1)!)[1]]).toEqual([practice.opensIn, practice.closesIn]);
  steps.forEach((right, index) => {
    if (right.side !== 'right') return;
    const left = steps[index + 1]!;
    expect(left).toMatchObject({ stepId: right.stepId, side: 'left', keyframe: swapSide(right.keyframe) });
    expect(left.endS - left.holdStartS).toBeCloseTo(right.endS - right.holdStartS, 6);
  });
}

/** No step is barred, and nobody is led, opened or left in a position that a limit forbids. */
function expectWithin(adapted: Adapted, clearance: Clearance): void {
  if (adapted.kind === 'nothing-left') return;
  const { practice } = adapted;
  for (const step of practice.steps)
    expect(barredBy(clearance, asDone(step).character), keysOf(practice).join()).toEqual([]);
  const barred = positionsBarred(clearance);
  for (const span of timeline(practice, catalogue).spans) {
    for (const key of ends(span)) {
      const { pose, variation } = keyframeOf(catalogue, key);
      expect(barred.has(variation?.position ?? pose.position), key).toBe(false);
    }
  }
}

describe('each ready-made practice', () => {
  it.each([
    ['bedtime', 12],
    ['chair', 12],
    ['five-pose', 15],
    ['rest-and-breathe', 13],
    ['starter', 12],
  ])('%s plays from its opening to a rest, both sides alike, in %i minutes', (id, minutes) => {
    const practice = named(id);
    expectPlayable(practice);
    expect(asDone(practice.steps.at(-1)!).character.depth).toBe('rest');
    expect(wholeMinutes(timeline(practice, catalogue).totalS)).toBe(minutes);
    expect(new Set(keysOf(practice)).size).toBeGreaterThanOrEqual(practice.steps.length - 1);
  });

  it('is one of those that are told of here', () => {
    expect(practices.map(({ id }) => id)).toEqual(['bedtime', 'chair', 'five-pose', 'rest-and-breathe', 'starter']);
  });

  it('has an order that a teacher says nothing about; the five poses come in the order that they are known in', () => {
    for (const practice of practices) {
      if (practice.id !== 'five-pose') expect(orderAdvice(catalogue, practice.steps), practice.id).toEqual([]);
    }
  });

  it('tells who sits at the end how to go on, and only who lies to roll onto the side', () => {
    for (const practice of practices) {
      const last = timeline(practice, catalogue).cues.at(-1);
      const text = last?.kind === 'say' ? last.text : '';
      expect(text.includes('roll onto your side'), practice.id).toBe(practice.id !== 'chair');
    }
  });

  it('rests for a fifteenth of its time at least before the end; of five poses each is held alike', () => {
    for (const practice of practices) {
      if (practice.id === 'five-pose') continue;
      const { steps, totalS } = timeline(practice, catalogue);
      const last = steps.at(-1)!;
      expect(last.endS - last.holdStartS, practice.id).toBeGreaterThanOrEqual(totalS / 15);
    }
  });
});

describe('a ready-made practice within limits', () => {
  it.each(limits)('with %s alone is played to a rest, with nothing barred, and says what changed', (limit) => {
    const clearance = holding([limit]);
    for (const practice of practices) {
      const adapted = adaptPractice(practice, catalogue, clearance);
      expect(adapted.kind, practice.id).toBe('practice');
      if (adapted.kind !== 'practice') return;
      expectPlayable(adapted.practice);
      expectWithin(adapted, clearance);
      expect(asDone(adapted.practice.steps.at(-1)!).character.depth, `${practice.id} ${limit}`).toBe('rest');
      expectAccounted(practice, adapted);
      for (const change of adapted.changes) {
        expect(change.because.length, `${practice.id} ${change.step}`).toBeGreaterThan(0);
        for (const reason of change.because) expect(reason.becauseOf).toEqual([`said ${limit}`]);
      }
    }
  });

  it('with any limits, depth, level and share of holds never plays what is barred, and keeps a rest at the end', () => {
    const clearances = fc
      .record({
        held: fc.subarray([...limits]),
        level: fc.constantFrom(...levels),
        atMost: fc.constantFrom('rest', 'gentle', 'moderate', 'deep'),
        share: fc.constantFrom(0.5, 0.75, 1),
        place: fc.constantFrom('anywhere', 'chair-or-wall'),
      })
      .map(({ held, level, atMost, share, place }) =>
        holding(held, {
          level,
          heldBy: level === 'none' || level === 'rest-and-breathing' ? ['held'] : [],
          depth: { atMost, becauseOf: ['deep'] },
          holds: { share, becauseOf: share < 1 ? ['short'] : [] },
          startFrom: { place, becauseOf: place === 'anywhere' ? [] : ['new'] },
        } as Partial<Clearance>),
      );
    fc.assert(
      fc.property(fc.constantFrom(...practices), clearances, (practice, given) => {
        // a level that knows no limits isn't given with some
        const clearance: Clearance = given.level === 'free' ? { ...given, level: 'with-limits' } : given;
        const adapted = adaptPractice(practice, catalogue, clearance);
        expectWithin(adapted, clearance);
        expectAccounted(practice, adapted);
        if (clearance.level === 'none') expect(adapted.kind).toBe('nothing-left');
        if (adapted.kind === 'nothing-left') return;
        expectPlayable(adapted.practice);
        expect(asDone(adapted.practice.steps.at(-1)!).character.depth).toBe('rest');
      }),
      { numRuns: 60 },
    );
  });

  it('is as it was for a free person, and changes for another only where a pose is barred', () => {
    for (const practice of practices) {
      expect(adaptPractice(practice, catalogue, free)).toEqual({ kind: 'practice', practice, changes: [] });
      for (const limit of limits) {
        const adapted = adaptPractice(practice, catalogue, holding([limit]));
        const isTouched = practice.steps.some((step) =>
          asDone(step).character.barredBy.some((bar) => bar.limit === limit),
        );
        if (!isTouched && adapted.kind === 'practice' && limit !== 'no-kneeling')
          expect(adapted.practice.steps).toEqual(practice.steps);
      }
    }
  });

  it('stays at a chair from start to end for who had better begin there', () => {
    const clearance = holding([], { startFrom: { place: 'chair-or-wall', becauseOf: ['over-65'] } });
    const adapted = adaptPractice(named('five-pose'), catalogue, clearance);
    if (adapted.kind !== 'practice') throw new Error('there is a chair');
    for (const step of adapted.practice.steps) expect(['sitting', 'standing']).toContain(asDone(step).position);
    expect(adapted.practice.opensIn).toBe('sitting-on-chair');
  });

  function expectAccounted(practice: Practice, adapted: Adapted): void {
    const gone = adapted.changes.flatMap(({ step, kind }) => (kind === 'replaced' ? [] : [step]));
    const left = adapted.kind === 'practice' ? adapted.practice.steps.map(({ id }) => id) : [];
    expect(left).toEqual(practice.steps.map(({ id }) => id).filter((id) => !gone.includes(id)));
    for (const change of adapted.changes) {
      if (change.kind !== 'replaced' || adapted.kind !== 'practice') continue;
      expect(adapted.practice.steps.find(({ id }) => id === change.step)).toMatchObject(change.by);
    }
  }
});

describe('a practice with Pigeon in a file', () => {
  const fromFile = (id: string): Practice => {
    const result = readPractice(writePractice(named(id)), catalogue);
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    expect(result.value).toEqual(named(id));
    return result.value;
  };

  it('comes to somebody with a sore knee as a figure-four, with the limit that asked for it, and stays whole in store', () => {
    const clearance = clearanceWith(safety.checklist, { knees: 'yes' });
    const adapted = adaptPractice(fromFile('five-pose'), catalogue, clearance);
    if (adapted.kind !== 'practice') throw new Error('much is left');
    expect(keysOf(adapted.practice)).not.toContain('pigeon');
    expect(adapted.changes).toContainEqual({
      ...{ step: 'pigeon', kind: 'replaced', by: { pose: 'reclined-figure-four', variation: null } },
      because: [{ kind: 'limit', limit: 'no-deep-knee-bend', becauseOf: ['knees'] }],
    });
  });

  it('comes to nobody whom an emergency answer stops', () => {
    const item = safety.checklist.lists[0]!.items[0]!;
    const clearance = clearanceWith(safety.checklist, { [item.id]: 'yes' });
    expect(adaptPractice(fromFile('starter'), catalogue, clearance).kind).toBe('nothing-left');
  });
});

describe('a change by hand', () => {
  it('to any of the alternatives offered can be played within the limits, and says the pose chosen', () => {
    const compose = createComposer(catalogue);
    let swapped = 0;
    for (const request of randomRequests(catalogue, safety.checklist, 12, 11)) {
      const made = compose(request);
      if (made.kind !== 'practice') continue;
      for (const step of made.practice.steps.slice(0, 4)) {
        const others = made.practice.steps.filter(({ id }) => id !== step.id);
        for (const choice of alternativesFor(catalogue, request, step, others)) {
          const result = swapStep(made.practice, catalogue, step.id, choice);
          if (!result.ok) throw new Error(JSON.stringify(result.faults));
          expect(result.value.steps.find(({ id }) => id === step.id)).toMatchObject({ ...choice, id: step.id });
          expect(barredBy(request.clearance, asDone(choice).character)).toEqual([]);
          swapped += 1;
        }
      }
    }
    expect(swapped).toBeGreaterThan(20);
  });

  it('of the order, of what is dropped and of the minutes keeps every ready-made practice playable', () => {
    for (const practice of practices) {
      for (const { id } of practice.steps) {
        const moved = moveStep(practice, catalogue, id, 0);
        if (!moved.ok) throw new Error(JSON.stringify(moved.faults));
        expectPlayable(moved.value);
        const dropped = dropStep(practice, catalogue, id);
        if (!dropped.ok) throw new Error(JSON.stringify(dropped.faults));
        expectPlayable(dropped.value);
        expect(restoreStep(dropped.value, catalogue, dropped.dropped)).toEqual({ ok: true, value: practice });
      }
      const longer = setMinutes(practice, catalogue, 18);
      expect(longer).toMatchObject({ ok: true, reached: true });
      if (longer.ok) expectPlayable(longer.value);
    }
  });

  it('that puts the rest first is advised against, and putting it back is not', () => {
    const moved = moveStep(named('starter'), catalogue, 'lying-rest', 0);
    expect(moved).toMatchObject({ ok: true, fresh: [{ kind: 'no-rest-at-the-end' }] });
    if (!moved.ok) return;
    expect(moveStep(moved.value, catalogue, 'lying-rest', 99)).toMatchObject({ ok: true, fresh: [], advice: [] });
  });
});
