import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mirrorKey } from '../src/key.ts';
import { otherSide, sides, swapSide } from '../src/side.ts';
import { fillWords, mirrorWords, tokensIn } from '../src/words.ts';

const piece = fc.constantFrom(
  '{side}',
  '{other}',
  '{Side}',
  '{Other}',
  '{breath}',
  'Knee ',
  ', ',
  'to the ',
  'right ',
  '. ',
);
const line = fc.array(piece).map((pieces) => pieces.join(''));
const breath = fc.constantFrom('in' as const, 'out' as const);
const side = fc.constantFrom(...sides);

describe('words', () => {
  it('mirrored twice are what they were', () => {
    fc.assert(fc.property(line, (words) => mirrorWords(mirrorWords(words)) === words));
  });

  it('mirrored say for one side exactly what they said for the other', () => {
    fc.assert(
      fc.property(line, side, breath, (words, leading, phase) => {
        expect(fillWords(mirrorWords(words), { side: leading, breath: phase })).toBe(
          fillWords(words, { side: otherSide(leading), breath: phase }),
        );
      }),
    );
  });

  it('filled have no tokens left', () => {
    fc.assert(
      fc.property(
        line,
        side,
        breath,
        (words, leading, phase) => tokensIn(fillWords(words, { side: leading, breath: phase })).length === 0,
      ),
    );
  });

  it('name the leading side, the other one, and the breath, capitalised where a sentence begins', () => {
    expect(
      fillWords('{Side} knee to the {other}. {Other} foot, {side} hand, breathe {breath}.', {
        side: 'left',
        breath: 'out',
      }),
    ).toBe('Left knee to the right. Right foot, left hand, breathe out.');
  });

  it('that need a side and get none are a mistake of ours, told with the line', () => {
    expect(() => fillWords('{Side} knee.', {})).toThrow(/\{Side\}.*\{Side\} knee/);
    expect(() => fillWords('{knee}', { side: 'right' })).toThrow(/known are side, other/);
  });
});

describe('names and keys', () => {
  it('change sides only where a side stands, and twice are the same', () => {
    expect(swapSide('knee.flexion.left')).toBe('knee.flexion.right');
    expect(mirrorKey('pigeon/fold@right')).toBe('pigeon/fold@left');
    expect(swapSide('downward-dog-pedal@left>downward-dog-pedal@right')).toBe(
      'downward-dog-pedal@right>downward-dog-pedal@left',
    );
    for (const name of ['spine.side-bend', 'hip.external-rotation', 'right-angle', 'tabletop'])
      expect(swapSide(name)).toBe(name);
    fc.assert(fc.property(fc.string(), (name) => swapSide(swapSide(name)) === name));
  });
});
