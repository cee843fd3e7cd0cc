import type { KeptRecord } from '../practice/kept-practice.ts';
import type { SacraDatabase, StoredPractice } from './database.ts';

/** A practice to be kept, under an id that no other has. */
interface KeepingPractice extends Omit<KeptRecord, 'format' | 'version'> {
  readonly id: string;
}

/** Keeps the person's own practices. What is read back is checked by `readKept` of lib/practice/kept-practice.ts. */
export interface PracticeStore {
  /** One that is kept under the same id already is replaced. */
  keep(practice: KeepingPractice): Promise<void>;
  get(id: string): Promise<StoredPractice | undefined>;
  all(): Promise<StoredPractice[]>;
  /** What was removed, for {@link putBack}; undefined where there was none. */
  remove(id: string): Promise<StoredPractice | undefined>;
  putBack(removed: StoredPractice): Promise<void>;
}

export function practiceStore({ practices }: SacraDatabase): PracticeStore {
  return {
    async keep({ id, ...record }) {
      await practices.put({ id, raw: { format: 'sacra.kept-practice', version: 1, ...record } satisfies KeptRecord });
    },
    get: (id) => practices.get(id),
    all: () => practices.toArray(),
    async remove(id) {
      const removed = await practices.get(id);
      await practices.delete(id);
      return removed;
    },
    async putBack(removed) {
      await practices.put(removed);
    },
  };
}
