import type { Breath } from './breath.ts';
import type { Bell, Cue, SayCue } from './cue.ts';
import type { BreathPace } from './practice.ts';
import type { Motion, Span, SpanKind } from './span.ts';

/**
 * A timeline while it is being written, from the first second to the last. Times are whole milliseconds, so that sums are exact
 * and both sides of a step come out equal.
 */
export interface Score {
  /** Where the last span ends. */
  readonly endMs: () => number;
  /** Adds a span at the end. */
  readonly addSpan: (span: NewSpan) => void;
  /** Adds a line to the span written last; `atMs` counts from that span's start. */
  readonly addLine: (line: NewLine) => void;
  /** Adds a bell to the span written last; no words for `lengthMs` after it. */
  readonly addBell: (bell: { readonly bell: Bell; readonly atMs: number; readonly lengthMs: number }) => void;
  /** Adds `rounds` breaths from the start of the span written last. */
  readonly addBreaths: (pace: BreathPace, rounds: number) => void;
  readonly parts: () => { readonly spans: Span[]; readonly cues: Cue[]; readonly breaths: Breath[] };
}

interface NewSpan {
  readonly kind: SpanKind;
  readonly lengthMs: number;
  readonly stepIndex: number | null;
  /** A motion whose movements, if any, count their seconds from the span's start. */
  readonly motion: Motion;
}

export interface NewLine {
  readonly text: string;
  readonly atMs: number;
  readonly lengthMs: number;
  readonly purpose: SayCue['purpose'];
}

export function createScore(): Score {
  const spans: Span[] = [];
  const cues: Cue[] = [];
  const breaths: Breath[] = [];
  let startMs = 0;
  let endMs = 0;

  const place = (): { readonly spanIndex: number; readonly stepIndex: number | null } => {
    const span = spans.at(-1);
    if (span === undefined) throw new Error('A line, bell or breath needs a span to stand in; add the span first.');
    return { spanIndex: spans.length - 1, stepIndex: span.stepIndex };
  };

  const addCue = (cue: Cue): void => {
    const before = cues.at(-1);
    if (before !== undefined && cue.startS < before.endS) {
      throw new Error(
        `Cue "${cue.id}" would start at ${cue.startS} s, before "${before.id}" ends at ${before.endS} s.`,
      );
    }
    if (cue.endS > toSeconds(endMs)) {
      throw new Error(`Cue "${cue.id}" would end at ${cue.endS} s, after its span ends at ${toSeconds(endMs)} s.`);
    }
    cues.push(cue);
  };

  return {
    endMs: () => endMs,
    addSpan: ({ kind, lengthMs, stepIndex, motion }) => {
      startMs = endMs;
      endMs += Math.round(lengthMs);
      spans.push({
        kind,
        startS: toSeconds(startMs),
        endS: toSeconds(endMs),
        stepIndex,
        motion: motion.kind === 'cycle' ? shiftMovements(motion, startMs) : motion,
      });
    },
    addLine: ({ text, atMs, lengthMs, purpose }) => {
      addCue({
        kind: 'say',
        id: `${cues.length}-${purpose}`,
        startS: toSeconds(startMs + atMs),
        endS: toSeconds(startMs + atMs + lengthMs),
        text,
        captionText: text,
        purpose,
        ...place(),
      });
    },
    addBell: ({ bell, atMs, lengthMs }) => {
      const [fromMs, toMs] = [startMs + atMs, startMs + atMs + lengthMs];
      addCue({
        ...{ kind: 'bell', id: `${cues.length}-bell-${bell}`, bell },
        ...{ startS: toSeconds(fromMs), endS: toSeconds(toMs) },
        ...place(),
      });
    },
    addBreaths: (pace, rounds) => {
      const { stepIndex } = place();
      if (stepIndex === null) throw new Error('Breaths are counted in a step; this span belongs to none.');
      const [inMs, roundMs] = [toMs(pace.inS), toMs(pace.inS + pace.outS)];
      for (let index = 0; index < rounds; index++) {
        const fromMs = startMs + index * roundMs;
        breaths.push({
          startS: toSeconds(fromMs),
          turnS: toSeconds(fromMs + inMs),
          endS: toSeconds(fromMs + roundMs),
          round: index + 1,
          rounds,
          stepIndex,
        });
      }
    },
    parts: () => ({ spans, cues, breaths }),
  };
}

export function toMs(seconds: number): number {
  return Math.round(seconds * 1000);
}

function toSeconds(ms: number): number {
  return Math.round(ms) / 1000;
}

function shiftMovements(motion: Motion & { kind: 'cycle' }, byMs: number): Motion {
  const movements = motion.movements.map((movement) => ({
    ...movement,
    startS: toSeconds(toMs(movement.startS) + byMs),
    endS: toSeconds(toMs(movement.endS) + byMs),
  }));
  return { ...motion, movements };
}
