import { history, readDiary, type HistoryDay, type KeptAside } from '@sacra/diary';
import type { DiaryStore } from '../storage/diary-store.ts';

type Loading =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly days: readonly HistoryDay[]; readonly keptAside: readonly KeptAside[] }
  | { readonly state: 'unreachable'; readonly why: string };

/** The diary as the screens show it. */
export class DiaryView {
  #loading = $state.raw<Loading>({ state: 'loading' });

  get current(): Loading {
    return this.#loading;
  }

  async load(openStore: () => Promise<Pick<DiaryStore, 'readAll'>>): Promise<void> {
    try {
      const store = await openStore();
      const { entries, keptAside } = readDiary(await store.readAll());
      this.#loading = { state: 'ready', days: history(entries), keptAside };
    } catch (thrown) {
      this.#loading = { state: 'unreachable', why: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  }
}

/** What was kept aside, as a file that can be looked at or mended: the very records, with why they were not read. */
export function keptAsideFile(keptAside: readonly KeptAside[]): string {
  return JSON.stringify(
    keptAside.map((kept) => ({
      reason: kept.status === 'damaged' ? kept.why : `version ${kept.version} of "${kept.kind}" is newer than this app`,
      record: kept.raw,
    })),
    null,
    2,
  );
}
