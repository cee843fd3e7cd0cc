import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecord, readDiary, recordKinds } from '../src/index.ts';
import { entries } from './arbitrary-entries.ts';

const checkIn = {
  id: 'c1',
  kind: 'check-in',
  recordVersion: 1,
  recordedAt: '2026-03-01T07:30:00+01:00',
  corrects: null,
  notedAt: '2026-03-01T07:30:00+01:00',
  pain0to10: 4,
  places: ['sacrum', 'hip.right'],
  note: '',
  afterSessionId: null,
};

describe('a record read back', () => {
  it('is the entry that was written, after a journey through JSON', () => {
    fc.assert(
      fc.property(entries, (written) => {
        const stored: unknown[] = JSON.parse(JSON.stringify(written));
        expect(readDiary(stored)).toEqual({ entries: written, keptAside: [] });
      }),
    );
  });

  it.each(recordKinds.map((recordKind) => [recordKind.kind, recordKind.currentVersion]))(
    'of kind %s written by a later version is kept as it is, with that version named',
    (kind, currentVersion) => {
      const raw = { id: 'x', kind, recordVersion: currentVersion + 1, somethingNew: [1, 2] };
      const parsed = parseRecord(raw);
      expect(parsed).toEqual({ status: 'from-the-future', kind, version: currentVersion + 1, raw });
      expect(parsed.status !== 'ok' && parsed.raw).toBe(raw);
    },
  );

  it('of a kind nobody has heard of yet comes from the future too', () => {
    expect(parseRecord({ id: 'm', kind: 'measure', recordVersion: 1 })).toMatchObject({
      status: 'from-the-future',
      kind: 'measure',
      version: 1,
    });
  });

  it.each([
    ['text', 'is not an object'],
    [null, 'is not an object'],
    [[], 'is not an object'],
    [{}, 'kind'],
    [{ ...checkIn, recordVersion: 'one' }, 'recordVersion'],
    [{ ...checkIn, recordVersion: 0 }, 'recordVersion'],
    [{ ...checkIn, pain0to10: 11 }, 'pain0to10'],
    [{ ...checkIn, pain0to10: 4.5 }, 'pain0to10'],
    [{ ...checkIn, places: ['elbow'] }, 'places.0'],
    [{ ...checkIn, places: ['sacrum', 'sacrum'] }, 'places'],
    [{ ...checkIn, notedAt: '2026-02-31T07:30:00+01:00' }, 'notedAt'],
    [{ ...checkIn, notedAt: '2026-03-01T07:30:00' }, 'notedAt'],
    [{ ...checkIn, id: '' }, 'id'],
  ])('damaged like %j says why and is kept', (raw, place) => {
    const parsed = parseRecord(raw);
    expect(parsed.status).toBe('damaged');
    expect(parsed.status === 'damaged' && parsed.why).toContain(place);
    expect(parsed.status === 'damaged' && parsed.raw).toBe(raw);
  });

  it('names the valid places where one is unknown', () => {
    const parsed = parseRecord({ ...checkIn, places: ['elbow'] });
    expect(parsed.status === 'damaged' && parsed.why).toContain('lower-back, sacrum');
  });

  it('cannot end before it began', () => {
    const session = {
      ...{ id: 's', kind: 'session', recordVersion: 1, recordedAt: '2026-03-01T08:00:00Z', corrects: null },
      ...{ startedAt: '2026-03-01T08:00:00+01:00', endedAt: '2026-03-01T07:59:00+01:00', practiceId: 'p' },
      ...{ practiceTitle: 'P', stepsDone: [], stepsPlanned: 1, secondsPractised: 0, completed: false },
    };
    expect(parseRecord(session)).toMatchObject({ status: 'damaged', why: 'endedAt: must not lie before startedAt' });
  });

  it('is never changed by reading', () => {
    const raw = Object.freeze({ ...checkIn, places: Object.freeze([...checkIn.places]) });
    expect(parseRecord(raw).status).toBe('ok');
  });
});

describe('a diary read from anything at all', () => {
  it('loses nothing: each raw record is an entry or kept aside, and reading never throws', () => {
    const brokenEntry = fc
      .tuple(entries, fc.constantFrom('id', 'kind', 'recordVersion', 'recordedAt', 'note'), fc.jsonValue())
      .map(([list, field, value]) => list.map((entry) => ({ ...entry, [field]: value })));
    const anything = fc.oneof(entries, brokenEntry, fc.array(fc.anything()));
    fc.assert(
      fc.property(anything, (rawRecords: readonly unknown[]) => {
        const diary = readDiary(rawRecords);
        const keptRaw = diary.keptAside.map((kept) => kept.raw);
        for (const raw of rawRecords) {
          const parsed = parseRecord(raw);
          const isEntry = parsed.status === 'ok' && diary.entries.some((entry) => sameJson(entry, parsed.entry));
          expect(isEntry || keptRaw.includes(raw)).toBe(true);
        }
        expect(new Set(diary.entries.map((entry) => entry.id)).size).toBe(diary.entries.length);
      }),
    );
  });

  it('takes the same record twice as one', () => {
    expect(readDiary([checkIn, { ...checkIn }])).toMatchObject({ entries: [{ id: 'c1' }], keptAside: [] });
  });

  it('keeps a second record aside that uses an id for something else', () => {
    const other = { ...checkIn, pain0to10: 9 };
    const diary = readDiary([checkIn, other]);
    expect(diary.entries).toMatchObject([{ pain0to10: 4 }]);
    expect(diary.keptAside).toMatchObject([{ status: 'damaged', raw: other }]);
  });
});

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
