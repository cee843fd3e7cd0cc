import { spanAt, type Span } from '@sacra/practice';
import type { SessionEffect } from './effect.ts';
import { inTurn, unchanged, type Outcome } from './outcome.ts';
import type { SessionState } from './session-state.ts';
import { serialise } from './snapshot.ts';
import { summarise } from './summary.ts';
import { hush, say } from './voice.ts';

const saveEveryS = 5;

/** A clock that waits at a span's end stands this far before it: the moment still belongs to the span whose words are spoken. */
const justBeforeS = 1e-3;

/**
 * Plays from where the clock stands to `targetS`, giving the cues that fall due. It stops earlier at the end of a span whose
 * words are not all spoken (only when there is a voice to wait for), and at the end of the practice.
 */
export function run(state: SessionState, targetS: number, nowMs: number): Outcome {
  let current: SessionState = { ...state, phase: 'playing' };
  const effects: SessionEffect[] = [];
  const apply = (outcome: Outcome): void => {
    current = outcome.state;
    effects.push(...outcome.effects);
  };

  for (;;) {
    const span = spanAt(current.timeline, current.clockS);
    const reachS = Math.min(targetS, span.endS);
    apply(playWithin(current, span, reachS, nowMs));
    if (reachS >= span.endS - justBeforeS && hasWordsLeft(current, span)) {
      current = { ...current, phase: 'waiting-for-voice' };
      break;
    }
    if (targetS < span.endS) break;
    current = moveClock(current, span.endS);
    if (span === current.timeline.spans.at(-1)) {
      apply(finish(current));
      break;
    }
  }
  return inTurn(current, (last) => ({ state: last, effects }), saveNowAndThen);
}

/** Gives the cues of `span` due by `reachS` and moves the clock there. */
function playWithin(state: SessionState, span: Span, reachS: number, nowMs: number): Outcome {
  let current = state;
  const effects: SessionEffect[] = [];
  const { cues, spans } = state.timeline;
  for (;;) {
    const cue = cues[current.nextCue];
    if (cue === undefined || spans[cue.spanIndex] !== span || cue.startS > reachS) break;
    current = moveClock(current, Math.max(current.clockS, cue.startS));
    // A line that is still being spoken is never talked over; without a voice its caption makes room.
    if (current.speaking !== null) {
      if (current.voice === 'on') break;
      const hushed = hush(current);
      current = hushed.state;
      effects.push(...hushed.effects);
    }
    if (cue.kind === 'bell') {
      current = { ...current, nextCue: current.nextCue + 1 };
      effects.push({ type: 'bell', cueId: cue.id, bell: cue.bell });
    } else {
      const said = say(current, cue, current.nextCue, nowMs);
      current = said.state;
      effects.push(...said.effects);
    }
  }
  // The clock stays short of the span's end: whether it may pass is decided where spans meet.
  const stopS = reachS === span.endS ? Math.max(current.clockS, reachS - justBeforeS) : reachS;
  const { state: moved, effects: ended } = endSilentCaption(moveClock(current, stopS), reachS);
  return { state: moved, effects: [...effects, ...ended] };
}

function endSilentCaption(state: SessionState, tS: number): Outcome {
  const isOverdue = state.voice !== 'on' && state.speaking !== null && state.speaking.untilS <= tS;
  return isOverdue ? hush(state) : unchanged(state);
}

function hasWordsLeft(state: SessionState, span: Span): boolean {
  if (state.voice !== 'on') return false;
  const next = state.timeline.cues[state.nextCue];
  return state.speaking !== null || (next !== undefined && state.timeline.spans[next.spanIndex] === span);
}

/** Moves the clock forward by playing and books the time. */
function moveClock(state: SessionState, toS: number): SessionState {
  const fromS = state.clockS;
  if (toS <= fromS) return state;
  const heldS = state.timeline.steps.map((step, index) => {
    const playedS = Math.min(toS, step.endS) - Math.max(fromS, step.holdStartS);
    return (state.heldS[index] ?? 0) + Math.max(0, playedS);
  });
  return { ...state, clockS: toS, heldS, secondsPractised: state.secondsPractised + toS - fromS };
}

function finish(state: SessionState): Outcome {
  return inTurn(state, hush, (hushed) => ({
    state: { ...hushed, phase: 'finished' },
    effects: [
      { type: 'keep-awake', on: false },
      { type: 'finished', summary: summarise(hushed, true) },
    ],
  }));
}

function saveNowAndThen(state: SessionState): Outcome {
  if (state.phase === 'finished' || Math.abs(state.clockS - state.savedAtS) < saveEveryS) return unchanged(state);
  return saveProgress(state);
}

export function saveProgress(state: SessionState): Outcome {
  const saved = { ...state, savedAtS: state.clockS };
  return { state: saved, effects: [{ type: 'save-progress', snapshot: serialise(saved) }] };
}
