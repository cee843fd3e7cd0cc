import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createCheckIn,
  createSessionEntry,
  history,
  instantMs,
  standingEntries,
  type CheckIn,
  type Entry,
  type SessionEntry,
} from '../src/index.ts';
import { entries } from './arbitrary-entries.ts';

const session = (fields: Partial<SessionEntry> & { id: string; startedAt: string }): SessionEntry =>
  createSessionEntry({
    recordedAt: fields.startedAt,
    corrects: null,
    endedAt: fields.startedAt,
    practiceId: 'five-pose',
    practiceTitle: 'The five-pose practice',
    stepsDone: [],
    stepsPlanned: 7,
    secondsPractised: 600,
    completed: true,
    ...fields,
  });

const checkIn = (fields: Partial<CheckIn> & { id: string; notedAt: string }): CheckIn =>
  createCheckIn({
    recordedAt: fields.notedAt,
    corrects: null,
    pain0to10: 3,
    places: [],
    note: '',
    afterSessionId: null,
    ...fields,
  });

describe('history', () => {
  it('shows every statement that stands exactly once, newest first, whatever the order of reading', () => {
    fc.assert(
      fc.property(entries, fc.func(fc.nat()), (list, rank) => {
        const days = history(list);
        const shuffled = list.toSorted((a, b) => rank(a.id) - rank(b.id));
        expect(history(shuffled)).toEqual(days);

        const shown: Entry[] = days.flatMap((day) => [
          ...day.sessions.flatMap((row) => [row.session, ...row.checkIns.map((each) => each.checkIn)]),
          ...day.checkIns.map((each) => each.checkIn),
        ]);
        const standing = [
          ...standingEntries(list.filter((entry) => entry.kind === 'session')),
          ...standingEntries(list.filter((entry) => entry.kind === 'check-in')),
        ].map((each) => each.entry.id);
        expect(shown.map((entry) => entry.id).toSorted()).toEqual(standing.toSorted());

        expect(days.map((day) => day.day)).toEqual([...new Set(days.map((day) => day.day))].toSorted().reverse());
        for (const day of days) {
          const startsMs = day.sessions.map((row) => instantMs(row.session.startedAt));
          expect(startsMs).toEqual(startsMs.toSorted((a, b) => b - a));
        }
      }),
    );
  });

  it('drops no statement: each entry stands or is listed as an earlier one of what stands', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const sessions = list.filter((entry) => entry.kind === 'session');
        const ids = standingEntries(sessions).flatMap(({ entry, earlier }) =>
          [entry, ...earlier].map((each) => each.id),
        );
        expect(ids.toSorted()).toEqual(sessions.map((entry) => entry.id).toSorted());
      }),
    );
  });

  it('puts a session on the day it began on the person’s own clock', () => {
    const lateInTokyo = session({
      id: 's',
      startedAt: '2026-03-01T23:50:00+09:00',
      endedAt: '2026-03-02T00:10:00+09:00',
    });
    expect(history([lateInTokyo]).map((day) => day.day)).toEqual(['2026-03-01']);
  });

  it('joins a check-in with its session, also when the session was corrected before or after', () => {
    const first = session({ id: 's1', startedAt: '2026-03-01T07:00:00+01:00' });
    const corrected = session({
      ...{ id: 's2', startedAt: '2026-03-01T07:00:00+01:00', corrects: 's1', secondsPractised: 300 },
      recordedAt: '2026-03-01T09:00:00+01:00',
    });
    const toFirst = checkIn({ id: 'c1', notedAt: '2026-03-01T07:20:00+01:00', afterSessionId: 's1' });
    const toCorrected = checkIn({ id: 'c2', notedAt: '2026-03-01T09:10:00+01:00', afterSessionId: 's2' });
    const days = history([first, corrected, toFirst, toCorrected]);
    expect(days).toHaveLength(1);
    expect(days[0]?.sessions).toMatchObject([
      {
        session: { id: 's2' },
        earlier: [{ id: 's1' }],
        checkIns: [{ checkIn: { id: 'c2' } }, { checkIn: { id: 'c1' } }],
      },
    ]);
    expect(days[0]?.checkIns).toEqual([]);
  });

  it('lets the correction recorded last stand', () => {
    const notedAt = '2026-03-01T07:20:00+01:00';
    const said = checkIn({ id: 'c1', notedAt, pain0to10: 7 });
    const meant = checkIn({ id: 'c2', notedAt, pain0to10: 2, corrects: 'c1', recordedAt: '2026-03-01T08:00:00+01:00' });
    const really = checkIn({ id: 'c3', notedAt, pain0to10: 1, corrects: 'c2', recordedAt: '2026-03-01T08:00:00Z' });
    expect(history([really, meant, said])[0]?.checkIns).toMatchObject([
      { checkIn: { pain0to10: 1 }, earlier: [{ pain0to10: 7 }, { pain0to10: 2 }] },
    ]);
  });

  it('shows a correction whose original is lost, and a check-in whose session is lost', () => {
    const correction = session({ id: 's2', startedAt: '2026-03-01T07:00:00Z', corrects: 'gone' });
    const orphan = checkIn({ id: 'c', notedAt: '2026-03-02T07:00:00Z', afterSessionId: 'also-gone' });
    expect(history([correction, orphan])).toMatchObject([
      { day: '2026-03-02', sessions: [], checkIns: [{ checkIn: { id: 'c' } }] },
      { day: '2026-03-01', sessions: [{ session: { id: 's2' } }], checkIns: [] },
    ]);
  });
});
