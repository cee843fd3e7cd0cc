import type { SessionSummary } from './effect.ts';
import type { SessionState } from './session-state.ts';

/** A step counts as done when at least this share of its holding was played. */
const shareForDone = 0.5;

export function summarise(state: SessionState, completed: boolean): SessionSummary {
  const { steps } = state.timeline;
  return {
    completed,
    stepsDone: steps
      .filter((step, index) => (state.heldS[index] ?? 0) >= shareForDone * (step.endS - step.holdStartS))
      .map((step) => step.id),
    stepsPlanned: steps.length,
    secondsPractised: state.secondsPractised,
    startedAtMs: state.startedAtMs,
  };
}
