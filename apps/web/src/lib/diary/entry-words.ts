import { localDay, type CheckIn, type HistoryDay, type HistorySession, type SessionEntry } from '@sacra/diary';
import { placesInWords } from './place-words.ts';
import { dayInWords, minutesInWords } from './time-words.ts';

/** "18 minutes, the whole practice" · "7 minutes, 3 of 8 steps" */
export function sessionInWords(session: SessionEntry): string {
  const minutes = minutesInWords(session.secondsPractised);
  const part = session.completed
    ? 'the whole practice'
    : `${session.stepsDone.length} of ${session.stepsPlanned} ${session.stepsPlanned === 1 ? 'step' : 'steps'}`;
  return `${minutes}, ${part}`;
}

/** "Pain 3 of 10: sacrum and right hip." Empty when neither was said. */
export function checkInInWords({ pain0to10, places }: CheckIn): string {
  const where = placesInWords(places);
  if (pain0to10 === null) return where === '' ? '' : `Felt in: ${where}.`;
  return where === '' ? `Pain ${pain0to10} of 10.` : `Pain ${pain0to10} of 10: ${where}.`;
}

/** One line about the newest session, for the home page; undefined when there is none yet. */
export function lastTimeInWords(days: readonly HistoryDay[], today: string): string | undefined {
  const latest: HistorySession | undefined = days.flatMap((day) => day.sessions)[0];
  if (latest === undefined) return undefined;
  const when = dayInWords(localDay(latest.session.startedAt), today);
  const pain = latest.checkIns[0]?.checkIn.pain0to10 ?? null;
  const after = pain === null ? '' : ` Pain afterwards: ${pain} of 10.`;
  return `Last time: ${when}, ${minutesInWords(latest.session.secondsPractised)}.${after}`;
}
