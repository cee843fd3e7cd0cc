import * as v from 'valibot';
import { checkInKind, type CheckIn } from './check-in.ts';
import { migrateUp, type RawRecord, type RecordHeader, type RecordKind } from './record-kind.ts';
import { sessionKind, type SessionEntry } from './session-entry.ts';

export type Entry = SessionEntry | CheckIn;

/** Every kind the diary reads today. */
export const recordKinds = [sessionKind, checkInKind] as const;

/**
 * What became of one raw record.
 *
 * `damaged` and `from-the-future` carry the very value that was given, so that storage and backups can keep it as it is.
 */
export type ParsedRecord<E extends RecordHeader = Entry> =
  | { readonly status: 'ok'; readonly entry: E }
  | { readonly status: 'damaged'; readonly why: string; readonly raw: unknown }
  | { readonly status: 'from-the-future'; readonly kind: string; readonly version: number; readonly raw: unknown };

/** Reads one record of any kind and version; older versions are brought up to date, `raw` itself is never changed. */
export function parseRecord(raw: unknown): ParsedRecord {
  return parseRecordOf<Entry>(recordKinds, raw);
}

/**
 * {@link parseRecord} with the kinds handed in.
 *
 * @internal for tests
 */
export function parseRecordOf<E extends RecordHeader>(kinds: readonly RecordKind<E>[], raw: unknown): ParsedRecord<E> {
  const damaged = (why: string): ParsedRecord<E> => ({ status: 'damaged', why, raw });

  if (!isPlainObject(raw)) return damaged('is not an object');
  const { kind, recordVersion } = raw;
  if (typeof kind !== 'string' || kind === '') return damaged('kind: must be the name of a kind of record');
  if (typeof recordVersion !== 'number' || !Number.isInteger(recordVersion) || recordVersion < 1) {
    return damaged('recordVersion: must be a whole number from 1');
  }

  // A kind this version of the project has not heard of was written by a later one.
  const recordKind = kinds.find((known) => known.kind === kind);
  if (recordKind === undefined || recordVersion > recordKind.currentVersion) {
    return { status: 'from-the-future', kind, version: recordVersion, raw };
  }

  const migrated = migrateUp(recordKind, raw, recordVersion);
  if (!migrated.ok) return damaged(`could not be brought up to date (${migrated.migration}): ${migrated.why}`);
  const parsed = v.safeParse(recordKind.schema, migrated.value);
  if (!parsed.success) return damaged(parsed.issues.map(describeIssue).join('; '));
  return { status: 'ok', entry: parsed.output };
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue);
  return place === null ? issue.message : `${place}: ${issue.message}`;
}

function isPlainObject(raw: unknown): raw is RawRecord {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
