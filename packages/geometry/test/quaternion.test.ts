import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cross,
  dot,
  mirror,
  norm,
  quatAngle,
  quatBetween,
  quatConjugate,
  quatDot,
  quatExp,
  quatFromAxisAngle,
  quatIdentity,
  quatInHemisphereOf,
  quatLog,
  quatMirror,
  quatMultiply,
  quatRotate,
  quatRotateInverse,
  quatSlerp,
  scale,
  type Vec3,
} from '../src/index.ts';
import { anyDirection, anyRotation, anyRotationVector, anyVec3, gap } from './arbitraries.ts';

test('rotations form a group: closed, associative, with identity and inverse', () => {
  fc.assert(
    fc.property(anyRotation, anyRotation, anyRotation, (a, b, c) => {
      expect(Math.hypot(...quatMultiply(a, b))).toBeCloseTo(1, 12);
      expect(gap(quatMultiply(quatMultiply(a, b), c), quatMultiply(a, quatMultiply(b, c)))).toBeLessThan(1e-12);
      expect(gap(quatMultiply(a, quatIdentity), a)).toBe(0);
      expect(gap(quatMultiply(a, quatConjugate(a)), quatIdentity)).toBeLessThan(1e-12);
    }),
  );
});

test('a product turns by its right factor first', () => {
  fc.assert(
    fc.property(anyRotation, anyRotation, anyVec3, (a, b, v) => {
      expect(gap(quatRotate(quatMultiply(a, b), v), quatRotate(a, quatRotate(b, v)))).toBeLessThan(1e-10);
    }),
  );
});

test('turning keeps lengths, angles and handedness, and can be undone', () => {
  fc.assert(
    fc.property(anyRotation, anyVec3, anyVec3, (q, u, v) => {
      expect(dot(quatRotate(q, u), quatRotate(q, v))).toBeCloseTo(dot(u, v), 9);
      expect(gap(cross(quatRotate(q, u), quatRotate(q, v)), quatRotate(q, cross(u, v)))).toBeLessThan(1e-9);
      expect(gap(quatRotateInverse(q, quatRotate(q, u)), u)).toBeLessThan(1e-10);
    }),
  );
});

test('a quarter turn about z takes x to y', () => {
  expect(gap(quatRotate(quatFromAxisAngle([0, 0, 1], Math.PI / 2), [1, 0, 0]), [0, 1, 0])).toBeLessThan(1e-15);
});

test('log undoes exp for every turn shorter than a half turn', () => {
  fc.assert(
    fc.property(anyRotationVector, (v) => {
      expect(gap(quatLog(quatExp(v)), v)).toBeLessThan(1e-9);
    }),
  );
});

test('exp undoes log, and a quaternion and its negative have one log', () => {
  fc.assert(
    fc.property(anyRotation, (q) => {
      expect(Math.abs(quatDot(quatExp(quatLog(q)), q))).toBeCloseTo(1, 12);
      expect(norm(quatLog(q))).toBeLessThanOrEqual(Math.PI + 1e-12);
      if (Math.abs(q[0]) > 1e-9) expect(gap(quatLog([-q[0], -q[1], -q[2], -q[3]]), quatLog(q))).toBeLessThan(1e-12);
    }),
  );
});

test('exp agrees with axis and angle', () => {
  fc.assert(
    fc.property(anyDirection, fc.double({ min: 0, max: 6, noNaN: true }), (axis, angle) => {
      expect(gap(quatExp(scale(axis, angle)), quatFromAxisAngle(axis, angle))).toBeLessThan(1e-12);
    }),
  );
});

test('between takes one direction to the other by the smallest turn', () => {
  fc.assert(
    fc.property(anyDirection, anyDirection, (from, to) => {
      const q = quatBetween(from, to);
      expect(gap(quatRotate(q, from), to)).toBeLessThan(1e-7);
      const angle = Math.atan2(norm(cross(from, to)), dot(from, to));
      expect(quatAngle(quatIdentity, q)).toBeCloseTo(angle, 6);
    }),
  );
});

test('between nearly opposite directions is no less exact', () => {
  const [from, to]: [Vec3, Vec3] = [
    [Math.cos(1.07e-6), 0, -Math.sin(1.07e-6)],
    [-1, 0, 0],
  ];
  expect(gap(quatRotate(quatBetween(from, to), from), to)).toBeLessThan(1e-9);
});

test('between opposite directions is a half turn', () => {
  fc.assert(
    fc.property(anyDirection, (from) => {
      const q = quatBetween(from, scale(from, -1));
      expect(gap(quatRotate(q, from), scale(from, -1))).toBeLessThan(1e-9);
    }),
  );
});

test('slerp starts and ends at its ends and turns at an even speed', () => {
  fc.assert(
    fc.property(anyRotation, anyRotation, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, t) => {
      fc.pre(quatAngle(a, b) < 3.1);
      expect(gap(quatSlerp(a, b, 0), a)).toBeLessThan(1e-12);
      expect(Math.abs(quatDot(quatSlerp(a, b, 1), b))).toBeCloseTo(1, 10);
      expect(quatAngle(a, quatSlerp(a, b, t))).toBeCloseTo(t * quatAngle(a, b), 8);
    }),
  );
});

test('the mirrored turn does to the mirrored direction what the turn does', () => {
  fc.assert(
    fc.property(anyRotation, anyVec3, (q, v) => {
      expect(gap(quatRotate(quatMirror(q), mirror(v)), mirror(quatRotate(q, v)))).toBeLessThan(1e-12);
    }),
  );
});

test('the hemisphere rule gives the same turn with a non-negative product', () => {
  fc.assert(
    fc.property(anyRotation, anyRotation, anyVec3, (q, reference, v) => {
      const same = quatInHemisphereOf(q, reference);
      expect(quatDot(same, reference)).toBeGreaterThanOrEqual(0);
      expect(gap(quatRotate(same, v), quatRotate(q, v))).toBeLessThan(1e-12);
    }),
  );
});
