export type { SessionEffect, SessionSummary } from './effect.ts';
export { backAgainS, longestTickMs, type SessionEvent } from './event.ts';
export type { Outcome } from './outcome.ts';
export { receive } from './session.ts';
export {
  createSession,
  isOver,
  isRunning,
  type SessionPhase,
  type SessionState,
  type Speaking,
  type Voice,
} from './session-state.ts';
export { restore, serialise, type RestoreResult, type SessionSnapshot } from './snapshot.ts';
export { summarise } from './summary.ts';
