import { paintColours, tones, type Paint } from './paint.ts';

/** CSS hex colours (`#rrggbb`) of a figure, as a lamp shows them. */
export type FigureColours = Readonly<Record<'skin' | 'top' | 'leggings' | 'hair', string>>;

/** What the cards' own colours stand for: a palette that comes out as they are. */
const usualColours: FigureColours = { skin: '#e3b598', top: '#c4664c', leggings: '#3f767b', hair: '#4d372c' };

/** On dark ground no colour is darker than this, 0 to 255: it would not stand off. */
const LEAST_ON_DARK = 74;

/**
 * A card (`drawCard`) with its figure in other colours: each tone is lighter or darker than the palette's colour as the usual one is. Nothing else changes; the
 * usual palette gives the same card.
 */
export function inColours(card: string, colours: FigureColours): string {
  const changes = new Map<string, string>();
  for (const paint of ['skin', 'top', 'leggings', 'hair'] as const satisfies readonly Paint[]) {
    if (colours[paint] === usualColours[paint]) continue;
    const asked = channels(colours[paint]);
    const usual = brightness(channels(usualColours[paint]));
    for (const tone of tones) {
      const { light, dark } = paintColours(paint, tone);
      const changed = (colour: string): number[] => lit(asked, brightness(channels(colour)) / usual);
      changes.set(light, hex(changed(light)));
      changes.set(dark, hex(liftedTo(LEAST_ON_DARK - 14 * tones.indexOf(tone), changed(dark))));
    }
  }
  return card.replace(/#[0-9a-f]{6}/g, (colour) => changes.get(colour) ?? colour);
}

/** So many times as bright; the brighter a colour is, the less it can gain. */
function lit(rgb: readonly number[], factor: number): number[] {
  const gain = Math.max(0, factor - 1);
  return rgb.map((value) => value * (Math.min(1, factor) + gain * (1 - value / 255)));
}

/** As bright at least as a grey of `least`. */
function liftedTo(least: number, rgb: readonly number[]): readonly number[] {
  const lacking = least - brightness(rgb);
  return lacking <= 0 ? rgb : rgb.map((value) => value + lacking);
}

const brightness = (rgb: readonly number[]): number => 0.3 * rgb[0]! + 0.59 * rgb[1]! + 0.11 * rgb[2]!;

function channels(colour: string): readonly number[] {
  const number = Number.parseInt(colour.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

const hex = (rgb: readonly number[]): string =>
  `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
