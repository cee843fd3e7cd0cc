import type { SacraDatabase } from './database.ts';

/** Keeps the running session. What is read back is checked by whoever asked to keep it. */
export interface ProgressStore {
  save(progress: unknown): Promise<void>;
  /** `undefined` when no session is under way. */
  load(): Promise<unknown>;
  clear(): Promise<void>;
}

const RUNNING = 'running';

export function progressStore(database: SacraDatabase): ProgressStore {
  return {
    async save(raw) {
      await database.progress.put({ id: RUNNING, raw });
    },
    async load() {
      return (await database.progress.get(RUNNING))?.raw;
    },
    async clear() {
      await database.progress.delete(RUNNING);
    },
  };
}
