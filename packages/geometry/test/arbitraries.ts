import fc from 'fast-check';
import { norm, normalise, quatNormalise, type Quaternion, type Vec3 } from '../src/index.ts';

const coordinate = fc.double({ min: -10, max: 10, noNaN: true });

export const anyVec3: fc.Arbitrary<Vec3> = fc.tuple(coordinate, coordinate, coordinate);

export const anyDirection: fc.Arbitrary<Vec3> = anyVec3.filter((v) => norm(v) > 1e-3).map(normalise);

export const anyRotation: fc.Arbitrary<Quaternion> = fc
  .tuple(coordinate, coordinate, coordinate, coordinate)
  .filter((q) => Math.hypot(...q) > 1e-3)
  .map(quatNormalise);

/** A rotation vector shorter than a half turn, down to tiny ones. */
export const anyRotationVector: fc.Arbitrary<Vec3> = fc
  .tuple(
    anyDirection,
    fc.oneof(fc.double({ min: 0, max: 3.14, noNaN: true }), fc.double({ min: 0, max: 1e-6, noNaN: true })),
  )
  .map(([axis, angle]) => [axis[0] * angle, axis[1] * angle, axis[2] * angle]);

/** The largest difference between two lists of numbers. */
export function gap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`lengths differ: ${a.length} and ${b.length}`);
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]! - b[i]!));
  return largest;
}
