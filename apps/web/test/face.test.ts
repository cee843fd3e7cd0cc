import { hairStyles } from '@sacra/figure';
import { describe, expect, test } from 'vitest';
import { inksFor } from '../src/lib/figure/face-inks.ts';
import { faceFragment } from '../src/lib/figure/face-shader.ts';
import { paletteOf } from '../src/lib/figure/palette.ts';
import { hairColours, skinTones, usualLook } from '../src/lib/settings/look.ts';

/** WCAG 2.2 contrast of two colours. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number =>
    [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
      .reduce((sum, channel, k) => sum + channel * [0.2126, 0.7152, 0.0722][k]!, 0);
  const [la, lb] = [luminance(a), luminance(b)];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

const everyHead = skinTones.flatMap((skin) => hairColours.map((hairColour) => ({ skin, hairColour })));

describe('the painted face', () => {
  test.each(everyHead)('shows on the skin, and does not shout: $skin skin, $hairColour hair', (head) => {
    for (const hair of hairStyles) {
      const { skin, lashes, brows, lips } = paletteOf({ ...usualLook, ...head, hair });
      expect(contrast(lashes, skin)).toBeGreaterThan(2.4);
      expect(contrast(brows, skin)).toBeGreaterThan(1.65);
      expect(contrast(lips, skin)).toBeGreaterThan(1.25);
      expect(contrast(lips, skin)).toBeLessThan(contrast(lashes, skin));
    }
  });

  test('has inks for any skin and any hair, even where both are the same', () => {
    for (const colour of ['#000000', '#7f7f7f', '#ffffff', '#2c1f1b'])
      for (const ink of Object.values(inksFor(colour, colour))) expect(ink).toMatch(/^#[0-9a-f]{6}$/);
  });

  test('is its own mirror image: whatever is painted depends on how far to a side, not on which', () => {
    const lefts = faceFragment.match(/vFace\.y/g) ?? [];
    const both = faceFragment.match(/abs\(vFace\.y\)/g) ?? [];
    expect(both.length).toBeGreaterThan(0);
    expect(lefts).toHaveLength(both.length);
    expect(faceFragment).not.toMatch(/vFace\.(yz|xy|xyz)|\(vFace\)/);
  });
});
