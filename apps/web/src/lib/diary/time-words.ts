/** "1 minute", "18 minutes"; anything under half a minute counts as "less than a minute". */
export function minutesInWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return 'less than a minute';
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** `12:05`, for a clock that counts down; never below `0:00`. */
export function clockFace(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds - 1e-6));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/**
 * A day as one would say it: "today", "yesterday", "Tuesday" within the last week, else "3 March" or "3 March 2025".
 * Both days are `YYYY-MM-DD`.
 */
export function dayInWords(day: string, today: string): string {
  const daysAgo = Math.round((noonMs(today) - noonMs(day)) / 86_400_000);
  if (daysAgo === 0) return 'today';
  if (daysAgo === 1) return 'yesterday';
  if (daysAgo > 1 && daysAgo < 7) return format(day, { weekday: 'long' });
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return format(day, { day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) });
}

/** "Tuesday, 3 March 2026" */
export function fullDay(day: string): string {
  return format(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** `07:30` of `2026-03-01T07:30:00+01:00`, as the person's clock showed it. */
export function timeOfDay(moment: string): string {
  return moment.slice(11, 16);
}

function noonMs(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

function format(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(noonMs(day));
}
