import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zeroBetween } from '../src/zero-between.ts';

const anyZero = fc.double({ min: -5, max: 5, noNaN: true });

describe('where a falling function crosses zero', () => {
  it('is found to a billionth of the interval, however steep it falls', () => {
    fc.assert(
      fc.property(anyZero, fc.double({ min: 0.01, max: 100, noNaN: true }), (zero, steepness) => {
        expect(zeroBetween(-6, 7, (at) => Math.atan(steepness * (zero - at)))).toBeCloseTo(zero, 9);
      }),
    );
  });

  it('is the nearer end when it lies beyond', () => {
    fc.assert(
      fc.property(anyZero, (zero) => {
        expect(zeroBetween(6, 8, (at) => zero - at)).toBeCloseTo(6, 9);
        expect(zeroBetween(-8, -6, (at) => zero - at)).toBeCloseTo(-6, 9);
      }),
    );
  });
});
