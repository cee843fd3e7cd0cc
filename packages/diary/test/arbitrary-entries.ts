import fc from 'fast-check';
import { createCheckIn, createSessionEntry, momentAt, places, type CheckIn, type SessionEntry } from '../src/index.ts';

const epochMs = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2039, 11, 31) });
const offsetMinutes = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);
export const moment = fc.tuple(epochMs, offsetMinutes).map(([ms, offset]) => momentAt(ms, offset));

/** Few ids, so that corrections and check-ins often meet what they point at. */
const pointer = fc.option(
  fc.integer({ min: 0, max: 7 }).map((n) => `id-${n}`),
  { nil: null },
);
const id = fc.integer({ min: 0, max: 7 }).map((n) => `id-${n}`);

export const sessionEntry: fc.Arbitrary<SessionEntry> = fc
  .record({
    id,
    corrects: pointer,
    recordedAt: moment,
    startMs: epochMs,
    offset: offsetMinutes,
    lengthS: fc.nat(7200),
    stepsDone: fc.array(fc.constantFrom('childs-pose', 'pigeon@right', 'pigeon@left'), { maxLength: 3 }),
    secondsPractised: fc.float({ min: 0, max: 7200, noNaN: true }),
    completed: fc.boolean(),
  })
  .map(({ startMs, offset, lengthS, ...fields }) =>
    createSessionEntry({
      ...fields,
      startedAt: momentAt(startMs, offset),
      endedAt: momentAt(startMs + lengthS * 1000, offset),
      practiceId: 'five-pose',
      practiceTitle: 'The five-pose practice',
      stepsPlanned: 7,
    }),
  );

export const checkIn: fc.Arbitrary<CheckIn> = fc
  .record({
    id: id.map((text) => `check-${text}`),
    corrects: fc.option(
      id.map((text) => `check-${text}`),
      { nil: null },
    ),
    recordedAt: moment,
    notedAt: moment,
    pain0to10: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
    places: fc.subarray([...places]),
    note: fc.string(),
    afterSessionId: pointer,
  })
  .map((fields) => createCheckIn(fields));

/** Entries with unique ids, in any order. */
export const entries = fc.uniqueArray(fc.oneof(sessionEntry, checkIn), {
  selector: (entry) => entry.id,
  maxLength: 16,
});
