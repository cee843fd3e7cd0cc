import fc from 'fast-check';
import { expect, test } from 'vitest';
import { degrees, degToRad, radians, radToDeg, wrapAngle } from '../src/index.ts';

test('half a turn is 180 degrees, and converting there and back changes nothing', () => {
  expect(degToRad(degrees(180))).toBeCloseTo(Math.PI, 15);
  fc.assert(
    fc.property(fc.double({ min: -720, max: 720, noNaN: true }), (angle) => {
      expect(radToDeg(degToRad(degrees(angle)))).toBeCloseTo(angle, 10);
    }),
  );
});

test('a wrapped angle points the same way and lies in (−π, π]', () => {
  fc.assert(
    fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (angle) => {
      const wrapped = wrapAngle(radians(angle));
      expect(Math.cos(wrapped)).toBeCloseTo(Math.cos(angle), 9);
      expect(Math.sin(wrapped)).toBeCloseTo(Math.sin(angle), 9);
      expect(wrapped).toBeGreaterThan(-Math.PI);
      expect(wrapped).toBeLessThanOrEqual(Math.PI);
    }),
  );
});

test('units do not mix', () => {
  // @ts-expect-error degrees are not radians
  expect(radToDeg(degrees(1))).toBeDefined();
});
