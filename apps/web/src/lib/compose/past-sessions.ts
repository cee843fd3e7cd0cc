import { history, type CheckIn, type Entry } from '@sacra/diary';
import type { Catalogue } from '@sacra/pose';
import { keyOfStepId, type PastSession } from '@sacra/practice';

/** What was done in the sessions of a diary and how they ended, newest first, as the composer wants to know it. */
export function pastSessions(entries: readonly Entry[], catalogue: Catalogue): PastSession[] {
  return history(entries)
    .flatMap(({ sessions }) => sessions)
    .map(({ session, checkIns }) => ({
      done: session.stepsDone.flatMap((id) => keyOfStepId(catalogue, id) ?? []),
      painAfter0to10: checkIns[0]?.checkIn.pain0to10 ?? null,
    }));
}

/** The last time that the person said how it is; undefined when they never did. */
export function lastCheckIn(entries: readonly Entry[]): CheckIn | undefined {
  const days = history(entries);
  const all = days.flatMap(({ sessions, checkIns }) => [...sessions.flatMap((one) => one.checkIns), ...checkIns]);
  return all
    .map(({ checkIn }) => checkIn)
    .toSorted((a, b) => Date.parse(b.notedAt) - Date.parse(a.notedAt))
    .find(({ pain0to10, places }) => pain0to10 !== null || places.length > 0);
}
