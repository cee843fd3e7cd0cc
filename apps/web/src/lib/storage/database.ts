import { Dexie, type Table } from 'dexie';
import { databaseName } from './database-name.ts';

/** One diary record as it was written. The number is the place in the order of writing; records are never changed. */
export interface StoredEntry {
  readonly place?: number;
  readonly raw: unknown;
}

/** The running session, so that a reload loses nothing. There is at most one. */
export interface StoredProgress {
  readonly id: 'running';
  readonly raw: unknown;
}

/** Everything the app keeps, except the settings (see lib/settings: those are needed before the first picture). */
export class SacraDatabase extends Dexie {
  entries!: Table<StoredEntry, number>;
  progress!: Table<StoredProgress, string>;

  constructor(name = databaseName) {
    super(name);
    this.version(1).stores({ entries: '++place', progress: 'id' });
  }
}
