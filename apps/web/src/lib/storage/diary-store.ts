import { parseRecord, type Entry } from '@sacra/diary';
import type { SacraDatabase } from './database.ts';

/** Append-only: a correction is a new entry, and a record that cannot be read stays where it is. */
export interface DiaryStore {
  /** Rejects, with nothing written, when one of them could not be read back. */
  append(entries: readonly Entry[]): Promise<void>;
  /** Adds those of `records` that don't lie here yet, also those that can't be read, and tells how many they were. */
  bringBack(records: readonly unknown[]): Promise<number>;
  /** Every record as it lies in storage, oldest first. */
  readAll(): Promise<unknown[]>;
}

export function diaryStore(database: SacraDatabase): DiaryStore {
  return {
    async append(entries) {
      for (const entry of entries) {
        const read = parseRecord(entry);
        if (read.status !== 'ok')
          throw new Error(`The diary could not read back the entry "${entry.id}" (${read.status}).`);
      }
      await database.entries.bulkAdd(entries.map((raw) => ({ raw })));
    },
    bringBack: (records) =>
      database.transaction('rw', database.entries, async () => {
        const lying = new Set((await database.entries.toArray()).map(({ raw }) => JSON.stringify(raw)));
        const missing = records.filter((raw) => !lying.has(JSON.stringify(raw)));
        await database.entries.bulkAdd(missing.map((raw) => ({ raw })));
        return missing.length;
      }),
    async readAll() {
      const stored = await database.entries.orderBy('place').toArray();
      return stored.map(({ raw }) => raw);
    },
  };
}
