import { poseOf } from '@sacra/pose';
import type { Step } from '@sacra/practice';
import { describe, expect, test } from 'vitest';
import { wholeCatalogue as catalogue } from '../src/lib/content/whole-catalogue.ts';
import { amountInWords } from '../src/lib/practice/step-words.ts';

describe('how long a step is, in words', () => {
  test.each([
    ['lying-rest', ['both'], 1, '1 breath'],
    ['cat-cow', ['both'], 5, '5 rounds, one breath a round'],
    ['pigeon', ['right', 'left'], 5, '5 breaths on each side, right first'],
    ['side-rest', ['left'], 9, '9 breaths on your left side, or your right'],
  ] as const)('%s, %o', (id, sides, breaths, words) => {
    const pose = poseOf(catalogue, id);
    if (pose.purpose !== 'practice') throw new Error(`${id} is not practised`);
    const step: Step = { id, pose: id, variation: null, sides, breaths };
    expect(amountInWords(step, pose)).toBe(words);
  });
});
