import type { CatCowBreath } from '@sacra/practice';
import type { Units } from '../body/units.ts';
import { parseLook, storedLook, usualLook, type Look } from './look.ts';

/** What a person can set for the app on this device. */
export interface Settings {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly voiceIsOn: boolean;
  /** `voiceURI` of the chosen voice; absent: the best one for the language. */
  readonly voiceUri?: string;
  /** 1 is the voice's own pace. */
  readonly voiceRate: number;
  /** 0 to 1. */
  readonly voiceVolume: number;
  /** 0 to 1. */
  readonly bellVolume: number;
  readonly breathInS: number;
  readonly breathOutS: number;
  /** Breaths in each step that is counted in "several". */
  readonly breaths: number;
  readonly catCowBreath: CatCowBreath;
  /** Captions are also handed to a screen reader: for those who turn Sacra's own voice off. */
  readonly captionsToScreenReader: boolean;
  /** Cards instead of the moving figure. */
  readonly stillPictures: boolean;
  /** Skin, hair and clothes of the figure. */
  readonly look: Look;
  /** The figure and the cards as in a mirror: for following someone who faces you. */
  readonly figureMirrored: boolean;
  /** How height and weight are told. */
  readonly units: Units;
  /** Variations chosen for steps of the practice, by step id; null: the pose as it is. Steps not named stay as composed. */
  readonly variationByStep: Readonly<Record<string, string | null>>;
  /** When the first page was read (ISO 8601); absent: not yet. */
  readonly firstReadAt?: string;
}

export const defaultSettings: Settings = {
  theme: 'auto',
  voiceIsOn: true,
  voiceRate: 0.9,
  voiceVolume: 1,
  bellVolume: 0.7,
  breathInS: 4,
  breathOutS: 6,
  breaths: 5,
  catCowBreath: 'in-to-cow',
  captionsToScreenReader: false,
  stillPictures: false,
  look: usualLook,
  figureMirrored: false,
  units: 'metric',
  variationByStep: {},
};

/** The least and the most that each number may be, and the step of its slider. */
export const settingRanges = {
  voiceRate: { min: 0.6, max: 1.4, step: 0.05 },
  voiceVolume: { min: 0, max: 1, step: 0.05 },
  bellVolume: { min: 0, max: 1, step: 0.05 },
  breathInS: { min: 2, max: 8, step: 0.5 },
  breathOutS: { min: 2, max: 10, step: 0.5 },
  breaths: { min: 3, max: 12, step: 1 },
} as const;

type RangedSetting = keyof typeof settingRanges;

/** Reads what was stored; anything missing, damaged or out of range falls back to its default, field by field. */
export function parseSettings(raw: unknown): Settings {
  const stored = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  const defaults = defaultSettings;
  const ranged = (name: RangedSetting): number => {
    const value = stored[name];
    const { min, max } = settingRanges[name];
    return typeof value === 'number' && value >= min && value <= max ? value : defaults[name];
  };
  const flag = (name: 'voiceIsOn' | 'captionsToScreenReader' | 'stillPictures' | 'figureMirrored'): boolean =>
    typeof stored[name] === 'boolean' ? stored[name] : defaults[name];
  const text = (name: 'voiceUri' | 'firstReadAt') => (typeof stored[name] === 'string' ? { [name]: stored[name] } : {});
  const { theme, catCowBreath } = stored;
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    voiceIsOn: flag('voiceIsOn'),
    voiceRate: ranged('voiceRate'),
    voiceVolume: ranged('voiceVolume'),
    bellVolume: ranged('bellVolume'),
    breathInS: ranged('breathInS'),
    breathOutS: ranged('breathOutS'),
    breaths: ranged('breaths'),
    catCowBreath: catCowBreath === 'in-to-cat' ? 'in-to-cat' : 'in-to-cow',
    captionsToScreenReader: flag('captionsToScreenReader'),
    stillPictures: flag('stillPictures'),
    look: 'look' in stored ? parseLook(stored['look']) : lookOfColours(stored['figureLook']),
    figureMirrored: flag('figureMirrored'),
    units: stored['units'] === 'imperial' ? 'imperial' : 'metric',
    variationByStep: parseVariations(stored['variationByStep']),
    ...text('voiceUri'),
    ...text('firstReadAt'),
  };
}

/** Settings as they are written down. */
export function storedSettings(settings: Settings): object {
  return { ...settings, look: storedLook(settings.look) };
}

/** Before looks there was one name for the colours of skin, hair and clothes. */
function lookOfColours(raw: unknown): Look {
  switch (raw) {
    case 'fair':
      return { ...usualLook, skin: 'fair', hairColour: 'chestnut', cloth: 'slate' };
    case 'olive':
      return { ...usualLook, skin: 'olive', hairColour: 'black' };
    case 'brown':
      return { ...usualLook, skin: 'brown', hairColour: 'black' };
    case 'deep':
      return { ...usualLook, skin: 'deep', hairColour: 'black' };
    default:
      return usualLook;
  }
}

function parseVariations(raw: unknown): Readonly<Record<string, string | null>> {
  if (typeof raw !== 'object' || raw === null) return {};
  const isChoice = (entry: [string, unknown]): entry is [string, string | null] =>
    entry[1] === null || typeof entry[1] === 'string';
  return Object.fromEntries(Object.entries(raw).filter(isChoice));
}
