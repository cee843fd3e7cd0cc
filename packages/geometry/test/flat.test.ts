import fc from 'fast-check';
import { expect, test } from 'vitest';
import { multiplyRight, quatExp, quatMultiply, quatRotate, rotateInto, turnBy } from '../src/index.ts';
import { anyRotation, anyRotationVector, anyVec3, gap } from './arbitraries.ts';

test('the flat variants agree with the plain ones and leave the neighbours alone', () => {
  fc.assert(
    fc.property(anyRotation, anyRotation, anyVec3, anyRotationVector, (a, b, v, turn) => {
      const out = new Float64Array(5).fill(7);
      rotateInto([9, ...a], 1, v[0], v[1], v[2], out, 1);
      expect(gap(out, [7, ...quatRotate(a, v), 7])).toBeLessThan(1e-12);

      const product = Float64Array.of(7, ...a, 7);
      multiplyRight(product, 1, b[0], b[1], b[2], b[3]);
      expect(gap(product, [7, ...quatMultiply(a, b), 7])).toBeLessThan(1e-12);

      const turned = Float64Array.of(7, ...a, 7);
      turnBy(turned, 1, turn[0], turn[1], turn[2]);
      expect(gap(turned, [7, ...quatMultiply(a, quatExp(turn)), 7])).toBeLessThan(1e-12);
    }),
  );
});
