import type { Spoken } from './lay-transition.ts';
import type { BreathPace } from './practice.ts';
import { toMs, type Score } from './score.ts';
import { spaceLines } from './space-lines.ts';

export interface Hold {
  readonly stepIndex: number;
  readonly keyframe: string;
  readonly breaths: number;
  readonly pace: BreathPace;
  /** The first on arrival; the later ones are left out when they don't fit. */
  readonly lines: readonly Spoken[];
}

/** A span of so many breaths in one keyframe. */
export function layHold(score: Score, { stepIndex, keyframe, breaths, pace, lines }: Hold): void {
  const lengthMs = breaths * toMs(pace.inS + pace.outS);
  score.addSpan({ kind: 'hold', lengthMs, stepIndex, motion: { kind: 'still', keyframe } });
  score.addBreaths(pace, breaths);
  for (const { startMs, ...line } of spaceLines(lines, lengthMs)) {
    score.addLine({ ...line, atMs: startMs, purpose: 'guide' });
  }
}
