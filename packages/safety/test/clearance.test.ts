import { describe, expect, it, test } from 'vitest';
import { clearanceOf, type Answer } from '../src/index.ts';
import { answersWith, smallChecklist } from './small-checklist.ts';

const cleared = (given: Readonly<Record<string, Answer | undefined>>) =>
  clearanceOf(smallChecklist, answersWith(given));

describe('a person who says no to everything', () => {
  it('is free, with nothing to be told', () => {
    expect(cleared({})).toEqual({
      level: 'free',
      heldBy: [],
      limits: [],
      depth: { atMost: 'deep', becauseOf: [] },
      holds: { share: 1, becauseOf: [] },
      startFrom: { place: 'anywhere', becauseOf: [] },
      actions: [],
    });
  });
});

describe('an emergency sign', () => {
  test.each(['yes', 'not-sure', 'cleared', 'known', 'nonsense' as Answer] as const)(
    'that cannot be old and known stops everything when the answer is %s',
    (answer) => {
      const { level, heldBy, actions } = cleared({ sudden: answer });
      expect({ level, heldBy }).toEqual({ level: 'none', heldBy: ['sudden'] });
      expect(actions).toEqual([{ kind: 'emergency', items: ['sudden'] }]);
    },
  );

  it('that is old and known to a doctor allows rest, and is reminded of', () => {
    expect(cleared({ numb: 'known' })).toMatchObject({
      ...{ level: 'rest-and-breathing', heldBy: ['numb'] },
      actions: [{ kind: 'reminder', items: ['numb'] }],
    });
  });

  it('that is old, known and cleared lets one move, and is still reminded of', () => {
    expect(cleared({ numb: 'cleared' })).toMatchObject({
      ...{ level: 'free', heldBy: [], actions: [{ kind: 'reminder', items: ['numb'] }] },
    });
  });

  it('that was not answered stops everything without crying wolf: it asks', () => {
    expect(cleared({ sudden: undefined, numb: undefined })).toMatchObject({
      ...{ level: 'none', heldBy: ['sudden', 'numb'], actions: [{ kind: 'check', items: ['sudden', 'numb'] }] },
    });
  });

  it('comes first among what one is told', () => {
    const all = cleared({
      ...{ sudden: 'yes', numb: 'known', fever: 'yes', young: undefined, stiff: 'yes', long: 'yes', low: 'yes' },
      knees: 'yes',
    });
    expect(all.actions.map(({ kind }) => kind)).toEqual([
      ...['emergency', 'urgent', 'crisis', 'check', 'ask-first', 'reminder', 'adapt', 'visit'],
    ]);
    expect(all.heldBy).toEqual(['sudden', 'fever', 'young']);
  });
});

describe('an urgent sign', () => {
  test.each(['yes', 'not-sure', 'known'] as const)('allows nothing when the answer is %s', (answer) => {
    expect(cleared({ fever: answer })).toMatchObject({
      ...{ level: 'none', heldBy: ['fever'], actions: [{ kind: 'urgent', items: ['fever'] }] },
    });
  });

  it('lets one move once a professional has said so, with what they leave changed', () => {
    expect(cleared({ fever: 'cleared' }).level).toBe('free');
    expect(cleared({ fragile: 'cleared' })).toMatchObject({
      ...{ level: 'with-limits', actions: [], holds: { share: 0.5, becauseOf: ['fragile'] } },
      limits: [{ limit: 'no-end-range-rounding', becauseOf: ['fragile'] }],
    });
  });

  it('that nobody can clear stays closed', () => {
    expect(cleared({ young: 'cleared' }).level).toBe('none');
  });

  it('that was not answered allows nothing, and asks', () => {
    expect(cleared({ fever: undefined })).toMatchObject({ level: 'none', actions: [{ kind: 'check' }] });
  });
});

describe('something to ask about first', () => {
  test.each(['yes', 'not-sure', 'known', undefined] as const)(
    'allows rest and breathing when the answer is %s',
    (answer) => {
      const { level, heldBy, actions } = cleared({ stiff: answer });
      expect({ level, heldBy }).toEqual({ level: 'rest-and-breathing', heldBy: ['stiff'] });
      expect(actions).toEqual([{ kind: answer === undefined ? 'check' : 'ask-first', items: ['stiff'] }]);
    },
  );

  it('lets one move once it is cleared, with what stays changed', () => {
    expect(cleared({ stiff: 'cleared' }).level).toBe('free');
    expect(cleared({ eyes: 'cleared' })).toMatchObject({
      ...{ level: 'with-limits', actions: [] },
      limits: [{ limit: 'head-not-below-heart', becauseOf: ['eyes'] }],
    });
    expect(cleared({ bendy: 'cleared' })).toMatchObject({
      ...{ level: 'with-limits', depth: { atMost: 'gentle', becauseOf: ['bendy'] } },
    });
  });

  test.each(['long', 'low'])('advises about %s, and bars nothing', (id) => {
    const kind = id === 'long' ? 'visit' : 'crisis';
    for (const answer of ['yes', 'not-sure'] as const) {
      expect(cleared({ [id]: answer })).toMatchObject({ level: 'free', actions: [{ kind, items: [id] }] });
    }
    expect(cleared({ [id]: undefined })).toMatchObject({ level: 'free', actions: [] });
  });
});

describe('something to adapt to', () => {
  test.each(['yes', 'not-sure', 'cleared', 'known'] as const)('gives its limits when the answer is %s', (answer) => {
    expect(cleared({ knees: answer })).toMatchObject({
      ...{ level: 'with-limits', heldBy: [], actions: [{ kind: 'adapt', items: ['knees'] }] },
      limits: [{ limit: 'no-deep-knee-bend', becauseOf: ['knees'] }],
    });
  });

  it('gives its limits when it was not answered, and asks', () => {
    expect(cleared({ knees: undefined })).toMatchObject({
      ...{ level: 'with-limits', actions: [{ kind: 'check', items: ['knees'] }] },
      limits: [{ limit: 'no-deep-knee-bend', becauseOf: ['knees'] }],
    });
  });

  it('names every answer that a limit comes from, once each', () => {
    expect(cleared({ knees: 'yes', kneeling: 'yes' }).limits).toEqual([
      { limit: 'no-deep-knee-bend', becauseOf: ['knees', 'kneeling'] },
      { limit: 'no-kneeling', becauseOf: ['kneeling'] },
    ]);
  });

  it('shortens holds and begins at a chair', () => {
    expect(cleared({ aged: 'yes' })).toMatchObject({
      ...{ level: 'with-limits', holds: { share: 0.5, becauseOf: ['aged'] } },
      startFrom: { place: 'chair-or-wall', becauseOf: ['aged'] },
    });
  });
});
