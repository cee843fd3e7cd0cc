import { parseRecord, type Entry, type ParsedRecord } from './parse-record.ts';

/** A record that is kept and reported but not shown as an entry. */
export type KeptAside = Exclude<ParsedRecord, { status: 'ok' }>;

export interface Diary {
  /** In the order given. Ids are unique. */
  readonly entries: readonly Entry[];
  readonly keptAside: readonly KeptAside[];
}

/**
 * Reads everything that storage holds. Each raw record ends in exactly one place: among the entries, kept aside, or, when it
 * says the same as an entry already read (as after restoring a backup twice), with that entry.
 */
export function readDiary(rawRecords: Iterable<unknown>): Diary {
  const entryById = new Map<string, Entry>();
  const keptAside: KeptAside[] = [];
  for (const raw of rawRecords) {
    const parsed = parseRecord(raw);
    if (parsed.status !== 'ok') {
      keptAside.push(parsed);
      continue;
    }
    const earlier = entryById.get(parsed.entry.id);
    if (earlier === undefined) entryById.set(parsed.entry.id, parsed.entry);
    else if (!saysTheSame(earlier, parsed.entry)) {
      keptAside.push({ status: 'damaged', why: 'id: another entry already has this id and says something else', raw });
    }
  }
  return { entries: [...entryById.values()], keptAside };
}

/** Entries come out of the schema with their fields in one order, so their JSON can be compared. */
function saysTheSame(a: Entry, b: Entry): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
