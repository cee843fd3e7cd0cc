import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compose,
  distance,
  identityTransform,
  invert,
  transformPoint,
  untransformPoint,
  type RigidTransform,
} from '../src/index.ts';
import { anyRotation, anyVec3, gap } from './arbitraries.ts';

const anyTransform: fc.Arbitrary<RigidTransform> = fc
  .tuple(anyRotation, anyVec3)
  .map(([rotation, translationM]) => ({ rotation, translationM }));

test('composing applies the inner transform first', () => {
  fc.assert(
    fc.property(anyTransform, anyTransform, anyVec3, (outer, inner, p) => {
      const both = transformPoint(compose(outer, inner), p);
      expect(gap(both, transformPoint(outer, transformPoint(inner, p)))).toBeLessThan(1e-9);
    }),
  );
});

test('a transform and its inverse cancel on either side', () => {
  fc.assert(
    fc.property(anyTransform, anyVec3, (t, p) => {
      expect(gap(transformPoint(compose(t, invert(t)), p), p)).toBeLessThan(1e-9);
      expect(gap(transformPoint(compose(invert(t), t), p), p)).toBeLessThan(1e-9);
      expect(gap(untransformPoint(t, transformPoint(t, p)), p)).toBeLessThan(1e-9);
    }),
  );
});

test('rigid: distances stay, and the identity changes nothing', () => {
  fc.assert(
    fc.property(anyTransform, anyVec3, anyVec3, (t, p, q) => {
      expect(distance(transformPoint(t, p), transformPoint(t, q))).toBeCloseTo(distance(p, q), 9);
      expect(transformPoint(identityTransform, p)).toEqual(p.map((x) => x + 0));
    }),
  );
});
