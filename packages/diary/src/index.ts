export { checkInKind, createCheckIn, places, type CheckIn, type Place } from './check-in.ts';
export { standingEntries, type Standing } from './corrections.ts';
export { history, type HistoryCheckIn, type HistoryDay, type HistorySession } from './history.ts';
export { instantMs, localDay, momentAt } from './moment.ts';
export { parseRecord, recordKinds, type Entry, type ParsedRecord } from './parse-record.ts';
export { readDiary, type Diary, type KeptAside } from './read-diary.ts';
export type { Migration, RawRecord, RecordHeader, RecordKind } from './record-kind.ts';
export { createSessionEntry, sessionKind, type SessionEntry } from './session-entry.ts';
