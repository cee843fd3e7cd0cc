import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depths, limits, poseAsDone, type Limit, type PracticePose } from '@sacra/pose';
import { barredBy, type Choice, type Clearance } from '@sacra/safety';
import { adaptPractice, parsePractice, type Adapted, type Practice, type Step } from '../src/index.ts';
import { catalogueWithLimits as catalogue } from './catalogue-with-limits.ts';

const poses = [...catalogue.poses.values()].filter((pose): pose is PracticePose => pose.purpose === 'practice');

const free: Clearance = {
  ...{ level: 'free', heldBy: [], limits: [], depth: { atMost: 'deep', becauseOf: [] } },
  ...{ holds: { share: 1, becauseOf: [] }, startFrom: { place: 'anywhere', becauseOf: [] }, actions: [] },
};
const holding = (held: readonly Limit[], more: Partial<Clearance> = {}): Clearance => ({
  ...free,
  level: 'with-limits',
  limits: limits.filter((limit) => held.includes(limit)).map((limit) => ({ limit, becauseOf: [`said ${limit}`] })),
  ...more,
});
const atChair: Partial<Clearance> = { startFrom: { place: 'chair-or-wall', becauseOf: ['new'] } };

const written = (...steps: readonly (readonly [pose: string, breaths?: number])[]): Practice => ({
  ...{ format: 'sacra.practice', version: 1, id: 'p', title: 'P', opensIn: 'tabletop', closesIn: 'knees-bent-on-back' },
  ...{ breath: { inS: 4, outS: 6 }, catCowBreath: 'in-to-cow' },
  steps: steps.map(([pose, breaths = 5], index): Step => ({
    ...{ id: `${index}-${pose}`, pose, variation: null, breaths },
    sides: catalogue.poses.get(pose)?.sides === 'one-then-other' ? ['right', 'left'] : ['both'],
  })),
});
const practice = fc
  .array(fc.tuple(fc.constantFrom(...poses.map(({ id }) => id)), fc.integer({ min: 2, max: 10 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((steps) => written(...steps));
const clearance = fc
  .record({
    held: fc.subarray([...limits]),
    atMost: fc.constantFrom(...depths),
    share: fc.constantFrom(0.5, 0.75, 1),
    place: fc.constantFrom('anywhere' as const, 'chair-or-wall' as const),
  })
  .map(({ held, atMost, share, place }) =>
    holding(held, {
      depth: { atMost, becauseOf: ['deep'] },
      holds: { share, becauseOf: ['short'] },
      startFrom: { place, becauseOf: ['new'] },
    }),
  );

const playable = (adapted: Adapted): Practice => {
  if (adapted.kind !== 'practice') throw new Error('nothing is left');
  return adapted.practice;
};
const played = (adapted: Adapted): string[] =>
  adapted.kind === 'practice' ? adapted.practice.steps.map(({ pose }) => pose) : [];
const characterOf = ({ pose, variation }: Choice) => poseAsDone(catalogue, pose, variation).character;

describe('a practice within limits', () => {
  it('plays nothing that is barred or can’t be done, can be laid out, and accounts for every step', () => {
    fc.assert(
      fc.property(practice, clearance, fc.subarray(poses.map(({ id }) => id)), (document, given, out) => {
        const canPlay = ({ pose }: Choice) => !out.includes(pose);
        const adapted = adaptPractice(document, catalogue, given, { canPlay });
        const gone = adapted.changes.flatMap(({ step, kind }) => (kind === 'replaced' ? [] : [step]));
        if (adapted.kind === 'nothing-left') {
          expect(gone).toHaveLength(document.steps.length);
          return;
        }
        for (const step of adapted.practice.steps) {
          expect(barredBy(given, characterOf(step))).toEqual([]);
          expect(canPlay(step)).toBe(true);
        }
        expect(parsePractice(adapted.practice, catalogue)).toEqual({ ok: true, value: adapted.practice });
        expect(adapted.practice.steps.map(({ id }) => id)).toEqual(
          document.steps.map(({ id }) => id).filter((id) => !gone.includes(id)),
        );
      }),
    );
  });

  it('once it is adapted needs no adapting to the same limits again', () => {
    fc.assert(
      fc.property(practice, clearance, (document, given) => {
        const whole = { ...given, holds: { share: 1, becauseOf: [] } };
        const first = adaptPractice(document, catalogue, whole);
        if (first.kind === 'nothing-left') return;
        const again = adaptPractice(first.practice, catalogue, whole);
        expect(again.changes).toEqual([]);
        expect(playable(again).steps).toEqual(first.practice.steps);
      }),
    );
  });

  it('puts in a pose’s place what it names, and says which answer asked for it', () => {
    const adapted = adaptPractice(written(['pigeon'], ['lie']), catalogue, holding(['no-deep-knee-bend']));
    expect(played(adapted)).toEqual(['curl', 'lie']);
    expect(adapted.changes).toEqual([
      {
        ...{ step: '0-pigeon', kind: 'replaced', by: { pose: 'curl', variation: null } },
        because: [{ kind: 'limit', limit: 'no-deep-knee-bend', becauseOf: ['said no-deep-knee-bend'] }],
      },
    ]);
  });

  it('lets short holds take their share of the breaths, within what each pose bears', () => {
    fc.assert(
      fc.property(practice, fc.constantFrom(0.5, 0.75), (document, share) => {
        const adapted = adaptPractice(document, catalogue, holding([], { holds: { share, becauseOf: ['short'] } }));
        expect(playable(adapted).steps.map(({ breaths }) => breaths)).toEqual(
          document.steps.map(({ breaths }) => Math.max(2, Math.round(breaths * share))),
        );
        expect(adapted).toMatchObject({ holds: { share, becauseOf: ['short'] } });
      }),
    );
  });

  it('shortens no holds again that are short in it already, and makes none longer', () => {
    fc.assert(
      fc.property(practice, fc.constantFrom(0.5, 0.75, 1), fc.constantFrom(0.5, 1), (document, share, holdsShare) => {
        const given = holding([], { holds: { share, becauseOf: ['short'] } });
        const breathsIn = (adapted: Adapted) => playable(adapted).steps.map(({ breaths }) => breaths);
        const adapted = adaptPractice(document, catalogue, given, { holdsShare });
        const left = Math.min(1, share / holdsShare);
        expect(breathsIn(adapted)).toEqual(
          breathsIn(adaptPractice(document, catalogue, holding([], { holds: { share: left, becauseOf: [] } }))),
        );
        if (share >= holdsShare) expect(breathsIn(adapted)).toEqual(document.steps.map(({ breaths }) => breaths));
      }),
    );
  });
});

describe('who had better begin at a chair', () => {
  const document = written(['wave'], ['curl'], ['lie']);

  it('does, from start to end', () => {
    const adapted = playable(adaptPractice(document, catalogue, holding([], atChair)));
    expect([adapted.opensIn, adapted.closesIn]).toEqual(['sitting-on-chair', 'sit']);
    for (const step of adapted.steps) expect(poseAsDone(catalogue, step.pose, step.variation).position).toBe('sitting');
  });

  it('may choose otherwise for a step, but not past a limit', () => {
    const chosen = document.steps.map(({ id }) => id);
    expect(played(adaptPractice(document, catalogue, holding([], atChair), { chosen }))).toEqual([
      'wave',
      'curl',
      'lie',
    ]);
    const limited = adaptPractice(document, catalogue, holding(['chair-only'], atChair), { chosen });
    expect(played(limited)).toEqual(['chair-bow', 'sit']);
  });
});

describe('a pose that would stand in for two', () => {
  it('comes once, and the second is left out', () => {
    const adapted = adaptPractice(written(['heels'], ['turn'], ['pigeon']), catalogue, holding(['no-deep-knee-bend']));
    expect(played(adapted)).toEqual(['curl', 'turn']);
    expect(adapted.changes).toMatchObject([{ kind: 'replaced' }, { step: '2-pigeon', kind: 'left-out' }]);
  });

  it('is one rest where it rests, with the time of both as far as it bears that', () => {
    const rests = (first: number, second: number) =>
      adaptPractice(written(['lie', first], ['lie', second]), catalogue, holding(['no-flat-back-lying']), {
        canPlay: ({ pose }) => pose !== 'side',
      });
    expect(playable(rests(4, 3)).steps).toMatchObject([{ id: '0-lie', pose: 'sit', breaths: 7 }]);
    expect(playable(rests(8, 9)).steps).toMatchObject([{ pose: 'sit', breaths: 10 }]);
    expect(rests(4, 3).changes).toMatchObject([{ kind: 'replaced' }, { step: '1-lie', kind: 'joined', to: '0-lie' }]);
  });

  it('on a side comes on one side at the end, and on both in turn before it or where one side doesn’t bear the time', () => {
    const onSide = (...steps: readonly (readonly [string, number])[]) =>
      playable(adaptPractice(written(...steps), catalogue, holding(['no-flat-back-lying'])));
    const ended = onSide(['wave', 4], ['lie', 8]);
    expect(ended).toMatchObject({ steps: [{}, { pose: 'side', sides: ['left'], breaths: 8 }], closesIn: 'side@left' });
    expect(onSide(['lie', 8], ['wave', 4]).steps[0]).toMatchObject({ sides: ['right', 'left'], breaths: 4 });
    const joined = onSide(['lie', 8], ['lie', 8]);
    expect(joined).toMatchObject({ steps: [{ sides: ['right', 'left'], breaths: 8 }], closesIn: 'side@left' });
  });

  it('isn’t there beside itself where a step is that pose anyway; resting twice is fine', () => {
    fc.assert(
      fc.property(practice, clearance, (document, given) => {
        const adapted = adaptPractice(document, catalogue, given);
        if (adapted.kind === 'nothing-left') return;
        const standingIn = adapted.changes.flatMap((change) => (change.kind === 'replaced' ? [change] : []));
        for (const { step, by } of standingIn) {
          if (characterOf(by).depth === 'rest') continue;
          const alike = adapted.practice.steps.filter(({ id, pose }) => pose === by.pose && id !== step);
          expect(alike).toEqual([]);
        }
      }),
    );
  });

  it('on a chair between two poses on the floor is left out, and named', () => {
    const adapted = adaptPractice(written(['heels'], ['wave'], ['curl']), catalogue, holding(['no-weight-on-wrists']));
    expect(played(adapted)).toEqual(['heels', 'curl']);
    expect(adapted.changes).toMatchObject([
      { step: '1-wave', kind: 'left-out', couldBe: { pose: 'chair-bow' }, because: [{ limit: 'no-weight-on-wrists' }] },
    ]);
  });
});
