import type { Timeline } from '@sacra/practice';
import { createSession, type SessionState } from './session-state.ts';

/** Where a session stands, as plain data for storage. Belongs to one timeline. */
export interface SessionSnapshot {
  readonly format: 'sacra.session';
  readonly version: 1;
  readonly practiceId: string;
  readonly fingerprint: string;
  readonly clockS: number;
  /** Index of the first cue still to be given, a line that was broken off included. */
  readonly nextCue: number;
  readonly heldS: readonly number[];
  readonly secondsPractised: number;
  readonly startedAtMs: number | null;
}

export function serialise(state: SessionState): SessionSnapshot {
  return {
    format: 'sacra.session',
    version: 1,
    practiceId: state.timeline.practiceId,
    fingerprint: state.timeline.fingerprint,
    clockS: state.clockS,
    nextCue: state.speaking?.cueIndex ?? state.nextCue,
    heldS: state.heldS,
    secondsPractised: state.secondsPractised,
    startedAtMs: state.startedAtMs,
  };
}

export type RestoreResult =
  | { readonly ok: true; readonly value: SessionState }
  /** `other-timeline`: the practice or its settings have changed since · `damaged`: not a snapshot of this version */
  | { readonly ok: false; readonly error: 'damaged' | 'other-timeline' };

/** The session at the same second, paused. `stored` is whatever storage gave back. */
export function restore(stored: unknown, timeline: Timeline, options: { readonly voice: boolean }): RestoreResult {
  if (!isSnapshot(stored)) return { ok: false, error: 'damaged' };
  if (stored.fingerprint !== timeline.fingerprint) return { ok: false, error: 'other-timeline' };
  const { clockS, nextCue, heldS, secondsPractised, startedAtMs } = stored;
  const fits = clockS <= timeline.totalS && nextCue <= timeline.cues.length && heldS.length === timeline.steps.length;
  if (!fits) return { ok: false, error: 'damaged' };
  return {
    ok: true,
    value: {
      ...createSession(timeline, options),
      phase: 'paused',
      clockS,
      nextCue,
      heldS,
      secondsPractised,
      startedAtMs,
      savedAtS: clockS,
    },
  };
}

function isSnapshot(stored: unknown): stored is SessionSnapshot {
  if (typeof stored !== 'object' || stored === null) return false;
  const given: { [Field in keyof SessionSnapshot]?: unknown } = stored;
  return (
    given.format === 'sacra.session' &&
    given.version === 1 &&
    typeof given.practiceId === 'string' &&
    typeof given.fingerprint === 'string' &&
    isAmount(given.clockS) &&
    isAmount(given.nextCue) &&
    Number.isInteger(given.nextCue) &&
    Array.isArray(given.heldS) &&
    given.heldS.every(isAmount) &&
    isAmount(given.secondsPractised) &&
    (given.startedAtMs === null || isAmount(given.startedAtMs))
  );
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
