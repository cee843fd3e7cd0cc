import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelReached, type PastSession } from '../../src/index.ts';

const session = (painAfter0to10: number | null): PastSession => ({ done: [], painAfter0to10 });
const pain = fc.option(fc.integer({ min: 0, max: 10 }));

describe('the level that sessions have led to', () => {
  it('rises by one for every three that went well', () => {
    const after = (...pains: (number | null)[]) => levelReached(pains.map(session));
    expect(after()).toBe('starter');
    expect(after(3, 3)).toBe('starter');
    expect(after(1, 4, 2, 3)).toBe('steady');
    expect(after(0, 0, 0, 3, 3, 3)).toBe('full');
    expect(after(null, null, null, null)).toBe('starter');
  });

  it('starts again after two hard ones in a row, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(pain), fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }), (before, since) => {
        const sessions = [...since, 6, 6, ...before].map(session);
        expect(levelReached(sessions)).toBe('starter');
      }),
    );
  });

  it('never falls by one more that went well', () => {
    const order = ['starter', 'steady', 'full'];
    fc.assert(
      fc.property(fc.array(pain), (pains) => {
        const [now, then] = [levelReached(pains.map(session)), levelReached([0, ...pains].map(session))];
        expect(order.indexOf(then)).toBeGreaterThanOrEqual(order.indexOf(now));
      }),
    );
  });
});
