import { instantMs, type SessionEntry } from '@sacra/diary';
import type { Practice, Timeline } from '@sacra/practice';
import type { SessionSummary } from '@sacra/session';

/** When and under which id a session is written down. Moments are ISO 8601 with an offset. */
interface Stamp {
  readonly id: string;
  readonly startedAt: string;
  readonly endedAt: string;
}

/**
 * The diary's entry for a session that is over. A step counts as done when each of its sides was. That it can be read back is checked
 * where it is written down: what checks it is not fetched before one can begin.
 */
export function sessionRecord(
  practice: Practice,
  timeline: Timeline,
  summary: SessionSummary,
  { id, startedAt, endedAt }: Stamp,
): SessionEntry {
  const done = new Set(summary.stepsDone);
  const isDone = (stepId: string) =>
    timeline.steps.filter((timed) => timed.stepId === stepId).every((timed) => done.has(timed.id));
  return {
    kind: 'session',
    recordVersion: 1,
    id,
    recordedAt: endedAt,
    corrects: null,
    // The device's clock may have been put back meanwhile; nothing ends before it begins.
    startedAt: instantMs(startedAt) <= instantMs(endedAt) ? startedAt : endedAt,
    endedAt,
    practiceId: practice.id,
    practiceTitle: practice.title,
    stepsDone: practice.steps.map((step) => step.id).filter(isDone),
    stepsPlanned: practice.steps.length,
    secondsPractised: Math.round(summary.secondsPractised),
    completed: summary.completed,
  };
}

/** Less than this, with no step done, was a look or a slip of the finger rather than a session. */
const SHORTEST_SESSION_S = 30;

export function isWorthKeeping(summary: SessionSummary): boolean {
  return summary.stepsDone.length > 0 || summary.secondsPractised >= SHORTEST_SESSION_S;
}
