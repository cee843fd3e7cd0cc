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

/** The body that a person has set up: a person document of @sacra/body. One that could not be read is kept beside it. */
export interface StoredBody {
  readonly id: 'mine' | 'set-aside';
  readonly raw: unknown;
}

/** What has been solved for a body, by the name that `atlasName` gives it. It can be solved again, so only the latest is kept. */
export interface StoredAtlas {
  readonly name: string;
  /** As `encodeAtlas` of @sacra/solve writes it; it may be only a part. */
  readonly bytes: Uint8Array;
}

/** A card drawn for a body. It can be drawn again, so only those of the latest body are kept. */
export interface StoredDrawing {
  /** Name of the atlas that it shows a keyframe of. */
  readonly atlas: string;
  readonly keyframe: string;
  readonly svg: string;
}

/** A practice that the person keeps: a record of lib/practice/kept-practice.ts. */
export interface StoredPractice {
  readonly id: string;
  readonly raw: unknown;
}

/** Everything the app keeps, except the settings (see lib/settings: those are needed before the first picture). */
export class SacraDatabase extends Dexie {
  entries!: Table<StoredEntry, number>;
  progress!: Table<StoredProgress, string>;
  bodies!: Table<StoredBody, string>;
  atlases!: Table<StoredAtlas, string>;
  drawings!: Table<StoredDrawing, [string, string]>;
  practices!: Table<StoredPractice, string>;

  constructor(name = databaseName) {
    super(name);
    this.version(1).stores({ entries: '++place', progress: 'id' });
    this.version(2).stores({ bodies: 'id', atlases: 'name', drawings: '[atlas+keyframe], atlas' });
    this.version(3).stores({ practices: 'id' });
  }
}
