import { spanAt, type Timeline } from '@sacra/practice';

/** How long before a movement its end is shown. */
const LEAD_S = 5;

/**
 * Where one will move next, from a few seconds before the movement until it begins: the key of its keyframe. Undefined while one moves, in
 * a cycle, and when no movement comes soon.
 */
export function comingPlace(timeline: Timeline, tS: number): string | undefined {
  if (spanAt(timeline, tS).motion.kind !== 'still') return undefined;
  const next = timeline.spans.find(({ startS, motion }) => startS > tS && motion.kind !== 'still');
  if (next === undefined || next.startS - tS > LEAD_S) return undefined;
  return next.motion.kind === 'way' ? next.motion.way.to : undefined;
}
