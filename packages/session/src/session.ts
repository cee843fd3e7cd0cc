import { longestTickMs, type SessionEvent } from './event.ts';
import { back, forward, repeat, seek } from './navigate.ts';
import { inTurn, unchanged, type Outcome } from './outcome.ts';
import { run, saveProgress } from './run.ts';
import { isOver, isRunning, type SessionState } from './session-state.ts';
import { summarise } from './summary.ts';
import { giveUpOnLostSpeech, hush, hushAndKeep, speechEnded, speechFailed, speechStarted, turnVoice } from './voice.ts';

/**
 * The player: what becomes of a session when something happens at `nowMs`, and what the app is to do.
 *
 * Pure. Events that make no sense in a phase (resuming what runs, anything after the end) change nothing.
 */
export function receive(state: SessionState, event: SessionEvent, nowMs: number): Outcome {
  if (isOver(state)) return unchanged(state);
  // Every event first lets the time since the one before pass, so that nothing depends on how often the app ticks.
  return inTurn(
    state,
    (before) => passTime(before, nowMs),
    (after) => respond(after, event, nowMs),
  );
}

function respond(state: SessionState, event: SessionEvent, nowMs: number): Outcome {
  if (isOver(state)) return unchanged(state);
  switch (event.type) {
    case 'tick':
      return unchanged(state);
    case 'start':
      return state.phase === 'ready' ? play({ ...state, startedAtMs: nowMs }, nowMs) : unchanged(state);
    case 'pause':
      return isRunning(state) ? pause(state) : unchanged(state);
    case 'resume':
      return state.phase === 'paused' ? play(state, nowMs) : unchanged(state);
    case 'forward':
      return forward(state, nowMs);
    case 'back':
      return back(state, nowMs);
    case 'repeat':
      return repeat(state, nowMs);
    case 'seek':
      return seek(state, event.toS, nowMs);
    case 'end':
      return state.phase === 'ready' ? unchanged(state) : end(state);
    case 'speech-started':
      return speechStarted(state, event.utterance);
    case 'speech-ended':
      return inTurn(
        state,
        (before) => speechEnded(before, event.utterance),
        (after) => goOn(after, nowMs),
      );
    case 'speech-failed':
      return inTurn(
        state,
        (before) => speechFailed(before, event.utterance),
        (after) => goOn(after, nowMs),
      );
    case 'voice':
      return inTurn(
        state,
        (before) => turnVoice(before, event.on),
        (after) => goOn(after, nowMs),
      );
    case 'visibility-changed':
      return visibilityChanged(state, event.visible);
  }
}

function passTime(state: SessionState, nowMs: number): Outcome {
  const elapsedMs = state.lastNowMs === null ? 0 : nowMs - state.lastNowMs;
  const timed = { ...state, lastNowMs: nowMs };
  if (!isRunning(state)) return unchanged(timed);
  if (elapsedMs > longestTickMs) return pause(timed);
  return inTurn(
    timed,
    (before) => giveUpOnLostSpeech(before, nowMs),
    (after) => run(after, after.clockS + Math.max(0, elapsedMs) / 1000, nowMs),
  );
}

/** Gives what has fallen due, without any time passing. */
function goOn(state: SessionState, nowMs: number): Outcome {
  return isRunning(state) ? run(state, state.clockS, nowMs) : unchanged(state);
}

function play(state: SessionState, nowMs: number): Outcome {
  return inTurn(
    state,
    (before) => ({ state: before, effects: [{ type: 'keep-awake', on: true }] }),
    (after) => run(after, after.clockS, nowMs),
  );
}

function pause(state: SessionState): Outcome {
  return inTurn(
    state,
    hushAndKeep,
    (hushed) => ({ state: { ...hushed, phase: 'paused' }, effects: [{ type: 'keep-awake', on: false }] }),
    saveProgress,
  );
}

function end(state: SessionState): Outcome {
  return inTurn(state, hush, (hushed) => ({
    state: { ...hushed, phase: 'ended' },
    effects: [
      { type: 'keep-awake', on: false },
      { type: 'finished', summary: summarise(hushed, false) },
    ],
  }));
}

/** A hidden page may be thrown away at any time; a page that is seen again has lost its hold on the screen. */
function visibilityChanged(state: SessionState, visible: boolean): Outcome {
  if (!isRunning(state)) return unchanged(state);
  return visible ? { state, effects: [{ type: 'keep-awake', on: true }] } : saveProgress(state);
}
