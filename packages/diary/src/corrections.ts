import type { Entry } from './parse-record.ts';
import { instantMs } from './moment.ts';

/** What a statement and its corrections amount to. */
export interface Standing<E extends Entry = Entry> {
  /** The statement that counts: the one recorded last (on a tie, the greater id, so that any order of reading agrees). */
  readonly entry: E;
  /** The id that all of them go back to. */
  readonly rootId: string;
  /** What it replaces, oldest first. Empty when nothing was corrected. */
  readonly earlier: readonly E[];
}

/**
 * Joins entries of one kind with their corrections.
 *
 * A correction of an entry that is not here (lost, or kept aside) stands by itself.
 */
export function standingEntries<E extends Entry>(entries: readonly E[]): Standing<E>[] {
  const entryById = new Map(entries.map((entry) => [entry.id, entry]));
  const groupByRoot = new Map<string, E[]>();
  for (const entry of entries) {
    const rootId = findRootId(entry, entryById);
    const group = groupByRoot.get(rootId);
    if (group === undefined) groupByRoot.set(rootId, [entry]);
    else group.push(entry);
  }
  return [...groupByRoot].map(([rootId, group]) => {
    const ordered = group.toSorted(byRecordedAt);
    return { entry: ordered.at(-1) as E, rootId, earlier: ordered.slice(0, -1) };
  });
}

/** Entries that correct each other in a ring (only a hand-edited file can hold one) share the smallest id as their root. */
function findRootId<E extends Entry>(entry: E, entryById: ReadonlyMap<string, E>): string {
  const seen: string[] = [entry.id];
  let current: E | undefined = entry;
  while (current !== undefined && current.corrects !== null) {
    const target: string = current.corrects;
    const ringStart = seen.indexOf(target);
    if (ringStart >= 0) return seen.slice(ringStart).toSorted()[0] ?? target;
    seen.push(target);
    current = entryById.get(target);
  }
  return seen.at(-1) ?? entry.id;
}

function byRecordedAt(a: Entry, b: Entry): number {
  return instantMs(a.recordedAt) - instantMs(b.recordedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
