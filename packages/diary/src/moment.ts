/** The calendar day on the person's own clock, `YYYY-MM-DD`. */
export function localDay(moment: string): string {
  return moment.slice(0, 10);
}

/** Milliseconds since 1970 in UTC, for ordering moments of different offsets. */
export function instantMs(moment: string): number {
  return Date.parse(moment);
}

/**
 * Writes an instant as the person's clock shows it.
 *
 * `offsetMinutes` is minutes east of UTC (in a browser: `-new Date().getTimezoneOffset()`). Whole seconds.
 */
export function momentAt(epochMs: number, offsetMinutes: number): string {
  const local = new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offsetMinutes);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}
