import type { Step } from '@sacra/practice';
import { describe, expect, test } from 'vitest';
import { answeredInWords, unansweredInWords } from '../src/lib/body/fit-words.ts';
import { bandsInWords } from '../src/lib/body/load-words.ts';
import { catalogue } from './support/test-session.ts';

const rest: Step = { id: 'rest', pose: 'rest', variation: null, sides: ['both'], breaths: 5 };
const because = (what: string) => ({ kind: 'contact', what, amount: 40, unit: 'mm' }) as const;
const answered = (step: Step) => ({ kind: 'answered', step, unfit: 'rest', gives: [] }) as const;

describe('why a step is done otherwise', () => {
  test('names the part, and what answers', () => {
    const fit = answered({ ...rest, variation: 'cushion' });
    expect(answeredInWords(catalogue, rest, fit, because('buttock.left to heel-back.left'))).toBe(
      'Your seat doesn’t come down all the way, so “On a cushion” answers.',
    );
  });

  test('names the pose that was written where another one answers', () => {
    const fit = answered({ ...rest, pose: 'lean', sides: ['right', 'left'] });
    expect(answeredInWords(catalogue, rest, fit, because('heel.left (heel.left)'))).toBe(
      'In Rest your heels don’t come down all the way, so “Lean” answers.',
    );
  });

  test('says something kind about any part, and never a number', () => {
    for (const what of ['hamstrings.left', 'waist and thigh.right', 'a part without a name', '']) {
      const words = unansweredInWords(because(what));
      expect(words).toMatch(/^Your .*comfortable/);
      expect(words).not.toMatch(/\d|wrong|fail|can’t/);
    }
  });
});

describe('what a pose asks of a body', () => {
  const same = <Band>(band: Band) => ({ left: band, right: band });

  test('is told beside standing and bending forward, sides apart only where they differ', () => {
    const lines = bandsInWords({
      ...{ lowerBack: 'less', hips: { left: 'standing', right: 'between' }, knees: same('most') },
      ...{ shoulders: same('less'), hands: 'about-a-third' },
    } as const);
    expect(lines.map(({ part, words }) => `${part}: ${words}`)).toEqual([
      'Lower back: less than when you stand',
      'Hips: right more than standing, less than bending forward; left about as when you stand',
      'Knees: about as when you bend forward, or more',
      'Shoulders: hardly anything',
      'Hands: about a third of your weight',
    ]);
  });
});
