import { spanAt, type Timeline } from '@sacra/practice';
import { backAgainS } from './event.ts';
import { inTurn, unchanged, type Outcome } from './outcome.ts';
import { run, saveProgress } from './run.ts';
import { isOver, isRunning, type SessionState } from './session-state.ts';
import { hush } from './voice.ts';

export function forward(state: SessionState, nowMs: number): Outcome {
  const nextS = stretchStarts(state.timeline).find((startS) => startS > state.clockS);
  return nextS === undefined ? unchanged(state) : leap(state, nextS, nowMs);
}

export function back(state: SessionState, nowMs: number): Outcome {
  const starts = stretchStarts(state.timeline).filter((startS) => startS <= state.clockS);
  const thisS = starts.at(-1) ?? 0;
  const isAgain = state.clockS - thisS < backAgainS;
  return leap(state, isAgain ? (starts.at(-2) ?? 0) : thisS, nowMs);
}

export function repeat(state: SessionState, nowMs: number): Outcome {
  const { stepIndex } = spanAt(state.timeline, state.clockS);
  const step = stepIndex === null ? undefined : state.timeline.steps[stepIndex];
  if (step !== undefined && state.clockS >= step.holdStartS) return leap(state, step.holdStartS, nowMs);
  const thisS = stretchStarts(state.timeline).findLast((startS) => startS <= state.clockS) ?? 0;
  return leap(state, thisS, nowMs);
}

export function seek(state: SessionState, toS: number, nowMs: number): Outcome {
  const last = state.timeline.spans.at(-1);
  const insideS = Number.isFinite(toS) ? Math.min(Math.max(0, toS), last?.startS ?? 0) : state.clockS;
  return leap(state, announcedFrom(state.timeline, insideS), nowMs);
}

/** Where forward and back stop: arriving, each step, and the close. */
function stretchStarts(timeline: Timeline): number[] {
  const closeS = timeline.steps.at(-1)?.endS;
  return [0, ...timeline.steps.map((step) => step.startS), ...(closeS === undefined ? [] : [closeS])];
}

/** A moment inside an announcement or its movement is taken back to where the words begin. */
function announcedFrom(timeline: Timeline, tS: number): number {
  const span = spanAt(timeline, tS);
  if (span.kind === 'announce') return span.startS;
  if (span.kind !== 'move') return tS;
  const before = timeline.spans[timeline.spans.indexOf(span) - 1];
  return before?.startS ?? span.startS;
}

/** Sets the clock. What was being said is broken off; cues before the new place are passed over. */
function leap(state: SessionState, toS: number, nowMs: number): Outcome {
  if (isOver(state) || state.phase === 'ready') return unchanged(state);
  const { cues } = state.timeline;
  const firstDue = cues.findIndex((cue) => cue.startS >= toS);
  return inTurn(
    state,
    hush,
    (hushed) => ({
      state: { ...hushed, clockS: toS, nextCue: firstDue < 0 ? cues.length : firstDue },
      effects: [{ type: 'leapt', fromS: state.clockS, toS }],
    }),
    saveProgress,
    (placed) => (isRunning(placed) ? run(placed, placed.clockS, nowMs) : unchanged(placed)),
  );
}
