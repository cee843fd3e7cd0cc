import type { Doing, Side } from '@sacra/pose';

/** An ordered, timed document of steps: what is played, saved and shared. */
export interface Practice {
  readonly format: 'sacra.practice';
  readonly version: 1;
  readonly id: string;
  readonly title: string;
  readonly steps: readonly Step[];
  readonly breath: BreathPace;
  readonly catCowBreath: CatCowBreath;
  /** Keyframe key in which the person arrives, e.g. `tabletop`. */
  readonly opensIn: string;
  /** Keyframe key in which the practice leaves the person; one with a side only where its last step rests there. */
  readonly closesIn: string;
}

/** A pose with its variation, sides and breaths. */
export interface Step {
  /** Unique within the practice. */
  readonly id: string;
  readonly pose: string;
  /** Id of one of the pose's variations; null for the pose as it is. */
  readonly variation: string | null;
  readonly sides: StepSides;
  /** Breaths in the pose, on each side; for a pose that moves with the breath, rounds. Whole, within the pose's own range. */
  readonly breaths: number;
}

/** One side alone is for resting on it. */
export type StepSides = readonly ['both'] | readonly ['right', 'left'] | readonly [Side];

/** The leading side of one performance of a step; `both` for a pose without sides. */
export type StepSide = Side | 'both';

/** Seconds of one breath: in 2 … 8, out 2 … 10. */
export interface BreathPace {
  readonly inS: number;
  readonly outS: number;
}

/** Which half of the breath goes with which half of Cat/Cow. Most teach the breath in to Cow. */
export type CatCowBreath = 'in-to-cow' | 'in-to-cat';

export const defaultBreath: BreathPace = { inS: 4, outS: 6 };

/** What "several" means when nobody says otherwise. */
export const defaultBreaths = 5;

export const breathLimits = { inS: { min: 2, max: 8 }, outS: { min: 2, max: 10 } } as const;

/** How much a document may hold. Lengths are in characters (code points). */
export const practiceLimits = { steps: 100, titleLength: 120, nameLength: 100 } as const;

/** Seconds that one step's holding lasts on one side. */
export function holdSeconds(step: Step, breath: BreathPace): number {
  return step.breaths * (breath.inS + breath.outS);
}

/** Minutes as a person would say them: whole, and one at least. */
export function wholeMinutes(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}

/** The keyframe in which a step is entered and left. */
export function entryOf(doing: Doing): string {
  return doing.kind === 'hold' ? doing.keyframe : doing.home;
}
