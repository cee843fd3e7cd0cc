import type { Side } from '@sacra/pose';
import type { StepSide } from './practice.ts';

/**
 * A stretch of the timeline. `arrive`: opening words · `announce`: still in the former keyframe while the coming movement is
 * spoken · `move`: a way being gone · `hold`: breathing in a still keyframe · `cycle`: moving with the breath · `end`: closing words.
 */
export type SpanKind = 'arrive' | 'announce' | 'move' | 'hold' | 'cycle' | 'end';

export interface Span {
  readonly kind: SpanKind;
  readonly startS: number;
  readonly endS: number;
  /** Index into `timeline.steps` of the step it leads to or belongs to; null for arriving, the way to the close, and the end. */
  readonly stepIndex: number | null;
  readonly motion: Motion;
}

/** What the figure does during a span. Keyframes are named by their key, e.g. `pigeon/fold@right`. */
export type Motion =
  | { readonly kind: 'still'; readonly keyframe: string }
  | { readonly kind: 'way'; readonly way: DirectedWay }
  | {
      readonly kind: 'cycle';
      /** The keyframe in which the cycle begins and ends. */
      readonly home: string;
      /** One movement after the other, without gaps, over the whole span. Times are timeline seconds. */
      readonly movements: readonly TimedWay[];
    };

/** A way gone in one direction with one side leading. */
export interface DirectedWay {
  /** Id of the way in the catalogue and of its clip in the atlas, which is written for the right side leading. */
  readonly way: string;
  /** The clip is played from its end to its start. */
  readonly reverse: boolean;
  /** `left`: the clip is shown mirrored. */
  readonly side: Side;
  readonly from: string;
  readonly to: string;
}

export interface TimedWay extends DirectedWay {
  readonly startS: number;
  readonly endS: number;
}

/** One step on one side, in the order of playing. */
export interface TimedStep {
  /** `<step id>` or `<step id>@<side>`; unique in the timeline. */
  readonly id: string;
  readonly stepId: string;
  readonly pose: string;
  readonly variation: string | null;
  readonly side: StepSide;
  /** The keyframe that is held; in a cycle the one it begins and ends in. */
  readonly keyframe: string;
  /** What it is called on the screen, e.g. "Pigeon", and its variation, e.g. "Fold forward". */
  readonly title: string;
  readonly variationName: string | null;
  /** The one short line on the screen, for this side. */
  readonly instruction: string;
  /** What is counted, and how many. */
  readonly counted: 'breaths' | 'rounds';
  readonly breaths: number;
  /** From its announcement … */
  readonly startS: number;
  /** … through the pose reached … */
  readonly holdStartS: number;
  /** … to the last breath. */
  readonly endS: number;
}
