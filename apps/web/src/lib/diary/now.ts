import { localDay, momentAt } from '@sacra/diary';

/** A moment as the diary writes it: the person's clock and its offset. */
export function momentOf(date: Date): string {
  return momentAt(date.getTime(), -date.getTimezoneOffset());
}

/** `YYYY-MM-DD` on the person's own clock. */
export function dayOf(date: Date): string {
  return localDay(momentOf(date));
}
