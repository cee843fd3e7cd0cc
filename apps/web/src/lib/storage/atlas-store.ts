import type { SacraDatabase } from './database.ts';

/** Keeps what was solved for the body of this device. It holds one atlas and its cards: to save one is to let go of all others. */
export interface AtlasStore {
  /** `undefined` when nothing was solved under this name. */
  load(name: string): Promise<Uint8Array | undefined>;
  save(name: string, bytes: Uint8Array): Promise<void>;
  /** SVG by keyframe: the cards drawn of an atlas. */
  loadDrawings(name: string): Promise<ReadonlyMap<string, string>>;
  saveDrawing(name: string, keyframe: string, svg: string): Promise<void>;
}

export function atlasStore(database: SacraDatabase): AtlasStore {
  return {
    async load(name) {
      return (await database.atlases.get(name))?.bytes;
    },
    async save(name, bytes) {
      await database.transaction('rw', database.atlases, async () => {
        await database.atlases.where('name').notEqual(name).delete();
        await database.atlases.put({ name, bytes });
      });
    },
    async loadDrawings(name) {
      const stored = await database.drawings.where('atlas').equals(name).toArray();
      return new Map(stored.map(({ keyframe, svg }) => [keyframe, svg]));
    },
    async saveDrawing(atlas, keyframe, svg) {
      await database.transaction('rw', database.drawings, async () => {
        await database.drawings.where('atlas').notEqual(atlas).delete();
        await database.drawings.put({ atlas, keyframe, svg });
      });
    },
  };
}
