import type { HairStyle } from '@sacra/figure';
import type { ClothColour, HairColour, Look, SkinTone } from '../settings/look.ts';
import { inksFor, type FaceInks } from './face-inks.ts';

/** Colours as CSS hex values, sRGB. */
export interface FigurePalette extends FaceInks {
  readonly skin: string;
  /** Of hair, or of the scarf over it. */
  readonly hair: string;
  readonly top: string;
  readonly leggings: string;
  /** It decides how hair is drawn: in strands, in a knot, or as cloth. */
  readonly hairStyle: HairStyle;
}

export type ThemeName = 'light' | 'dark';

/** The room the figure is in. The ground itself is the page behind the canvas, which stays see-through. */
export interface StageTheme {
  readonly mat: string;
  readonly matEdge: string;
  /** What shadows on the ground are made of. */
  readonly shadow: string;
  readonly shadowOpacity: number;
  readonly skyColour: string;
  readonly groundColour: string;
  readonly skyIntensity: number;
  readonly keyColour: string;
  readonly keyIntensity: number;
  readonly rimColour: string;
  readonly rimIntensity: number;
  readonly props: Readonly<Record<'cushion' | 'blanket' | 'block' | 'chair' | 'wall', string>>;
}

const skins: Readonly<Record<SkinTone, string>> = {
  fair: '#efcab2',
  warm: '#e3b598',
  olive: '#cf9f78',
  tan: '#b98259',
  brown: '#9f6a4b',
  deep: '#835741',
};

const hairs: Readonly<Record<HairColour, string>> = {
  black: '#2f2827',
  'dark-brown': '#4d372c',
  chestnut: '#7a4d33',
  copper: '#a8623a',
  blond: '#c39c63',
  grey: '#8d8a86',
  white: '#d9d4cb',
};

const cloths: Readonly<Record<ClothColour, { readonly top: string; readonly legs: string; readonly scarf: string }>> = {
  clay: { top: '#c4664c', legs: '#3f767b', scarf: '#3f767b' },
  heather: { top: '#8c6a94', legs: '#48506f', scarf: '#8c6a94' },
  honey: { top: '#dda42c', legs: '#4f5d78', scarf: '#c98a3c' },
  lagoon: { top: '#2b7a94', legs: '#5c4767', scarf: '#2b7a94' },
  rose: { top: '#c9717c', legs: '#5b5566', scarf: '#b25f6d' },
  slate: { top: '#5f7ea3', legs: '#55585c', scarf: '#5f7ea3' },
};

/** The colours of a look. */
export function paletteOf({ skin, hair, hairColour, cloth }: Look): FigurePalette {
  const { top, legs, scarf } = cloths[cloth];
  return {
    skin: skins[skin],
    hair: hair === 'scarf' ? scarf : hairs[hairColour],
    ...inksFor(skins[skin], hairs[hairColour]),
    top,
    leggings: legs,
    hairStyle: hair,
  };
}

export const stageThemes: Readonly<Record<ThemeName, StageTheme>> = {
  light: {
    mat: '#b3c3aa',
    matEdge: '#8fa386',
    shadow: '#5a3d2a',
    shadowOpacity: 0.34,
    skyColour: '#fff8ef',
    groundColour: '#d9b79b',
    skyIntensity: 1.75,
    keyColour: '#fff0de',
    keyIntensity: 2.1,
    rimColour: '#ffe8d2',
    rimIntensity: 0.7,
    props: { cushion: '#e0c58e', blanket: '#d9c9b4', block: '#c7a27c', chair: '#c79f75', wall: '#e9dfd2' },
  },
  dark: {
    mat: '#6f8a78',
    matEdge: '#4f6457',
    shadow: '#050606',
    shadowOpacity: 0.55,
    skyColour: '#f3ece2',
    groundColour: '#5d544c',
    skyIntensity: 1.15,
    keyColour: '#ffe6cb',
    keyIntensity: 1.75,
    rimColour: '#bcd6d6',
    rimIntensity: 1.1,
    props: { cushion: '#b89e6b', blanket: '#a6988a', block: '#9a7c5e', chair: '#96775a', wall: '#3a3f40' },
  },
};
