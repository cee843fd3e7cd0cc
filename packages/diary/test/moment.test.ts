import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantMs, localDay, momentAt } from '../src/index.ts';

it('a moment keeps the instant, to the second, and shows the person’s own day', () => {
  const quarters = fc.integer({ min: -48, max: 56 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), quarters, (epochMs, quarter) => {
      const text = momentAt(epochMs, quarter * 15);
      expect(instantMs(text)).toBe(Math.floor(epochMs / 1000) * 1000);
      expect(localDay(text)).toBe(new Date(epochMs + quarter * 15 * 60_000).toISOString().slice(0, 10));
    }),
  );
});

it('is written as the clock on the wall shows it', () => {
  expect(momentAt(Date.UTC(2026, 2, 1, 6, 30), 60)).toBe('2026-03-01T07:30:00+01:00');
  expect(momentAt(Date.UTC(2026, 2, 1, 0, 30), -210)).toBe('2026-02-28T21:00:00-03:30');
});
