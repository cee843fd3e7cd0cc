import {
  hairStyles,
  legCuts,
  outfitKey,
  topCuts,
  usualOutfit,
  type HairStyle,
  type LegCut,
  type Outfit,
  type TopCut,
} from '@sacra/figure';

export const skinTones = ['fair', 'warm', 'olive', 'tan', 'brown', 'deep'] as const;
export type SkinTone = (typeof skinTones)[number];

export const hairColours = ['black', 'dark-brown', 'chestnut', 'copper', 'blond', 'grey', 'white'] as const;
export type HairColour = (typeof hairColours)[number];

/** Colours that go together: of the top, of what covers the legs, and of a scarf. */
export const clothColours = ['clay', 'heather', 'honey', 'lagoon', 'rose', 'slate'] as const;
export type ClothColour = (typeof clothColours)[number];

/** How the figure looks. Any look goes with any body. */
export interface Look extends Outfit {
  readonly skin: SkinTone;
  readonly hairColour: HairColour;
  readonly cloth: ClothColour;
}

/** What the cards show. */
export const usualLook: Look = { ...usualOutfit, skin: 'warm', hairColour: 'dark-brown', cloth: 'clay' };

/** One string for one look, for caches. */
export const lookKey = ({ skin, hairColour, cloth, ...outfit }: Look): string =>
  [skin, hairColour, cloth, outfitKey(outfit)].join();

const LOOK_VERSION = 1;

/** A look as it is kept: with the version of this form. */
export interface StoredLook extends Look {
  readonly version: typeof LOOK_VERSION;
}

export const storedLook = (look: Look): StoredLook => ({ version: LOOK_VERSION, ...look });

/** Reads a kept look; what is missing, damaged or of another version falls back to the usual look, part by part. */
export function parseLook(raw: unknown): Look {
  const stored = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  if (stored['version'] !== LOOK_VERSION) return usualLook;
  return {
    skin: oneOf(skinTones, stored['skin'], usualLook.skin),
    hair: oneOf<HairStyle>(hairStyles, stored['hair'], usualLook.hair),
    hairColour: oneOf(hairColours, stored['hairColour'], usualLook.hairColour),
    top: oneOf<TopCut>(topCuts, stored['top'], usualLook.top),
    legs: oneOf<LegCut>(legCuts, stored['legs'], usualLook.legs),
    cloth: oneOf(clothColours, stored['cloth'], usualLook.cloth),
  };
}

function oneOf<Value extends string>(valid: readonly Value[], raw: unknown, otherwise: Value): Value {
  return valid.find((value) => value === raw) ?? otherwise;
}
