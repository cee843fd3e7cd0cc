import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClock } from '../src/lib/clock/clock.ts';

describe('a session clock', () => {
  test('at rate 1 shows the time that has passed', () => {
    let realMs = 5000;
    const clock = createClock(
      () => realMs,
      () => 1,
    );
    const startMs = clock.nowMs();
    realMs += 1234;
    expect(clock.nowMs() - startMs).toBe(1234);
  });

  test('never goes back and never re-counts time when its rate changes', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ stepMs: fc.nat(1000), rate: fc.nat(100) })), (stretches) => {
        let realMs = 0;
        let rate = 1;
        const clock = createClock(
          () => realMs,
          () => rate,
        );
        let expectedMs = clock.nowMs();
        for (const stretch of stretches) {
          rate = stretch.rate;
          realMs += stretch.stepMs;
          expectedMs += stretch.stepMs * rate;
          expect(clock.nowMs()).toBe(expectedMs);
        }
      }),
    );
  });

  test('stands still while its source goes back', () => {
    let realMs = 100;
    const clock = createClock(
      () => realMs,
      () => 1,
    );
    realMs = 40;
    expect(clock.nowMs()).toBe(100);
  });
});
