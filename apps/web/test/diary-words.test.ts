import { createCheckIn, createSessionEntry, history, places } from '@sacra/diary';
import { describe, expect, test } from 'vitest';
import { CheckInForm } from '../src/lib/diary/check-in-form.svelte.ts';
import { checkInInWords, lastTimeInWords, sessionInWords } from '../src/lib/diary/entry-words.ts';
import { placeLabel, placesInWords } from '../src/lib/diary/place-words.ts';
import { clockFace, dayInWords, fullDay, minutesInWords, timeOfDay } from '../src/lib/diary/time-words.ts';

const session = createSessionEntry({
  id: 'session-1',
  recordedAt: '2026-03-03T07:50:00+01:00',
  startedAt: '2026-03-03T07:30:00+01:00',
  endedAt: '2026-03-03T07:50:00+01:00',
  corrects: null,
  practiceId: 'five-pose',
  practiceTitle: 'The five-pose practice',
  stepsDone: ['a', 'b', 'c'],
  stepsPlanned: 5,
  secondsPractised: 1070,
  completed: false,
});

const checkIn = createCheckIn({
  id: 'check-in-1',
  recordedAt: '2026-03-03T07:51:00+01:00',
  notedAt: '2026-03-03T07:51:00+01:00',
  corrects: null,
  pain0to10: 3,
  places: ['sacrum', 'hip.right'],
  note: '',
  afterSessionId: 'session-1',
});

describe('times in words', () => {
  test('minutes are rounded to what matters', () => {
    expect([10, 60, 95, 1070].map(minutesInWords)).toEqual([
      'less than a minute',
      '1 minute',
      '2 minutes',
      '18 minutes',
    ]);
  });

  test('the clock counts down to 0:00 and no further', () => {
    expect([725, 60, 59.2, 0.4, 0, -3].map(clockFace)).toEqual(['12:05', '1:00', '1:00', '0:01', '0:00', '0:00']);
  });

  test('days are named as one would say them, across the change of clocks too', () => {
    expect(dayInWords('2026-03-30', '2026-03-30')).toBe('today');
    expect(dayInWords('2026-03-29', '2026-03-30')).toBe('yesterday');
    expect(dayInWords('2026-03-28', '2026-03-30')).toBe('Saturday');
    expect(dayInWords('2026-03-03', '2026-03-30')).toBe('3 March');
    expect(dayInWords('2025-12-31', '2026-01-20')).toBe('31 December 2025');
    expect(fullDay('2026-03-03')).toMatch(/^Tuesday,? 3 March 2026$/);
  });

  test("a time is read off the person's own clock, wherever it is shown", () => {
    expect(timeOfDay('2026-03-03T07:30:00+09:00')).toBe('07:30');
  });
});

describe('entries in words', () => {
  test('a part of the practice is told by its steps', () => {
    expect(sessionInWords(session)).toBe('18 minutes, 3 of 5 steps');
    expect(sessionInWords({ ...session, completed: true })).toBe('18 minutes, the whole practice');
  });

  test('a check-in says what was said and no more', () => {
    expect(checkInInWords(checkIn)).toBe('Pain 3 of 10: sacrum and right hip.');
    expect(checkInInWords({ ...checkIn, places: [] })).toBe('Pain 3 of 10.');
    expect(checkInInWords({ ...checkIn, pain0to10: null })).toBe('Felt in: sacrum and right hip.');
    expect(checkInInWords({ ...checkIn, pain0to10: null, places: [] })).toBe('');
  });

  test('the home page tells of the newest session', () => {
    expect(lastTimeInWords(history([session, checkIn]), '2026-03-04')).toBe(
      'Last time: yesterday, 18 minutes. Pain afterwards: 3 of 10.',
    );
    expect(lastTimeInWords(history([]), '2026-03-04')).toBeUndefined();
  });

  test('every place has words of its own', () => {
    expect(new Set(places.map(placeLabel)).size).toBe(places.length);
    expect(placesInWords([])).toBe('');
  });
});

describe('"How is it now?"', () => {
  test('nothing is marked beforehand', () => {
    const form = new CheckInForm();
    expect(form.saysAnything).toBe(false);
    expect(form.pain0to10).toBeNull();
    expect(places.some((place) => form.isMarked(place))).toBe(false);
  });

  test('becomes an entry that names each marked place once, and the session it follows', () => {
    const form = new CheckInForm();
    form.pain0to10 = 0;
    form.toggle('hip.right');
    form.toggle('sacrum');
    form.toggle('thigh.left');
    form.toggle('thigh.left');
    form.note = '  softer  ';
    expect(form.toEntry('id-1', '2026-03-03T07:51:00+01:00', 'session-1')).toMatchObject({
      pain0to10: 0,
      places: ['sacrum', 'hip.right'],
      note: 'softer',
      afterSessionId: 'session-1',
    });
  });

  test('"nowhere" and a place exclude each other, the later word counting', () => {
    const form = new CheckInForm();
    form.toggle('sacrum');
    form.toggleNowhere();
    expect(form.isMarked('sacrum')).toBe(false);
    expect(form.saysNowhere).toBe(true);
    form.toggle('sacrum');
    expect(form.saysNowhere).toBe(false);
  });
});
