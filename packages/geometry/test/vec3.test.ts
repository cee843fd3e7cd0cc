import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, cross, dot, mirror, mix, norm, normalise, perpendicular, scale, subtract } from '../src/index.ts';
import { anyDirection, anyVec3, gap } from './arbitraries.ts';

test('the cross product is right-handed, at right angles to both and as long as the parallelogram is large', () => {
  expect(cross([1, 0, 0], [0, 1, 0])).toEqual([0, 0, 1]);
  fc.assert(
    fc.property(anyVec3, anyVec3, (a, b) => {
      const c = cross(a, b);
      expect(dot(c, a)).toBeCloseTo(0, 9);
      expect(dot(c, b)).toBeCloseTo(0, 9);
      expect(dot(c, c)).toBeCloseTo(dot(a, a) * dot(b, b) - dot(a, b) ** 2, 6);
    }),
  );
});

test('mix is at its ends at 0 and 1 and subtract undoes add', () => {
  fc.assert(
    fc.property(anyVec3, anyVec3, (a, b) => {
      expect(gap(mix(a, b, 0), a)).toBe(0);
      expect(gap(mix(a, b, 1), b)).toBeLessThan(1e-12);
      expect(gap(subtract(add(a, b), b), a)).toBeLessThan(1e-12);
    }),
  );
});

test('a perpendicular is a unit vector at a right angle', () => {
  fc.assert(
    fc.property(anyDirection, (a) => {
      expect(norm(perpendicular(a))).toBeCloseTo(1, 12);
      expect(dot(perpendicular(a), a)).toBeCloseTo(0, 12);
    }),
  );
});

test('mirroring twice changes nothing and turns the cross product over', () => {
  fc.assert(
    fc.property(anyVec3, anyVec3, (a, b) => {
      expect(mirror(mirror(a))).toEqual(a);
      expect(gap(cross(mirror(a), mirror(b)), scale(mirror(cross(a, b)), -1))).toBeLessThan(1e-12);
    }),
  );
});

test('the zero vector has no direction', () => {
  expect(() => normalise([0, 0, 0])).toThrow(/no direction/);
});
