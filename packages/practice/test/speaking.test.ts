import { expect, it } from 'vitest';
import { speakingSeconds } from '../src/index.ts';

const at = (wordsPerMinute: number) => ({ wordsPerMinute });

it('a text takes its words at the rate, with rests at sentences and commas, and none for silence', () => {
  const plain = speakingSeconds('Let your hips sink back now', at(120));
  expect(plain).toBeCloseTo(0.3 + 6 * 0.5);
  expect(speakingSeconds('Let your hips sink back now', at(240))).toBeCloseTo(0.3 + 6 * 0.25);
  expect(speakingSeconds('Let your hips. Sink back, now.', at(120))).toBeCloseTo(plain + 0.5 + 0.2);
  expect(speakingSeconds(' … ', at(120))).toBe(0);
});

it('counts a word with an apostrophe or hyphen once, in any script', () => {
  expect(speakingSeconds('Child’s figure-four', at(60))).toBeCloseTo(2.3);
  expect(speakingSeconds("don't übertreiben", at(60))).toBeCloseTo(2.3);
});

it('takes the same time for the right side as for the left', () => {
  const text = 'Your right knee is easy, your left leg long.';
  const mirrored = 'Your left knee is easy, your right leg long.';
  expect(speakingSeconds(mirrored, at(150))).toBe(speakingSeconds(text, at(150)));
});
