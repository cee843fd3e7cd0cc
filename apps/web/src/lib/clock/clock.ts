import { testHook } from './test-hook.ts';

/** Session time in milliseconds: never goes back; its zero means nothing. */
export interface Clock {
  nowMs(): number;
  /** How fast it runs beside real time: 1, except in tests. */
  rate(): number;
}

/**
 * A clock that runs `rate()` times as fast as `realNowMs` (a monotonic source). The rate may change while it runs:
 * time already passed is never re-counted.
 *
 * @internal Apart from the browser's own clock below, only tests make one.
 */
export function createClock(realNowMs: () => number, rate: () => number): Clock {
  let lastRealMs = realNowMs();
  let nowMs = lastRealMs;
  return {
    nowMs() {
      const realMs = realNowMs();
      nowMs += Math.max(0, realMs - lastRealMs) * rate();
      lastRealMs = realMs;
      return nowMs;
    },
    rate,
  };
}

export function browserClock(): Clock {
  return createClock(
    () => performance.now(),
    () => testHook().clockRate ?? 1,
  );
}
