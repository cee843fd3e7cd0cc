import type { Barring, Choice } from '@sacra/safety';
import type { Practice } from '../practice.ts';

/** What became of a step for a person, and why. `step` is its id, which it keeps. */
export type StepChange =
  | { readonly step: string; readonly kind: 'replaced'; readonly by: Choice; readonly because: readonly Barring[] }
  /**
   * Nothing stands in, or the way there leads past what is barred. `because` is empty where it can't be done with what is at hand. `couldBe`
   * would stand in, but one would get up from the floor for it and down again.
   */
  | {
      readonly step: string;
      readonly kind: 'left-out';
      readonly because: readonly Barring[];
      readonly couldBe?: Choice;
    }
  /** it comes out as the step before it, which takes its time as far as its pose bears that */
  | { readonly step: string; readonly kind: 'joined'; readonly to: string; readonly because: readonly Barring[] };

/** A practice as a person may play it. */
export type Adapted =
  | {
      readonly kind: 'practice';
      readonly practice: Practice;
      /** in the order of the steps; a step that isn't here is done as it was, with `holds` */
      readonly changes: readonly StepChange[];
      /** set where holds last a share of their time */
      readonly holds?: { readonly share: number; readonly becauseOf: readonly string[] };
    }
  /** no step may be played: `changes` says of each why */
  | { readonly kind: 'nothing-left'; readonly changes: readonly StepChange[] };
