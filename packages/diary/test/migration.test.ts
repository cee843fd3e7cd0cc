import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { recordKinds, type Migration, type RecordHeader } from '../src/index.ts';
import { headerSchema } from '../src/header-schema.ts';
import { parseRecordOf } from '../src/parse-record.ts';
import { defineRecordKind, migrateUp } from '../src/record-kind.ts';
import { migrationExamples } from './migration-examples.ts';

/** The law: a migration has an example, turns each `before` into its `after`, and leaves `before` alone. */
function faultsOf(migrations: readonly Migration[], examples: typeof migrationExamples): string[] {
  return migrations.flatMap((migration) => {
    const own = examples[migration.id] ?? [];
    if (own.length === 0) return [`${migration.id} has no example`];
    return own.flatMap(({ before, after }) => {
      const untouched = structuredClone(before);
      const result = migration.up(before);
      const faults: string[] = [];
      if (!equal(before, untouched)) faults.push(`${migration.id} changes the record it is given`);
      if (!equal({ ...result, recordVersion: after['recordVersion'] }, after)) {
        faults.push(`${migration.id} does not lead from its example's before to its after`);
      }
      return faults;
    });
  });
}

describe('the migrations of the diary', () => {
  it('each have an example of before and after that they fulfil', () => {
    expect(recordKinds.flatMap((kind) => faultsOf(kind.migrations, migrationExamples))).toEqual([]);
  });

  it('have no example left over from a migration that is gone', () => {
    const ids = recordKinds.flatMap((kind) => kind.migrations.map((migration) => migration.id));
    expect(Object.keys(migrationExamples).filter((id) => !(ids as string[]).includes(id))).toEqual([]);
  });
});

/** A kind with a history, invented here: version 2 renames a field, version 3 turns minutes into seconds. */
interface Walk extends RecordHeader {
  readonly walkedS: number;
}
const rename: Migration = { id: 'walk/2', up: ({ min, ...rest }) => ({ ...rest, minutes: min }) };
const toSeconds: Migration = {
  id: 'walk/3',
  up: ({ minutes, ...rest }) => {
    if (typeof minutes !== 'number') throw new Error('minutes are missing');
    return { ...rest, walkedS: minutes * 60 };
  },
};
const versions = { First: 1, SpeltOut: 2, Seconds: 3 };
const schema = v.object({ ...headerSchema('walk', 3), walkedS: v.number() });
const walkKind = defineRecordKind<Walk>({ kind: 'walk', versions, migrations: [rename, toSeconds], schema });
const header = { id: 'w', kind: 'walk', recordedAt: '2026-03-01T08:00:00Z', corrects: null };

describe('the mechanism of migration', () => {
  it.each([
    { ...header, recordVersion: 1, min: 5 },
    { ...header, recordVersion: 2, minutes: 5 },
    { ...header, recordVersion: 3, walkedS: 300 },
  ])('brings version $recordVersion up to the newest', (raw) => {
    expect(parseRecordOf([walkKind], raw)).toEqual({
      status: 'ok',
      entry: { ...header, recordVersion: 3, walkedS: 300 },
    });
  });

  it('tells which migration a record cannot pass, and keeps the record', () => {
    const raw = { ...header, recordVersion: 1 };
    expect(parseRecordOf([walkKind], raw)).toEqual({
      status: 'damaged',
      why: 'could not be brought up to date (walk/3): minutes are missing',
      raw,
    });
  });

  it('leaves the raw record as it was', () => {
    const raw = Object.freeze({ ...header, recordVersion: 1, min: 5 });
    expect(migrateUp(walkKind, raw, 1)).toMatchObject({ ok: true, value: { walkedS: 300 } });
    expect(raw).toEqual({ ...header, recordVersion: 1, min: 5 });
  });

  it('refuses a kind whose versions or migrations have a gap', () => {
    const define = (given: Record<string, number>, migrations: Migration[]) => () =>
      defineRecordKind<Walk>({ kind: 'walk', versions: given, migrations, schema });
    expect(define({ First: 2 }, [])).toThrow('versions run 1, 2, 3');
    expect(define({}, [])).toThrow('has no version');
    expect(define(versions, [rename])).toThrow('need [walk/2, walk/3]');
    expect(define(versions, [toSeconds, rename])).toThrow('need [walk/2, walk/3]');
    expect(define({ First: 1 }, [rename])).toThrow('need []');
  });

  it('has a law that finds a missing, an untrue and a destructive migration', () => {
    const before = { ...header, recordVersion: 1, min: 5 };
    const after = { ...header, recordVersion: 2, minutes: 5 };
    expect(faultsOf([rename], { 'walk/2': [{ before, after }] })).toEqual([]);
    expect(faultsOf([rename], {})).toEqual(['walk/2 has no example']);
    expect(faultsOf([rename], { 'walk/2': [{ before, after: { ...after, minutes: 6 } }] })).toHaveLength(1);
    const destructive: Migration = { id: 'walk/2', up: (given) => Object.assign(given, { minutes: 5 }) };
    expect(faultsOf([destructive], { 'walk/2': [{ before: { ...before }, after }] })).toContain(
      'walk/2 changes the record it is given',
    );
  });
});

/** Equal as plain data, whatever the order of fields. */
function equal(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
}
