import type { Entry } from '@sacra/diary';
import type { SacraDatabase } from './database.ts';

/** Append-only: a correction is a new entry, and a record that cannot be read stays where it is. */
export interface DiaryStore {
  append(entries: readonly Entry[]): Promise<void>;
  /** Every record as it lies in storage, oldest first. */
  readAll(): Promise<unknown[]>;
}

export function diaryStore(database: SacraDatabase): DiaryStore {
  return {
    async append(entries) {
      await database.entries.bulkAdd(entries.map((raw) => ({ raw })));
    },
    async readAll() {
      const stored = await database.entries.orderBy('place').toArray();
      return stored.map(({ raw }) => raw);
    },
  };
}
