import { hairStyles, legCuts, topCuts } from '@sacra/figure';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paletteOf, stageThemes } from '../src/lib/figure/palette.ts';
import {
  clothColours,
  hairColours,
  lookKey,
  parseLook,
  skinTones,
  storedLook,
  usualLook,
  type Look,
} from '../src/lib/settings/look.ts';
import { isSameLook, lookWords, namedLooks } from '../src/lib/settings/looks.ts';
import { parseSettings, storedSettings } from '../src/lib/settings/settings.ts';

const anyLook: fc.Arbitrary<Look> = fc.record({
  skin: fc.constantFrom(...skinTones),
  hair: fc.constantFrom(...hairStyles),
  hairColour: fc.constantFrom(...hairColours),
  top: fc.constantFrom(...topCuts),
  legs: fc.constantFrom(...legCuts),
  cloth: fc.constantFrom(...clothColours),
});

describe('a look', () => {
  test('comes back as it was kept, alone and among the settings', () => {
    fc.assert(
      fc.property(anyLook, (look) => {
        const written = JSON.parse(JSON.stringify(storedLook(look))) as unknown;
        expect(parseLook(written)).toEqual(look);
        const settings = storedSettings({ ...parseSettings({}), look });
        expect(parseSettings(JSON.parse(JSON.stringify(settings))).look).toEqual(look);
      }),
    );
  });

  test('that is damaged loses only what is damaged; of an unknown version it is the usual one', () => {
    fc.assert(
      fc.property(
        anyLook,
        fc.constantFrom('skin', 'hair', 'hairColour', 'top', 'legs', 'cloth'),
        fc.anything(),
        (look, part, junk) => {
          const read = parseLook({ ...storedLook(look), [part]: { junk } });
          expect(read).toEqual({ ...look, [part]: usualLook[part as keyof Look] });
        },
      ),
    );
    expect(parseLook({ ...storedLook({ ...usualLook, skin: 'deep' }), version: 2 })).toEqual(usualLook);
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const { skin, hair, top } = parseLook(raw);
        expect([skinTones.includes(skin), hairStyles.includes(hair), topCuts.includes(top)]).toEqual([
          true,
          true,
          true,
        ]);
      }),
    );
  });

  test('is taken over from the time when it was a name for colours', () => {
    expect(parseSettings({ figureLook: 'deep' }).look.skin).toBe('deep');
    expect(parseSettings({ figureLook: 'olive' }).look).toEqual({ ...usualLook, skin: 'olive', hairColour: 'black' });
    expect(parseSettings({ figureLook: 'warm' }).look).toEqual(usualLook);
    expect(parseSettings({ figureLook: 'unknown' }).look).toEqual(usualLook);
    expect(parseSettings({ figureLook: 'deep', look: storedLook(usualLook) }).look).toEqual(usualLook);
  });

  test('has a key of its own', () => {
    fc.assert(
      fc.property(anyLook, anyLook, (a, b) => {
        expect(lookKey(a) === lookKey(b)).toBe(isSameLook(a, b));
      }),
    );
  });
});

describe('the looks that have a name', () => {
  test('begin with the one the cards show, and no two are alike', () => {
    expect(namedLooks[0]?.look).toEqual(usualLook);
    expect(new Set(namedLooks.map(({ look }) => lookKey(look))).size).toBe(namedLooks.length);
    expect(new Set(namedLooks.map(({ name }) => name)).size).toBe(namedLooks.length);
  });

  test('show every skin, every cut, and most ways to wear hair', () => {
    const worn = (part: keyof Look): Set<string> => new Set(namedLooks.map(({ look }) => look[part]));
    expect(worn('skin').size).toBe(skinTones.length);
    expect(worn('top').size).toBe(topCuts.length);
    expect(worn('legs').size).toBe(legCuts.length);
    expect(worn('hair').size).toBeGreaterThanOrEqual(hairStyles.length - 1);
  });

  test('each part has a word', () => {
    expect(Object.keys(lookWords.hair).sort()).toEqual([...hairStyles].sort());
    expect(Object.keys(lookWords.skin)).toEqual([...skinTones]);
    expect(Object.keys(lookWords.hairColour)).toEqual([...hairColours]);
  });
});

/** How different two sRGB colours look: distance in OKLab (Ottosson 2020); 0.02 can just be told apart. */
function difference(a: string, b: string): number {
  const [p, q] = [okLab(a), okLab(b)];
  return Math.hypot(...[0, 1, 2].map((k) => p[k]! - q[k]!));
}

function okLab(hex: string): number[] {
  const number = Number.parseInt(hex.slice(1), 16);
  const [r, g, b] = [16, 8, 0].map((shift) => {
    const value = ((number >> shift) & 255) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

describe('the colours of every look', () => {
  const paper = { light: '#f6efe6', dark: '#171a1b' } as const;
  const everyLook = skinTones.flatMap((skin) => clothColours.map((cloth) => ({ ...usualLook, skin, cloth })));

  test.each(['light', 'dark'] as const)('stand off from paper and mat by %s', (theme) => {
    const ground = [paper[theme], stageThemes[theme].mat];
    for (const look of everyLook)
      for (const [part, colour] of Object.entries(paletteOf(look)).filter(
        ([part]) => part === 'skin' || part === 'top' || part === 'leggings',
      ))
        for (const behind of ground)
          expect(difference(colour, behind), `${part} ${colour} on ${behind}`).toBeGreaterThan(0.07);
  });

  test('top and legs stand off from each other and from the skin', () => {
    for (const look of everyLook) {
      const { skin, top, leggings } = paletteOf(look);
      expect(difference(top, leggings), look.cloth).toBeGreaterThan(0.1);
      expect(difference(skin, top), `${look.skin} in ${look.cloth}`).toBeGreaterThan(0.06);
      expect(difference(skin, leggings), `${look.skin} in ${look.cloth}`).toBeGreaterThan(0.06);
    }
  });
});
