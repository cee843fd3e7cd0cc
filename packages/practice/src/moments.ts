import { breathMoment, type Breath, type BreathMoment } from './breath.ts';
import type { SayCue } from './cue.ts';
import { lastStartingBy } from './last-starting-by.ts';
import type { Span, TimedStep } from './span.ts';
import type { Timeline } from './timeline.ts';

/**
 * Questions about one second of a timeline. A moment outside [0, totalS] is taken as the nearer end; where two spans meet, the
 * moment belongs to the later one.
 */
export function spanAt(timeline: Timeline, tS: number): Span {
  const index = Math.max(0, lastStartingBy(timeline.spans, tS));
  const span = timeline.spans[index];
  if (span === undefined)
    throw new Error(`The timeline of "${timeline.practiceId}" has no spans; it needs at least one.`);
  return span;
}

/** The step that is announced, entered or held; null while arriving and after the last step. */
export function stepAt(timeline: Timeline, tS: number): TimedStep | null {
  const { stepIndex } = spanAt(timeline, tS);
  return stepIndex === null ? null : (timeline.steps[stepIndex] ?? null);
}

/** The step after the one at this moment; null when only the close remains. */
export function nextUp(timeline: Timeline, tS: number): TimedStep | null {
  return timeline.steps.find((step) => step.startS > tS) ?? null;
}

/** Seconds to the end of the practice, and to the end of this step's holding (null outside a hold or cycle). */
export function timeLeft(timeline: Timeline, tS: number): { readonly totalS: number; readonly holdS: number | null } {
  const step = stepAt(timeline, tS);
  const held = step !== null && tS >= step.holdStartS && tS <= step.endS;
  return { totalS: Math.max(0, timeline.totalS - tS), holdS: held ? step.endS - tS : null };
}

/** The breath to follow at this moment; null where breathing is left to the person (arriving, announcing, moving, ending). */
export function breathAt(timeline: Timeline, tS: number): BreathMoment | null {
  const breath = wholeBreathAt(timeline, tS);
  return breath === null ? null : breathMoment(breath, tS);
}

/** The whole breath that this moment belongs to, the same object from its start to its end; null where `breathAt` is. */
export function wholeBreathAt(timeline: Timeline, tS: number): Breath | null {
  const breath = timeline.breaths[lastStartingBy(timeline.breaths, tS)];
  return breath === undefined || tS >= breath.endS ? null : breath;
}

/** The line spoken last by this moment: what a caption shows after seeking. Null before the first. */
export function captionAt(timeline: Timeline, tS: number): SayCue | null {
  return timeline.cues.findLast((cue): cue is SayCue => cue.kind === 'say' && cue.startS <= tS) ?? null;
}
