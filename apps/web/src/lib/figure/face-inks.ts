/** What a face is painted with, CSS hex values, sRGB. */
export interface FaceInks {
  /** Lids and the line of the mouth. */
  readonly lashes: string;
  readonly brows: string;
  readonly lips: string;
}

type Rgb = readonly [number, number, number];

const DARKEST: Rgb = [34, 23, 20];
/** Of what the skin sends back, what lips do. */
const ROSY: Rgb = [0.87, 0.6, 0.57];
/** Brows stand off from the skin by this much at least (WCAG contrast), whatever hair goes with whatever skin. */
const BROW_CONTRAST = 1.7;

/** Inks that suit a skin and a hair colour, and show on it. */
export function inksFor(skin: string, hair: string): FaceInks {
  const [onSkin, ofHair] = [channels(skin), channels(hair)];
  let brows = mixed(ofHair, mixed(onSkin, DARKEST, 0.6), 0.4);
  // no skin is so dark that ink doesn't show on it, but a colour might be
  for (let round = 0; round < 20 && contrast(brows, onSkin) < BROW_CONTRAST; round++)
    brows = mixed(brows, DARKEST, 0.15);
  return {
    lashes: hex(mixed(onSkin, DARKEST, 0.86)),
    brows: hex(brows),
    lips: hex([onSkin[0] * ROSY[0], onSkin[1] * ROSY[1], onSkin[2] * ROSY[2]]),
  };
}

const mixed = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

function channels(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

const hex = (rgb: Rgb): string => `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** WCAG 2.2, relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [la, lb] = [luminance(a), luminance(b)];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}
