import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShadowDrift, UNSEEN_LAG_M } from '../src/lib/figure/shadow-drift.ts';

const lamp = Float32Array.from([0.2, 0, 1]);
const drawn = (capsules: Float32Array): ShadowDrift => {
  const drift = new ShadowDrift();
  drift.drawn(capsules, lamp);
  return drift;
};

describe('shadows that lag behind', () => {
  it('are drawn before anything else, and again after something else has changed', () => {
    const capsules = new Float32Array(16);
    expect(new ShadowDrift().lagM(capsules, lamp)).toBe(Infinity);
    const drift = drawn(capsules);
    expect(drift.lagM(capsules, lamp)).toBe(0);
    drift.forget();
    expect(drift.lagM(capsules, lamp)).toBe(Infinity);
  });

  it('lag by as much as one part of the body has gone since, in however many small steps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 15 }),
        fc.array(fc.double({ min: -0.001, max: 0.001, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (part, stepsM) => {
          const capsules = new Float32Array(16).fill(0.5);
          const drift = drawn(capsules);
          for (const stepM of stepsM) {
            capsules[part] = capsules[part]! + stepM;
            expect(drift.lagM(capsules, lamp)).toBeCloseTo(Math.abs(capsules[part] - 0.5), 9);
          }
        },
      ),
    );
  });

  it('lag when the lamp turns', () => {
    const capsules = new Float32Array(16);
    const turned = lamp.slice();
    turned[2] = lamp[2]! + 2 * UNSEEN_LAG_M;
    expect(drawn(capsules).lagM(capsules, turned)).toBeGreaterThan(UNSEEN_LAG_M);
  });

  it('must be drawn for another body, whose capsules are others', () => {
    expect(drawn(new Float32Array(16)).lagM(new Float32Array(24), lamp)).toBe(Infinity);
  });
});
