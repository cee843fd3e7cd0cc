import { breathMoment } from '@sacra/practice';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breathGlide, growing, SLOW_IN_SLOW_OUT } from '../src/lib/session/breath-glide.ts';

/** A cubic Bézier curve from (0, 0) to (1, 1) at `x`, as CSS has it: halved until the parameter is found. */
function easedAt(x: number): number {
  const [x1, y1, x2, y2] = SLOW_IN_SLOW_OUT;
  const along = (a: number, b: number, t: number): number =>
    3 * a * t * (1 - t) ** 2 + 3 * b * t * t * (1 - t) + t ** 3;
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step++) {
    const t = (low + high) / 2;
    if (along(x1, x2, t) < x) low = t;
    else high = t;
  }
  return along(y1, y2, low);
}

const seconds = fc.double({ min: 1, max: 12, noNaN: true });

describe('the breath guide', () => {
  it('is as full at every moment as the breath is', () => {
    fc.assert(
      fc.property(seconds, seconds, fc.double({ min: 0, max: 1, noNaN: true }), (inS, outS, share) => {
        const breath = { startS: 30, turnS: 30 + inS, endS: 30 + inS + outS, round: 1, rounds: 5, stepIndex: 0 };
        const { keyframes, durationMs } = breathGlide(breath, growing);
        expect(durationMs).toBeCloseTo(1000 * (inS + outS), 6);
        const turn = keyframes[1]?.offset ?? NaN;
        const full = share < turn ? easedAt(share / turn) : 1 - easedAt((share - turn) / (1 - turn));
        const { swell01 } = breathMoment(breath, breath.startS + (share * durationMs) / 1000);
        expect(Math.abs(full - swell01)).toBeLessThan(0.01);
      }),
    );
  });

  it('begins and ends empty, and is full between', () => {
    const { keyframes } = breathGlide({ startS: 0, turnS: 4, endS: 10, round: 1, rounds: 1, stepIndex: 0 }, growing);
    expect(keyframes).toEqual([
      expect.objectContaining({ ...growing.empty, offset: 0 }),
      expect.objectContaining({ ...growing.full, offset: 0.4 }),
      expect.objectContaining({ ...growing.empty, offset: 1 }),
    ]);
  });
});
