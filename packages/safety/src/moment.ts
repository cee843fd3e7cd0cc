/** Milliseconds since 1970 in UTC of an ISO 8601 moment with an offset; NaN when it isn't one. */
export function instantMs(moment: string): number {
  return Date.parse(moment);
}

/**
 * Days from one moment to another, each taken as the calendar day that its own clock showed. Summer time and journeys don't make a
 * day longer; flying west can give −1. NaN when one isn't a moment.
 */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

const dayMs = 86_400_000;

function dayNumber(moment: string): number {
  return Math.round(Date.parse(`${moment.slice(0, 10)}T00:00:00Z`) / dayMs);
}
