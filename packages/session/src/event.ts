/**
 * What happens to a session. `nowMs`, handed in beside every event, is a clock that runs evenly; the length of a tick is the
 * difference to the event before.
 */
export type SessionEvent =
  | { readonly type: 'start' }
  /** Time has passed. Send often, 10 times a second or more; a silence of more than {@link longestTickMs} counts as a pause. */
  | { readonly type: 'tick' }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** To the next step. */
  | { readonly type: 'forward' }
  /** To the start of this step, or within its first {@link backAgainS} seconds to the one before. */
  | { readonly type: 'back' }
  /** This again: in a hold its holding from the first breath, else the step from its announcement. */
  | { readonly type: 'repeat' }
  /** To a second. Inside an announcement or movement: to the start of that announcement, so that no movement comes unspoken. */
  | { readonly type: 'seek'; readonly toS: number }
  /** The person ends it here. */
  | { readonly type: 'end' }
  /** From the voice. `utterance` is the one of the `say` effect; events about any other utterance are ignored. */
  | { readonly type: 'speech-started'; readonly utterance: number }
  | { readonly type: 'speech-ended'; readonly utterance: number }
  /** The device could not speak it, for whatever reason. A cancelled utterance may report either. */
  | { readonly type: 'speech-failed'; readonly utterance: number }
  /** The person turns the voice on or off. */
  | { readonly type: 'voice'; readonly on: boolean }
  | { readonly type: 'visibility-changed'; readonly visible: boolean };

/** A longer silence between events means that the device slept or the page lay in the background. */
export const longestTickMs = 2000;

export const backAgainS = 3;
