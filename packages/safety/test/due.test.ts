import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  answersNow,
  checkDue,
  clearanceOf,
  emptyHistory,
  mayMove,
  type Answer,
  type SafetyHistory,
  type Tier,
} from '../src/index.ts';
import { itemIds, smallChecklist } from './small-checklist.ts';

/** A check in which everything was answered with no, but for what is given. */
const check = (at: string, given: Readonly<Record<string, Answer>> = {}) => ({
  at,
  answers: Object.fromEntries(itemIds.map((id): [string, Answer] => [id, given[id] ?? 'no'])),
});
const history = (more: Partial<SafetyHistory>): SafetyHistory => ({ ...emptyHistory, ...more });
const due = (more: Partial<SafetyHistory>, now: string) => checkDue(smallChecklist, history(more), now);
const tiersDue = (more: Partial<SafetyHistory>, now: string): Tier[] => due(more, now).map(({ tier }) => tier);

describe('before the first practice', () => {
  it('every tier is due, the emergency signs first', () => {
    expect(due({}, '2026-03-02T12:00:00+01:00')).toEqual(
      ['emergency', 'urgent', 'ask-first', 'adapt'].map((tier) => ({ tier, whys: ['unanswered'] })),
    );
  });

  it('nothing is due once everything was answered, though advice was left open', () => {
    const { long: _, low: __, ...answers } = check('2026-03-02T12:00:00+01:00').answers;
    expect(due({ checks: [{ at: '2026-03-02T12:00:00+01:00', answers }] }, '2026-03-02T12:05:00+01:00')).toEqual([]);
  });
});

describe('the emergency signs', () => {
  const morning = check('2026-03-02T08:00:00+01:00');

  it('are asked before every session: an answer serves one, which begins within two hours', () => {
    expect(tiersDue({ checks: [morning] }, '2026-03-02T09:59:00+01:00')).toEqual([]);
    expect(due({ checks: [morning] }, '2026-03-02T10:01:00+01:00')).toEqual([
      { tier: 'emergency', whys: ['before-session'] },
    ]);
    const sessions = [{ startedAt: '2026-03-02T08:02:00+01:00' }];
    expect(due({ checks: [morning], sessions }, '2026-03-02T08:30:00+01:00')).toEqual([
      { tier: 'emergency', whys: ['before-session'] },
    ]);
  });

  it('are counted in hours, not by the face of the clock: neither summer time nor a journey moves them', () => {
    const beforeSpring = check('2026-03-29T01:30:00+01:00');
    expect(tiersDue({ checks: [beforeSpring] }, '2026-03-29T03:30:00+02:00')).toEqual([]);
    const beforeAutumn = check('2026-10-25T02:30:00+02:00');
    expect(tiersDue({ checks: [beforeAutumn] }, '2026-10-25T02:15:00+01:00')).toEqual([]);
    expect(tiersDue({ checks: [check('2026-03-02T23:30:00+09:00')] }, '2026-03-02T06:45:00-08:00')).toEqual([]);
  });
});

describe('four weeks', () => {
  it('are twenty-eight days of the calendar, also over the change to summer time', () => {
    const checks = [check('2026-03-10T23:50:00+01:00')];
    expect(tiersDue({ checks }, '2026-04-06T23:55:00+02:00')).toEqual(['emergency']);
    expect(
      due({ checks }, '2026-04-07T00:05:00+02:00').map(({ tier, whys }) => [tier, whys.includes('four-weeks')]),
    ).toEqual([
      ['emergency', true],
      ['urgent', true],
      ['ask-first', true],
      ['adapt', true],
    ]);
  });

  it('are not begun anew by answering one item', () => {
    const checks = [
      check('2026-03-01T08:00:00+01:00'),
      { at: '2026-03-20T08:00:00+01:00', answers: { fever: 'no' as const } },
    ];
    expect(tiersDue({ checks }, '2026-03-29T08:00:00+02:00')).toEqual(['emergency', 'urgent', 'ask-first', 'adapt']);
  });
});

describe('after something happened', () => {
  const checks = [check('2026-03-02T08:00:00+01:00')];
  const soon = '2026-03-02T09:00:00+01:00';
  const pain = (notedAt: string, pain0to10: number | null) => ({ notedAt, pain0to10 });

  test.each(['fall', 'new-leg-symptoms'] as const)('a %s: emergency and urgent signs are asked again', (kind) => {
    const events = [{ kind, at: '2026-03-02T08:30:00+01:00' }];
    expect(due({ checks, events }, soon)).toEqual([
      { tier: 'emergency', whys: [kind] },
      { tier: 'urgent', whys: [kind] },
    ]);
    expect(due({ checks: [...checks, check('2026-03-02T08:40:00+01:00')], events }, soon)).toEqual([]);
  });

  it('a flare is eight of ten, or three above the middle of the last four weeks', () => {
    const at = '2026-03-02T08:30:00+01:00';
    const usual = ['2026-02-20', '2026-02-22', '2026-02-24'].map((day, index) =>
      pain(`${day}T08:00:00+01:00`, 2 + index),
    );
    const flare = { whys: ['flare'] };
    expect(due({ checks, pains: [pain(at, 8)] }, soon)).toMatchObject([flare, flare]);
    expect(due({ checks, pains: [...usual, pain(at, 6)] }, soon)).toMatchObject([flare, flare]);
    expect(due({ checks, pains: [...usual, pain(at, 5)] }, soon)).toEqual([]);
    expect(due({ checks, pains: [pain(at, 7), pain(at, null)] }, soon)).toEqual([]);
    expect(due({ checks, pains: [pain('2026-01-02T08:00:00+01:00', 1), pain(at, 5)] }, soon)).toEqual([]);
  });

  it('before the last check nothing is asked again', () => {
    const events = [{ kind: 'fall' as const, at: '2026-03-02T07:30:00+01:00' }];
    expect(due({ checks, events, pains: [pain('2026-03-01T07:30:00+01:00', 9)] }, soon)).toEqual([]);
  });
});

describe('a clock that was set back', () => {
  it('has everything asked again, since the age of the answers can’t be told', () => {
    const checks = [check('2027-03-02T08:00:00+01:00')];
    expect(due({ checks }, '2026-03-02T08:00:00+01:00').map(({ whys }) => whys)).toEqual(Array(4).fill(['clock']));
  });

  it('does not lock anybody out: what was noted in the future waits until then', () => {
    const now = '2026-03-02T08:00:00+01:00';
    const later = '2027-03-02T08:00:00+01:00';
    const more = {
      checks: [check(now)],
      sessions: [{ startedAt: later }],
      events: [{ kind: 'fall' as const, at: later }],
    };
    expect(due({ ...more, pains: [{ notedAt: later, pain0to10: 9 }] }, now)).toEqual([]);
  });

  it('and moments that can’t be read count as answers that can’t be rested on', () => {
    expect(due({ checks: [check('yesterday')] }, '2026-03-02T08:00:00+01:00')).toHaveLength(4);
    expect(due({ checks: [check('2026-03-02T08:00:00+01:00')] }, 'now')).toHaveLength(4);
  });
});

describe('the answers that a session may rest on', () => {
  it('are the latest, without those that are due; a yes stays until it is answered anew', () => {
    const checks = [check('2026-03-02T08:00:00+01:00', { sudden: 'yes' })];
    const nextDay = answersNow(smallChecklist, history({ checks }), '2026-03-03T08:00:00+01:00');
    expect(clearanceOf(smallChecklist, nextDay)).toMatchObject({
      ...{ level: 'none', heldBy: ['sudden', 'numb'] },
      actions: [
        { kind: 'emergency', items: ['sudden'] },
        { kind: 'check', items: ['numb'] },
      ],
    });
  });

  it('let nobody move while an emergency or urgent tier is due, whenever and wherever', () => {
    const hours = fc.integer({ min: 0, max: 24 * 60 });
    const at = (hour: number, offset: number): string => {
      const local = new Date(Date.UTC(2026, 2, 1) + (hour + offset) * 3_600_000).toISOString().slice(0, 19);
      return `${local}${offset < 0 ? '-' : '+'}${String(Math.abs(offset)).padStart(2, '0')}:00`;
    };
    const moment = fc.tuple(hours, fc.integer({ min: -11, max: 14 })).map(([hour, offset]) => at(hour, offset));
    const past = fc.record({
      checks: fc.array(
        moment.map((when) => check(when)),
        { maxLength: 3 },
      ),
      sessions: fc.array(
        moment.map((startedAt) => ({ startedAt })),
        { maxLength: 2 },
      ),
      pains: fc.array(fc.record({ notedAt: moment, pain0to10: fc.integer({ min: 0, max: 10 }) }), { maxLength: 4 }),
      events: fc.array(fc.record({ kind: fc.constantFrom('fall' as const, 'new-leg-symptoms' as const), at: moment }), {
        maxLength: 1,
      }),
    });
    fc.assert(
      fc.property(past, moment, (all, now) => {
        const isDue = checkDue(smallChecklist, all, now).some(({ tier }) => tier === 'emergency' || tier === 'urgent');
        const clearance = clearanceOf(smallChecklist, answersNow(smallChecklist, all, now));
        if (isDue) expect(mayMove(clearance)).toBe(false);
        // and answering everything now always opens the door again
        const after = {
          ...all,
          checks: [...all.checks.filter((one) => Date.parse(one.at) <= Date.parse(now)), check(now)],
        };
        const opened = clearanceOf(smallChecklist, answersNow(smallChecklist, after, now));
        const happenedNow = [
          ...all.sessions.map((one) => one.startedAt),
          ...all.pains.map((one) => one.notedAt),
          ...all.events.map((one) => one.at),
        ];
        if (!happenedNow.some((when) => Math.abs(Date.parse(when) - Date.parse(now)) < 3_600_000))
          expect(opened.level).toBe('free');
      }),
      { numRuns: 1000 },
    );
  });
});
