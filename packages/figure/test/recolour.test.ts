import { describe, expect, test } from 'vitest';
import { groundColours, paintColours, paints, tones } from '../src/paint.ts';
import { inColours } from '../src/recolour.ts';

const usual = { skin: '#e3b598', top: '#c4664c', leggings: '#3f767b', hair: '#4d372c' };
const card = paints
  .flatMap((paint) => tones.flatMap((tone) => Object.values(paintColours(paint, tone))))
  .concat(Object.values(groundColours).flatMap(({ light, dark }) => [light, dark]))
  .join(' ');
const coloursOf = (text: string): string[] => text.split(' ');
const brightness = (hex: string): number => {
  const number = Number.parseInt(hex.slice(1), 16);
  return 0.3 * (number >> 16) + 0.59 * ((number >> 8) & 255) + 0.11 * (number & 255);
};

describe('a card in other colours', () => {
  test('is the same card in the usual ones', () => {
    expect(inColours(card, usual)).toBe(card);
  });

  test('changes what has another colour, in every tone, and nothing else', () => {
    const changed = coloursOf(inColours(card, { ...usual, top: '#8c6a94' }));
    const tops = new Set(tones.flatMap((tone) => Object.values(paintColours('top', tone))));
    coloursOf(card).forEach((colour, i) => expect(changed[i] !== colour, colour).toBe(tops.has(colour)));
  });

  test('stays in its order of light, shade and deep shade', () => {
    const deep = { skin: '#7b503c', top: '#dda42c', leggings: '#4f5d78', hair: '#2a2423' };
    for (const paint of ['skin', 'top', 'leggings', 'hair'] as const)
      for (const ground of ['light', 'dark'] as const) {
        const [light, shade, deepest] = tones.map((tone) =>
          brightness(inColours(paintColours(paint, tone)[ground], deep)),
        );
        expect(light!).toBeGreaterThan(shade!);
        expect(shade!).toBeGreaterThan(deepest!);
      }
  });

  test('on dark ground even black hair stands off', () => {
    const black = inColours(paintColours('hair', 'light').dark, { ...usual, hair: '#2a2423' });
    expect(brightness(black)).toBeGreaterThan(70);
  });
});
