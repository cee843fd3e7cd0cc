/**
 * What a surface in a picture is made of.
 *
 * @internal for tests
 */
export const paints = ['skin', 'top', 'leggings', 'hair', 'cushion', 'blanket', 'block', 'chair', 'wall'] as const;

export type Paint = (typeof paints)[number];

/** How a paint is shown: in the light, in the shade (also the light side of what lies farther back), in the shade of that. */
export const tones = ['light', 'shade', 'deep'] as const;

export type Tone = (typeof tones)[number];

/** One flat colour of a picture as a small number; 0 is left for where nothing is. */
export function labelOf(paint: Paint, tone: Tone): number {
  return paints.indexOf(paint) * tones.length + tones.indexOf(tone) + 1;
}

/** The paint and tone of a label made by `labelOf`. */
export function paintOfLabel(label: number): { readonly paint: Paint; readonly tone: Tone } {
  const paint = paints[Math.floor((label - 1) / tones.length)];
  const tone = tones[(label - 1) % tones.length];
  if (label < 1 || paint === undefined || tone === undefined) {
    throw new RangeError(`Label ${label} is no colour; labels run from 1 to ${paints.length * tones.length}.`);
  }
  return { paint, tone };
}

const fallbackColours: Readonly<Record<Paint, readonly [light: string, shade: string, deep: string]>> = {
  skin: ['#e6bda2', '#d2a285', '#bd8b6f'],
  top: ['#cd7157', '#b55b43', '#9b4c38'],
  leggings: ['#4e8086', '#3d6a70', '#315a60'],
  hair: ['#644638', '#523a2e', '#453026'],
  cushion: ['#e0c58e', '#c9ab70', '#b09560'],
  blanket: ['#d9c9b4', '#c4b29b', '#ac9b85'],
  block: ['#c7a27c', '#af8a65', '#977653'],
  chair: ['#c79f75', '#ab855d', '#8f6e4c'],
  wall: ['#e4d9cb', '#d8cbba', '#cbbca9'],
};

/**
 * The CSS value of a paint. A page sets `--card-skin`, `--card-skin-shade`, `--card-skin-deep` and so on to recolour pictures that
 * stand in it; where it does not, the colours here are used.
 */
export function paintColour(paint: Paint, tone: Tone): string {
  const fallback = fallbackColours[paint][tones.indexOf(tone)]!;
  return `var(--card-${paint}${tone === 'light' ? '' : `-${tone}`},${fallback})`;
}

/** Red, green and blue (0 to 255) of a paint in the light, where no page says otherwise. */
export function fallbackRgb(paint: Paint): readonly [number, number, number] {
  const colour = Number.parseInt(fallbackColours[paint][0].slice(1), 16);
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

/** The colours of what is no surface: mat, its edge, shadow on it, lines. */
export const groundColours = {
  mat: 'var(--card-mat,#b3c4aa)',
  matEdge: 'var(--card-mat-edge,#8fa386)',
  shadow: 'var(--card-shadow,#2b2a28)',
  line: 'var(--card-line,#4a2f27)',
} as const;
