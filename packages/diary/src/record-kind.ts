import type { GenericSchema } from 'valibot';

/** What every record carries, whatever its kind and version. */
export interface RecordHeader {
  /** Unique in the diary; made by the caller, for example with `crypto.randomUUID()`. */
  readonly id: string;
  readonly kind: string;
  /** The version of this kind's form in which the record was written; 1 is the first. */
  readonly recordVersion: number;
  /** When the record was written: ISO 8601 with an offset, e.g. `2026-03-01T07:30:00+01:00`. */
  readonly recordedAt: string;
  /** Id of the earlier record that this one replaces; null for a first statement. */
  readonly corrects: string | null;
}

/** Plain data as it lies in storage, read no further than being an object. */
export type RawRecord = Readonly<Record<string, unknown>>;

/** One step from a version to the next. `up` must not change its argument; it may throw on data it cannot carry over. */
export interface Migration {
  /** `<kind>/<version it leads to>`, e.g. `session/2`. */
  readonly id: `${string}/${number}`;
  readonly up: (before: RawRecord) => RawRecord;
}

/** Everything the diary knows about one kind of record. */
export interface RecordKind<Entry extends RecordHeader> {
  readonly kind: Entry['kind'];
  /** Each version's name and number; the first is 1 and the numbers have no gap. */
  readonly versions: Readonly<Record<string, number>>;
  readonly currentVersion: number;
  /** In order; the first leads to version 2. */
  readonly migrations: readonly Migration[];
  /** Accepts records of the current version only. */
  readonly schema: GenericSchema<unknown, Entry>;
}

/**
 * Puts a kind together and checks its numbering once, when the module is loaded.
 *
 * Throws when the versions do not run 1, 2, 3 … or when a version after the first has no migration that leads to it.
 */
export function defineRecordKind<Entry extends RecordHeader>(
  definition: Omit<RecordKind<Entry>, 'currentVersion'>,
): RecordKind<Entry> {
  const numbers = Object.values(definition.versions);
  numbers.forEach((number, index) => {
    if (number !== index + 1) {
      throw new Error(
        `Record kind "${definition.kind}": version number ${number} stands at place ${index + 1}; versions run 1, 2, 3 … in order.`,
      );
    }
  });
  if (numbers.length === 0) throw new Error(`Record kind "${definition.kind}" has no version; the first is 1.`);

  const wanted = numbers.slice(1).map((number) => `${definition.kind}/${number}`);
  const given = definition.migrations.map((migration) => migration.id);
  if (wanted.length !== given.length || wanted.some((id, index) => id !== given[index])) {
    throw new Error(
      `Record kind "${definition.kind}": migrations are [${given.join(', ')}]; its versions need [${wanted.join(', ')}].`,
    );
  }
  return { ...definition, currentVersion: numbers.length };
}

export type MigrationResult =
  | { readonly ok: true; readonly value: RawRecord }
  | { readonly ok: false; readonly migration: string; readonly why: string };

/**
 * Brings a raw record from `fromVersion` (1 … current) up to the current version and stamps that version on it.
 * The record given is left as it was.
 */
export function migrateUp(recordKind: RecordKind<RecordHeader>, raw: RawRecord, fromVersion: number): MigrationResult {
  let record = raw;
  for (const migration of recordKind.migrations.slice(fromVersion - 1)) {
    try {
      record = { ...migration.up(record), recordVersion: Number(migration.id.split('/').at(-1)) };
    } catch (thrown) {
      return { ok: false, migration: migration.id, why: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  }
  return { ok: true, value: record };
}
