import type { Catalogue } from '@sacra/pose';
import { parsePractice, type Practice } from '@sacra/practice';
import { restore, type SessionSnapshot, type SessionState } from '@sacra/session';
import { timelineFor } from '../practice/timeline-for.ts';

/**
 * A session under way as it is kept in storage. It carries the practice it plays and the pace it is spoken at, so that it goes on
 * as it was, also when the settings have changed since.
 */
export interface RunningSession {
  readonly format: 'sacra.running-session';
  readonly version: 1;
  readonly practice: Practice;
  readonly wordsPerMinute: number;
  /** ISO 8601 with an offset. */
  readonly startedAt: string;
  readonly snapshot: SessionSnapshot;
}

export interface ResumedSession {
  readonly practice: Practice;
  readonly catalogue: Catalogue;
  readonly wordsPerMinute: number;
  readonly startedAt: string;
  readonly state: SessionState;
}

/** The session to go on with; undefined when what was stored is damaged, or is of a practice this version lays out differently. */
export function resumeFrom(stored: unknown, catalogue: Catalogue, voice: boolean): ResumedSession | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const given: { [Field in keyof RunningSession]?: unknown } = stored;
  const { startedAt, wordsPerMinute } = given;
  if (given.format !== 'sacra.running-session' || given.version !== 1) return undefined;
  if (typeof startedAt !== 'string' || Number.isNaN(Date.parse(startedAt))) return undefined;
  if (typeof wordsPerMinute !== 'number' || !(wordsPerMinute > 0)) return undefined;
  const practice = parsePractice(given.practice, catalogue);
  if (!practice.ok) return undefined;
  const state = restore(given.snapshot, timelineFor(practice.value, catalogue, wordsPerMinute), { voice });
  return state.ok ? { practice: practice.value, catalogue, wordsPerMinute, startedAt, state: state.value } : undefined;
}
