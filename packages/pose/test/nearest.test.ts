import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearestFirst } from '../src/nearest.ts';

const word = fc.string({ maxLength: 8 });

describe('the distance between two names', () => {
  it('is a distance: nothing only for the same, the same both ways, and never longer by a third', () => {
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });

  it('lies between the difference in length and the longer length', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('puts the name that was meant first and keeps all of them', () => {
    expect(nearestFirst('kne.flexion', ['hip.flexion', 'elbow.flexion', 'knee.flexion'])).toEqual([
      'knee.flexion',
      'hip.flexion',
      'elbow.flexion',
    ]);
  });
});
