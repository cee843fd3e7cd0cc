import { history, readDiary } from '@sacra/diary';
import { lastTimeInWords } from './entry-words.ts';
import { dayOf } from './now.ts';

/** One line about the newest session among raw records; undefined when there is none. */
export function lastTime(rawRecords: readonly unknown[], now: Date): string | undefined {
  return lastTimeInWords(history(readDiary(rawRecords).entries), dayOf(now));
}
