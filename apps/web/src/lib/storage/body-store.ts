import type { SacraDatabase } from './database.ts';

/** Keeps the body that a person has set up. What is read back is checked by whoever asked to keep it. */
export interface BodyStore {
  save(document: unknown): Promise<void>;
  /** `undefined` when no body has been set up. */
  load(): Promise<unknown>;
  /** Puts what lies in the place of the body aside, so that nothing is lost when another takes its place. */
  setAside(): Promise<void>;
  /** What was put aside last. */
  loadSetAside(): Promise<unknown>;
  /** The body, what was put aside and everything solved for it. */
  forget(): Promise<void>;
}

export function bodyStore(database: SacraDatabase): BodyStore {
  return {
    async save(raw) {
      await database.bodies.put({ id: 'mine', raw });
    },
    async load() {
      return (await database.bodies.get('mine'))?.raw;
    },
    async setAside() {
      const unreadable = await database.bodies.get('mine');
      if (unreadable === undefined) return;
      await database.transaction('rw', database.bodies, async () => {
        await database.bodies.put({ id: 'set-aside', raw: unreadable.raw });
        await database.bodies.delete('mine');
      });
    },
    async loadSetAside() {
      return (await database.bodies.get('set-aside'))?.raw;
    },
    async forget() {
      const { bodies, atlases, drawings } = database;
      await database.transaction('rw', bodies, atlases, drawings, async () => {
        await Promise.all([bodies.clear(), atlases.clear(), drawings.clear()]);
      });
    },
  };
}
