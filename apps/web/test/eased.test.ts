import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Eased } from '../src/lib/figure/eased.ts';

const value = fc.double({ min: -10, max: 10, noNaN: true });
const moment = fc.double({ min: 0, max: 1e5, noNaN: true });
const seconds = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 10, noNaN: true }));

describe('a number on its way', () => {
  it('is at every moment, even one before it set out, between where it was and where it goes', () => {
    fc.assert(
      fc.property(value, value, seconds, moment, moment, (from, to, lasts, setOutMs, askedMs) => {
        const eased = new Eased(from);
        eased.aim(to, lasts, setOutMs);
        const now = eased.at(askedMs);
        expect(now).toBeGreaterThanOrEqual(Math.min(from, to) - 1e-9);
        expect(now).toBeLessThanOrEqual(Math.max(from, to) + 1e-9);
      }),
    );
  });

  it('has arrived when its time has passed, and at once when it has none', () => {
    fc.assert(
      fc.property(value, value, seconds, moment, moment, (from, to, lasts, setOutMs, askedMs) => {
        const eased = new Eased(from);
        eased.aim(to, lasts, setOutMs);
        const hasArrived = lasts === 0 || askedMs >= setOutMs + 1000 * lasts;
        expect(eased.isMoving(askedMs)).toBe(!hasArrived);
        if (hasArrived) expect(eased.at(askedMs)).toBe(to);
      }),
    );
  });
});
