import type { Bell } from '@sacra/practice';
import type { SessionSnapshot } from './snapshot.ts';

/** What the app is asked to do, in order. */
export type SessionEffect =
  | {
      readonly type: 'say';
      readonly cueId: string;
      /** Another number each time something is said, also when a line is repeated. */
      readonly utterance: number;
      readonly text: string;
      /** False when the voice is turned off: show the caption only. */
      readonly aloud: boolean;
    }
  | { readonly type: 'cancel-speech' }
  | { readonly type: 'bell'; readonly cueId: string; readonly bell: Bell }
  | { readonly type: 'keep-awake'; readonly on: boolean }
  | { readonly type: 'save-progress'; readonly snapshot: SessionSnapshot }
  /** The clock leapt: blend the figure rather than jump. */
  | { readonly type: 'leapt'; readonly fromS: number; readonly toS: number }
  /** Over, by itself or by the person. Saved progress is no longer needed. */
  | { readonly type: 'finished'; readonly summary: SessionSummary };

/** What the diary wants to know. */
export interface SessionSummary {
  /** The practice came to its own end. */
  readonly completed: boolean;
  /** Ids of the timed steps (`pigeon@right`) of which at least half the holding was done, in order. */
  readonly stepsDone: readonly string[];
  readonly stepsPlanned: number;
  /** Seconds of the practice that were played. */
  readonly secondsPractised: number;
  /** `nowMs` of the start. */
  readonly startedAtMs: number | null;
}
