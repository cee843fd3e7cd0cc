import { describe, expect, test } from 'vitest';
import { digitsOf } from '../src/digits.ts';
import { limbNames } from '../src/limbs.ts';

const CELL_M = 0.004;

/** A flat hand cut from paper: a wrist, a palm, and teeth of these lengths (cells), each 3 cells wide with 2 between; `limbs` as they would be. */
function paperHand(lengths: readonly number[]): { positions: Float32Array; indices: Uint32Array; limbs: Uint8Array } {
  const [wristEnd, palmEnd] = [3, 14];
  const width = lengths.length * 5;
  const known = new Map<string, number>();
  const positions: number[] = [];
  const limbs: number[] = [];
  const vertex = (x: number, y: number): number => {
    const key = `${x} ${y}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, limbs.length);
    positions.push(x * CELL_M, y * CELL_M, 0);
    limbs.push(limbNames.indexOf(y <= wristEnd ? 'arm.left' : 'hand.left'));
    return limbs.length - 1;
  };
  const indices: number[] = [];
  for (let x = 0; x < width; x++) {
    const isTooth = x % 5 >= 1 && x % 5 <= 3;
    for (let y = 0; y < palmEnd + (isTooth ? lengths[Math.floor(x / 5)]! : 0); y++) {
      const [a, b, c, d] = [vertex(x, y), vertex(x + 1, y), vertex(x + 1, y + 1), vertex(x, y + 1)];
      // both sides, as on a closed surface
      indices.push(a, b, c, a, c, d, a, c, b, a, d, c);
    }
  }
  return { positions: Float32Array.from(positions), indices: Uint32Array.from(indices), limbs: Uint8Array.from(limbs) };
}

describe('digits', () => {
  const hand = paperHand([12, 15, 16, 15, 10]);
  const digits = digitsOf(hand, hand.limbs);
  /** The digit at the middle of a tooth, so many cells above the wrist's end. */
  const at = (tooth: number, y: number): number => {
    const [wantedX, wantedY] = [(tooth * 5 + 2) * CELL_M, y * CELL_M];
    for (let v = 0; v < digits.length; v++) {
      const [x, yM] = [hand.positions[v * 3]!, hand.positions[v * 3 + 1]!];
      if (Math.hypot(x - wantedX, yM - wantedY) < 1e-6) return digits[v]!;
    }
    throw new Error(`There is no vertex ${y} cells up tooth ${tooth}.`);
  };

  test('each finger is one from its tip to where it joins the hand', () => {
    const tips = [0, 1, 2, 3, 4].map((tooth) => at(tooth, 22));
    expect(new Set(tips).size).toBe(5);
    expect(tips).not.toContain(0);
    tips.forEach((digit, tooth) => expect(at(tooth, 18)).toBe(digit));
  });

  test('palm and wrist are none', () => {
    for (const tooth of [0, 1, 2, 3, 4]) for (const y of [1, 4, 8]) expect(at(tooth, y)).toBe(0);
  });

  test('a mitten has none, nor what hardly stands out', () => {
    for (const lengths of [[0], [1]]) {
      const mitten = paperHand(lengths);
      expect(new Set(digitsOf(mitten, mitten.limbs))).toEqual(new Set([0]));
    }
  });

  test('are known again for the same mesh', () => {
    expect(digitsOf(hand, hand.limbs)).toBe(digits);
  });
});
