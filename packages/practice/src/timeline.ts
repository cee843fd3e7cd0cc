import type { Breath } from './breath.ts';
import type { Cue } from './cue.ts';
import type { Span, TimedStep } from './span.ts';

/** A practice laid out in time. Everything about a moment of it follows from this and the second. */
export interface Timeline {
  readonly practiceId: string;
  readonly practiceTitle: string;
  readonly totalS: number;
  /** Cover [0, totalS] without gap or overlap. */
  readonly spans: readonly Span[];
  readonly steps: readonly TimedStep[];
  /** By start; no two overlap. */
  readonly cues: readonly Cue[];
  /** By start; those of one hold follow each other without gap. */
  readonly breaths: readonly Breath[];
  /** The same for equal timelines, and all but surely another for any other: a saved place belongs to one timeline. */
  readonly fingerprint: string;
}

/** FNV-1a (32 bit, offset basis 2166136261, prime 16777619) over the UTF-16 units of the timeline as JSON, and its length. */
export function fingerprintOf(timeline: Omit<Timeline, 'fingerprint'>): string {
  const text = JSON.stringify(timeline);
  let hash = 2_166_136_261;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  return `${(hash >>> 0).toString(16)}-${text.length}`;
}
