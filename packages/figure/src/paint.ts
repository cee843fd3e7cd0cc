/** What a surface in a picture is made of. */
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

/** The colours of one paint: in the light, in the shade, in the shade of what lies farther back. */
type Shades = readonly [light: string, shade: string, deep: string];

const onLightGround: Readonly<Record<Paint, Shades>> = {
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

/** By lamplight: a little quieter, and whatever is dark by day stands off from a dark page. */
const onDarkGround: Readonly<Record<Paint, Shades>> = {
  skin: ['#dcb094', '#bf9175', '#a1775d'],
  top: ['#c9694f', '#a9523b', '#8a4331'],
  leggings: ['#5f979c', '#4a7b80', '#3b666b'],
  hair: ['#80604f', '#6b4f41', '#5a4236'],
  cushion: ['#c9ad76', '#a98f5d', '#8c764c'],
  blanket: ['#b5a593', '#978879', '#7b6f63'],
  block: ['#ab8a68', '#8f7253', '#755d44'],
  chair: ['#a9845f', '#8b6b4b', '#70563c'],
  wall: ['#3f4546', '#363b3c', '#2e3334'],
};

/** The colour of a paint and tone on light and on dark ground, `#rrggbb`. */
export function paintColours(paint: Paint, tone: Tone): { readonly light: string; readonly dark: string } {
  const at = tones.indexOf(tone);
  return { light: onLightGround[paint][at]!, dark: onDarkGround[paint][at]! };
}

/** Red, green and blue (0 to 255) of a paint in the light, on light ground. */
export function lightRgb(paint: Paint): readonly [number, number, number] {
  const colour = Number.parseInt(onLightGround[paint][0].slice(1), 16);
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

/** The colours of what is no surface: mat, its edge and its border, shadow on it, lines on the body, arrows, a picture of a strip. */
export const groundColours = {
  mat: { light: '#b3c4aa', dark: '#647c6c' },
  matEdge: { light: '#8fa386', dark: '#4b5f53' },
  matBorder: { light: '#c6d4be', dark: '#728a7a' },
  shadow: { light: '#3b4a3c', dark: '#080a0a' },
  floorShadow: { light: '#6b5238', dark: '#000000' },
  line: { light: '#b39488', dark: '#a08478' },
  lips: { light: '#ecb8ac', dark: '#e6b2a6' },
  face: { light: '#7d5a4e', dark: '#7d5a4e' },
  arrow: { light: '#8a6414', dark: '#e3be6b' },
  panel: { light: '#fffdf9', dark: '#1f2425' },
} as const;
