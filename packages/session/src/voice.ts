import type { SayCue } from '@sacra/practice';
import type { SessionEffect } from './effect.ts';
import { unchanged, type Outcome } from './outcome.ts';
import type { SessionState } from './session-state.ts';

/** A device that has not begun to speak after this long has no voice to wait for. */
const longestSilenceMs = 4000;

/** Begins a line. The line before must have ended. */
export function say(state: SessionState, cue: SayCue, cueIndex: number, nowMs: number): Outcome {
  if (state.speaking !== null) {
    throw new Error(`Line "${cue.id}" would talk over "${state.speaking.cueId}"; hush or end that one first.`);
  }
  const utterance = state.utterances + 1;
  const untilS = state.clockS + (cue.endS - cue.startS);
  return {
    state: {
      ...state,
      utterances: utterance,
      nextCue: cueIndex + 1,
      speaking: { cueId: cue.id, cueIndex, utterance, saidAtMs: nowMs, untilS, heard: false },
    },
    effects: [{ type: 'say', cueId: cue.id, utterance, text: cue.text, aloud: state.voice !== 'off' }],
  };
}

/** Ends the line being spoken, if any, before its end. */
export function hush(state: SessionState): Outcome {
  if (state.speaking === null) return unchanged(state);
  const effects: SessionEffect[] = state.voice === 'off' ? [] : [{ type: 'cancel-speech' }];
  return { state: { ...state, speaking: null }, effects };
}

/** {@link hush}, and the line will be said again from its beginning. */
export function hushAndKeep(state: SessionState): Outcome {
  const nextCue = state.speaking?.cueIndex ?? state.nextCue;
  const { state: hushed, effects } = hush(state);
  return { state: { ...hushed, nextCue }, effects };
}

/** Gives up waiting for words that never began, or whose end was never reported. */
export function giveUpOnLostSpeech(state: SessionState, nowMs: number): Outcome {
  const { speaking } = state;
  if (speaking === null || state.voice !== 'on') return unchanged(state);
  const spokenMs = nowMs - speaking.saidAtMs;
  if (!speaking.heard) {
    return spokenMs <= longestSilenceMs ? unchanged(state) : unchanged({ ...state, voice: 'silent' });
  }
  return spokenMs <= longestUtteranceMs(state, speaking.cueIndex) ? unchanged(state) : hush(state);
}

/** Two and a half times the estimate, and no less than eight seconds more than it: slow voices exist, endless ones don't. */
function longestUtteranceMs(state: SessionState, cueIndex: number): number {
  const cue = state.timeline.cues[cueIndex];
  const estimateS = cue === undefined ? 0 : cue.endS - cue.startS;
  return 1000 * Math.max(2.5 * estimateS, estimateS + 8);
}

export function speechStarted(state: SessionState, utterance: number): Outcome {
  if (state.speaking?.utterance !== utterance) return unchanged(state);
  const voice = state.voice === 'silent' ? 'on' : state.voice;
  return unchanged({ ...state, voice, speaking: { ...state.speaking, heard: true } });
}

export function speechEnded(state: SessionState, utterance: number): Outcome {
  return state.speaking?.utterance === utterance ? unchanged({ ...state, speaking: null }) : unchanged(state);
}

/** The caption keeps standing for as long as the words would have taken. */
export function speechFailed(state: SessionState, utterance: number): Outcome {
  if (state.speaking?.utterance !== utterance || state.voice !== 'on') return unchanged(state);
  return unchanged({ ...state, voice: 'silent' });
}

export function turnVoice(state: SessionState, on: boolean): Outcome {
  if (on) return unchanged(state.voice === 'off' ? { ...state, voice: 'on' } : state);
  if (state.voice === 'off') return unchanged(state);
  const effects: SessionEffect[] = state.speaking === null ? [] : [{ type: 'cancel-speech' }];
  return { state: { ...state, voice: 'off' }, effects };
}
