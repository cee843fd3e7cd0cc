import type { CheckIn } from './check-in.ts';
import { standingEntries, type Standing } from './corrections.ts';
import { instantMs, localDay } from './moment.ts';
import type { Entry } from './parse-record.ts';
import type { SessionEntry } from './session-entry.ts';

/** One session with what the person said after it. */
export interface HistorySession {
  readonly session: SessionEntry;
  /** Earlier statements that the session entry replaces, oldest first. */
  readonly earlier: readonly SessionEntry[];
  /** Newest first. */
  readonly checkIns: readonly HistoryCheckIn[];
}

export interface HistoryCheckIn {
  readonly checkIn: CheckIn;
  readonly earlier: readonly CheckIn[];
}

/** One day on the person's own clock. */
export interface HistoryDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Newest first. */
  readonly sessions: readonly HistorySession[];
  /** Check-ins given on their own, or after a session that is not in the diary. Newest first. */
  readonly checkIns: readonly HistoryCheckIn[];
}

/** The diary as days, newest first. A session stands on the day it began; its check-ins stand with it. */
export function history(entries: readonly Entry[]): HistoryDay[] {
  const sessions = standingEntries(entries.filter((entry) => entry.kind === 'session'));
  const checkIns = standingEntries(entries.filter((entry) => entry.kind === 'check-in')).toSorted(newestNotedFirst);

  // A check-in may point at the first statement or at a correction of it: both lead to the same session.
  const rootIdBySessionId = new Map<string, string>();
  for (const { entry, earlier, rootId } of sessions) {
    for (const { id } of [entry, ...earlier]) rootIdBySessionId.set(id, rootId);
  }
  const checkInsByRootId = new Map<string, HistoryCheckIn[]>();
  const alone: HistoryCheckIn[] = [];
  for (const { entry: checkIn, earlier } of checkIns) {
    const rootId = checkIn.afterSessionId === null ? undefined : rootIdBySessionId.get(checkIn.afterSessionId);
    if (rootId === undefined) alone.push({ checkIn, earlier });
    else pushTo(checkInsByRootId, rootId, { checkIn, earlier });
  }

  const sessionsByDay = new Map<string, HistorySession[]>();
  for (const { entry: session, earlier, rootId } of sessions.toSorted(newestStartedFirst)) {
    pushTo(sessionsByDay, localDay(session.startedAt), {
      session,
      earlier,
      checkIns: checkInsByRootId.get(rootId) ?? [],
    });
  }
  const aloneByDay = new Map<string, HistoryCheckIn[]>();
  for (const each of alone) pushTo(aloneByDay, localDay(each.checkIn.notedAt), each);

  const days = [...new Set([...sessionsByDay.keys(), ...aloneByDay.keys()])].toSorted().reverse();
  return days.map((day) => ({ day, sessions: sessionsByDay.get(day) ?? [], checkIns: aloneByDay.get(day) ?? [] }));
}

function pushTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function newestStartedFirst(a: Standing<SessionEntry>, b: Standing<SessionEntry>): number {
  return instantMs(b.entry.startedAt) - instantMs(a.entry.startedAt) || (a.rootId < b.rootId ? 1 : -1);
}

function newestNotedFirst(a: Standing<CheckIn>, b: Standing<CheckIn>): number {
  return instantMs(b.entry.notedAt) - instantMs(a.entry.notedAt) || (a.rootId < b.rootId ? 1 : -1);
}
