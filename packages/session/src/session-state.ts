import type { Timeline } from '@sacra/practice';

/** `waiting-for-voice`: playing, but the clock stands until the words of this span have been spoken. */
export type SessionPhase = 'ready' | 'playing' | 'waiting-for-voice' | 'paused' | 'finished' | 'ended';

/** `off`: the person wants none · `silent`: the device gives none, so nothing waits for it · `on`: it speaks. */
export type Voice = 'on' | 'silent' | 'off';

export interface SessionState {
  readonly timeline: Timeline;
  readonly phase: SessionPhase;
  /** Place in the timeline, seconds. */
  readonly clockS: number;
  /** `nowMs` of the event before; null before the first. */
  readonly lastNowMs: number | null;
  /** Index of the next cue to be given. */
  readonly nextCue: number;
  readonly speaking: Speaking | null;
  readonly utterances: number;
  readonly voice: Voice;
  /** For each timed step, seconds of its holding that were played. */
  readonly heldS: readonly number[];
  readonly secondsPractised: number;
  readonly startedAtMs: number | null;
  /** Place at which progress was last saved. */
  readonly savedAtS: number;
}

/** The line being spoken. */
export interface Speaking {
  readonly cueId: string;
  readonly cueIndex: number;
  readonly utterance: number;
  readonly saidAtMs: number;
  /** Place at which its estimated length is over; without a voice the caption stands until then. */
  readonly untilS: number;
  readonly heard: boolean;
}

/** A session at its beginning. */
export function createSession(timeline: Timeline, options: { readonly voice: boolean }): SessionState {
  return {
    timeline,
    phase: 'ready',
    clockS: 0,
    lastNowMs: null,
    nextCue: 0,
    speaking: null,
    utterances: 0,
    voice: options.voice ? 'on' : 'off',
    heldS: timeline.steps.map(() => 0),
    secondsPractised: 0,
    startedAtMs: null,
    savedAtS: 0,
  };
}

export function isRunning(state: SessionState): boolean {
  return state.phase === 'playing' || state.phase === 'waiting-for-voice';
}

export function isOver(state: SessionState): boolean {
  return state.phase === 'finished' || state.phase === 'ended';
}
