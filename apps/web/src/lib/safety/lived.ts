import { readDiary, standingEntries, type CheckIn, type SessionEntry } from '@sacra/diary';
import type { SafetyHistory } from '@sacra/safety';

/** What the diary says that bears on safety; of corrected entries the one that stands. */
export function livedIn(records: readonly unknown[]): Pick<SafetyHistory, 'sessions' | 'pains'> {
  const { entries } = readDiary(records);
  const sessions = entries.filter((entry): entry is SessionEntry => entry.kind === 'session');
  const checkIns = entries.filter((entry): entry is CheckIn => entry.kind === 'check-in');
  return {
    sessions: standingEntries(sessions).map(({ entry: { startedAt } }) => ({ startedAt })),
    pains: standingEntries(checkIns).map(({ entry: { notedAt, pain0to10 } }) => ({ notedAt, pain0to10 })),
  };
}
