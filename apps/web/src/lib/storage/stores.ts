import type { AtlasStore } from './atlas-store.ts';
import type { BodyStore } from './body-store.ts';
import { mayHoldDatabase } from './database-name.ts';
import type { DiaryStore } from './diary-store.ts';
import type { PracticeStore } from './practice-store.ts';
import type { ProgressStore } from './progress-store.ts';

export interface Stores {
  readonly diary: DiaryStore;
  readonly progress: ProgressStore;
  readonly body: BodyStore;
  readonly atlases: AtlasStore;
  readonly practices: PracticeStore;
}

let opened: Promise<Stores> | undefined;

/** Opens the database once. It is fetched only when first needed: the first screen does without. */
export function openStores(): Promise<Stores> {
  opened ??= open();
  return opened;
}

/** The same where there is something to read; undefined on a first visit, which is spared the fetching. */
export async function openStoresIfAny(): Promise<Stores | undefined> {
  return (await mayHoldDatabase(indexedDB)) ? openStores() : undefined;
}

async function open(): Promise<Stores> {
  const [{ SacraDatabase }, { diaryStore }, { progressStore }, { bodyStore }, { atlasStore }, { practiceStore }] =
    await Promise.all([
      import('./database.ts'),
      import('./diary-store.ts'),
      import('./progress-store.ts'),
      import('./body-store.ts'),
      import('./atlas-store.ts'),
      import('./practice-store.ts'),
    ]);
  const database = new SacraDatabase();
  return {
    diary: diaryStore(database),
    progress: progressStore(database),
    body: bodyStore(database),
    atlases: atlasStore(database),
    practices: practiceStore(database),
  };
}
