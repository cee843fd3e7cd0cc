import type { Catalogue } from '@sacra/pose';
import { cycleLines, type CycleMovement } from './cycle-lines.ts';
import { directWay } from './direct-way.ts';
import type { Spoken } from './lay-transition.ts';
import type { BreathPace } from './practice.ts';
import { toMs, type Score } from './score.ts';
import type { TimedWay } from './span.ts';

export interface CycleToLay {
  readonly stepIndex: number;
  readonly breaths: number;
  readonly pace: BreathPace;
  readonly home: string;
  /** What is reached in the first half of a round, with the breath in, and in the second, with the breath out. */
  readonly halves: { readonly in: CycleHalf; readonly out: CycleHalf };
  /** Both halves of a round take half a breath, whatever the breath in and out take. */
  readonly evenHalves: boolean;
  readonly guidance: readonly Spoken[];
  /** Said towards the end of the last round, before the figure comes back home; null when it has been said already. */
  readonly lastLine: Spoken | null;
}

export interface CycleHalf {
  readonly keyframe: string;
  /** What could be said as the movement begins: line n in round n. */
  readonly lines: readonly Spoken[];
}

/** A span of so many rounds, one breath each, and the movement back home. */
export function layCycle(score: Score, catalogue: Catalogue, cycle: CycleToLay): void {
  const { stepIndex, breaths, pace, home, halves } = cycle;
  const roundMs = toMs(pace.inS + pace.outS);
  const firstHalfMs = cycle.evenHalves ? Math.round(roundMs / 2) : toMs(pace.inS);

  const ways: TimedWay[] = [];
  const spoken: CycleMovement[] = [];
  let at = home;
  const moveTo = (keyframe: string, startMs: number, lengthMs: number): void => {
    ways.push({ ...wayBetween(catalogue, at, keyframe), startS: startMs / 1000, endS: (startMs + lengthMs) / 1000 });
    at = keyframe;
  };
  for (let round = 0; round < breaths; round++) {
    const [inAtMs, outAtMs, outMs] = [round * roundMs, round * roundMs + firstHalfMs, roundMs - firstHalfMs];
    moveTo(halves.in.keyframe, inAtMs, firstHalfMs);
    moveTo(halves.out.keyframe, outAtMs, outMs);
    spoken.push({ startMs: inAtMs, lengthMs: firstHalfMs, round, lines: halves.in.lines });
    spoken.push({ startMs: outAtMs, lengthMs: outMs, round, lines: halves.out.lines });
  }
  const cycleMs = breaths * roundMs;
  const homeMs = toMs(pace.inS);
  moveTo(home, cycleMs, homeMs);

  score.addSpan({
    ...{ kind: 'cycle', lengthMs: cycleMs + homeMs, stepIndex },
    motion: { kind: 'cycle', home, movements: ways },
  });
  score.addBreaths(pace, breaths);
  for (const line of cycleLines(spoken, cycle.guidance, cycle.lastLine, cycleMs)) score.addLine(line);
}

function wayBetween(catalogue: Catalogue, from: string, to: string): Omit<TimedWay, 'startS' | 'endS'> {
  const leg = directWay(catalogue, from, to);
  if (leg === undefined) throw new Error(`A cycle moves from "${from}" to "${to}", but no way leads straight there.`);
  const { way, reverse, side } = leg;
  return { way, reverse, side, from, to };
}
