import * as v from 'valibot';
import { localDay } from './moment.ts';

/** Date, time and offset from UTC: the person's own clock and the instant, both readable from one text. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** ISO 8601 with an offset, e.g. `2026-03-01T07:30:00+01:00`. */
export const momentSchema = v.pipe(
  v.string('must be a date and time as text'),
  v.regex(MOMENT, 'must be a date and time with an offset, like 2026-03-01T07:30:00+01:00'),
  v.check(isOnTheCalendar, 'must be a moment that exists'),
);

/** Date.parse rolls 31 February over into March instead of refusing it, so the day is compared after the round trip. */
function isOnTheCalendar(moment: string): boolean {
  if (Number.isNaN(Date.parse(moment))) return false;
  const asUtc = Date.parse(`${localDay(moment)}T00:00:00Z`);
  return !Number.isNaN(asUtc) && new Date(asUtc).toISOString().startsWith(localDay(moment));
}
