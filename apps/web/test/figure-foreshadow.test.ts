import { spanAt, timeline } from '@sacra/practice';
import { describe, expect, test } from 'vitest';
import { comingPlace } from '../src/lib/session/foreshadow.ts';
import { areasInWords, workingAreas } from '../src/lib/session/working-areas.ts';
import { catalogue, practice } from './support/test-session.ts';

const laid = timeline(practice, catalogue);
const seconds = Array.from({ length: Math.floor(laid.totalS * 4) }, (_, i) => i / 4);

describe('where one will move next', () => {
  test('is told only while one is still, and is where the next movement leads, at most five seconds ahead', () => {
    const told = seconds.flatMap((tS) => {
      const coming = comingPlace(laid, tS);
      return coming === undefined ? [] : [{ tS, coming }];
    });
    expect(new Set(told.map(({ coming }) => coming))).toEqual(new Set(['rest', 'mat', 'lean@right', 'lean@left']));
    for (const { tS, coming } of told) {
      expect(spanAt(laid, tS).motion.kind).toBe('still');
      const next = laid.spans.find(({ startS, motion }) => startS > tS && motion.kind === 'way');
      expect(next?.motion).toMatchObject({ way: { to: coming } });
      expect((next?.startS ?? Infinity) - tS).toBeLessThanOrEqual(5);
    }
  });

  test('is not told at the end', () => {
    expect(comingPlace(laid, laid.totalS)).toBeUndefined();
  });
});

describe('where a pose is felt', () => {
  test('three areas at most, the most first, as they stand beside the figure', () => {
    expect(workingAreas(catalogue, { pose: 'rest', variation: null })).toEqual(['lower-back']);
    expect(areasInWords(['lower-back', 'sacrum', 'hamstrings'])).toBe('lower back, sacrum, backs of the thighs');
    expect(areasInWords([])).toBe('');
  });
});
