/** Colours as CSS hex values, sRGB. */
export interface FigurePalette {
  readonly skin: string;
  readonly hair: string;
  readonly top: string;
  readonly leggings: string;
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

const clothes = { top: '#c4664c', leggings: '#3f767b' } as const;

/** The figures one can choose from. */
export const figurePalettes = {
  warm: { skin: '#e3b598', hair: '#4d372c', ...clothes },
  fair: { skin: '#efcbb4', hair: '#8a6142', top: '#c4664c', leggings: '#4a5f7d' },
  olive: { skin: '#cf9f78', hair: '#2f2723', top: '#b4573f', leggings: '#4f6b5a' },
  brown: { skin: '#9c6848', hair: '#241c19', top: '#d07a58', leggings: '#3f767b' },
  deep: { skin: '#6d4632', hair: '#1b1614', top: '#d9906f', leggings: '#557d83' },
} as const satisfies Readonly<Record<string, FigurePalette>>;

export type FigurePaletteName = keyof typeof figurePalettes;

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
