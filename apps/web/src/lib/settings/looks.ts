import type { HairStyle, LegCut, TopCut } from '@sacra/figure';
import { usualLook, type ClothColour, type HairColour, type Look, type SkinTone } from './look.ts';

/** Looks to begin with. Every part of them can be changed, and any goes with any body. */
export const namedLooks: readonly { readonly name: string; readonly look: Look }[] = [
  { name: 'Terracotta', look: usualLook },
  { name: 'Heather', look: lookOf('fair', 'bob', 'chestnut', 't-shirt', 'leggings', 'heather') },
  { name: 'Lagoon', look: lookOf('deep', 'curls', 'black', 'sleeveless', 'calf-length', 'lagoon') },
  { name: 'Slate', look: lookOf('olive', 'crop', 'black', 't-shirt', 'shorts', 'slate') },
  { name: 'Rose', look: lookOf('brown', 'scarf', 'black', 'long-sleeves', 'leggings', 'rose') },
  { name: 'Honey', look: lookOf('tan', 'plait', 'dark-brown', 't-shirt', 'calf-length', 'honey') },
  { name: 'Birch', look: lookOf('fair', 'crop', 'grey', 'long-sleeves', 'leggings', 'slate') },
  { name: 'Ember', look: lookOf('deep', 'cropped', 'black', 'sleeveless', 'leggings', 'honey') },
];

function lookOf(
  skin: SkinTone,
  hair: HairStyle,
  hairColour: HairColour,
  top: TopCut,
  legs: LegCut,
  cloth: ClothColour,
): Look {
  return { skin, hair, hairColour, top, legs, cloth };
}

export const isSameLook = (a: Look, b: Look): boolean =>
  (Object.keys(a) as (keyof Look)[]).every((part) => a[part] === b[part]);

/** What each part is called on the screen. */
export const lookWords = {
  skin: { fair: 'Fair', warm: 'Warm', olive: 'Olive', tan: 'Tan', brown: 'Brown', deep: 'Deep' },
  hair: {
    knot: 'Knot on the crown',
    plait: 'Plait over one shoulder',
    bob: 'To the jaw',
    crop: 'Short',
    curls: 'Short curls',
    cropped: 'Close-cropped',
    bare: 'None',
    scarf: 'Headscarf',
  },
  hairColour: {
    black: 'Black',
    'dark-brown': 'Dark brown',
    chestnut: 'Chestnut',
    copper: 'Copper',
    blond: 'Blond',
    grey: 'Grey',
    white: 'White',
  },
  top: { sleeveless: 'Sleeveless', 't-shirt': 'T-shirt', 'long-sleeves': 'Long sleeves' },
  legs: { leggings: 'To the ankle', 'calf-length': 'To the calf', shorts: 'Shorts' },
  cloth: { clay: 'Clay', heather: 'Heather', honey: 'Honey', lagoon: 'Lagoon', rose: 'Rose', slate: 'Slate' },
} as const satisfies { readonly [Part in keyof Look]: Readonly<Record<Look[Part], string>> };
