import type { SessionEffect } from './effect.ts';
import type { SessionState } from './session-state.ts';

export interface Outcome {
  readonly state: SessionState;
  readonly effects: readonly SessionEffect[];
}

export function unchanged(state: SessionState): Outcome {
  return { state, effects: [] };
}

/** One change after the other; effects in the same order. */
export function inTurn(state: SessionState, ...changes: readonly ((state: SessionState) => Outcome)[]): Outcome {
  let current = state;
  const effects: SessionEffect[] = [];
  for (const change of changes) {
    const outcome = change(current);
    current = outcome.state;
    effects.push(...outcome.effects);
  }
  return { state: current, effects };
}
