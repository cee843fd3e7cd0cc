import { dayOf } from '../diary/now.ts';
import { dayInWords } from '../diary/time-words.ts';
import type { KeptPractice } from './kept-practice.ts';

const originWords = { composed: 'Composed', imported: 'From a file', changed: 'Changed by you' } as const;

/** "Composed yesterday." · "From a file, 3 March." */
export function keptInWords({ origin, writtenAtMs }: Extract<KeptPractice, { kind: 'readable' }>, now: Date): string {
  const day = dayInWords(dayOf(new Date(writtenAtMs)), dayOf(now));
  return `${originWords[origin]}, ${day}.`;
}
