import type { Catalogue, Fault } from '@sacra/pose';
import { renamePractice } from '@sacra/practice';
import type { StoredPractice } from '../storage/database.ts';
import type { Stores } from '../storage/stores.ts';
import { readKept, type KeptPractice } from './kept-practice.ts';
import { isLent } from './lent-practice.ts';

interface ShelfSurroundings {
  /** All poses: a practice may have any of them. */
  readonly catalogue: Catalogue;
  openStores(): Promise<Pick<Stores, 'practices'>>;
  /** The same if anything has ever been kept on this device. */
  openStoresIfAny(): Promise<Pick<Stores, 'practices'> | undefined>;
}

/** The practices that a person keeps on this device, the newest first. */
export class PracticeShelf {
  readonly #around: ShelfSurroundings;
  #kept = $state.raw<readonly KeptPractice[]>([]);
  #removed = $state.raw<StoredPractice & { readonly name: string }>();
  #isUnreachable = $state(false);

  constructor(around: ShelfSurroundings) {
    this.#around = around;
  }

  get kept(): readonly KeptPractice[] {
    return this.#kept;
  }

  /** What was removed last and can be put back. */
  get removed(): { readonly id: string; readonly name: string } | undefined {
    return this.#removed;
  }

  /** Storage can't be opened or written just now. */
  get isUnreachable(): boolean {
    return this.#isUnreachable;
  }

  async load(): Promise<void> {
    await this.#reach(async () => {
      const stored = (await (await this.#around.openStoresIfAny())?.practices.all()) ?? [];
      this.#show(stored.filter(({ id }) => !isLent(id)));
    });
  }

  /** What stands against a name; nothing does where it was taken. */
  async rename(practice: Extract<KeptPractice, { kind: 'readable' }>, name: string): Promise<readonly Fault[]> {
    const { id, origin, writtenAtMs, obeyed } = practice;
    const renamed = renamePractice(practice.practice, this.#around.catalogue, name);
    if (!renamed.ok) return renamed.faults;
    const { value: document } = renamed;
    await this.#reach(async () => {
      const { practices } = await this.#around.openStores();
      await practices.keep({ id, origin, writtenAtMs, name: document.title, document, ...(obeyed && { obeyed }) });
      this.#kept = this.#kept.map((one) => (one.id === id ? { ...practice, practice: document } : one));
    });
    return [];
  }

  async remove(kept: KeptPractice): Promise<void> {
    await this.#reach(async () => {
      const { practices } = await this.#around.openStores();
      const removed = await practices.remove(kept.id);
      this.#kept = this.#kept.filter(({ id }) => id !== kept.id);
      this.#removed = removed && { ...removed, name: nameOf(kept) };
    });
  }

  async undoRemoving(): Promise<void> {
    const removed = this.#removed;
    if (removed === undefined) return;
    await this.#reach(async () => {
      const { practices } = await this.#around.openStores();
      await practices.putBack({ id: removed.id, raw: removed.raw });
      this.#removed = undefined;
      await this.load();
    });
  }

  #show(stored: readonly StoredPractice[]): void {
    const read = stored.map((one) => readKept(one, this.#around.catalogue));
    const writtenAt = (kept: KeptPractice): number => (kept.kind === 'readable' ? kept.writtenAtMs : -Infinity);
    this.#kept = read.toSorted((a, b) => writtenAt(b) - writtenAt(a));
  }

  async #reach(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#isUnreachable = false;
    } catch {
      this.#isUnreachable = true;
    }
  }
}

/** What a kept practice is called, also when nothing else of it can be read. */
export function nameOf(kept: KeptPractice): string {
  return kept.kind === 'readable' ? kept.practice.title : (kept.name ?? 'A practice');
}
