/** How the hair is worn; `scarf` covers it. `cropped` and `bare` have no mesh of their own: they are painted on the skin. */
export const hairStyles = ['knot', 'crop', 'bob', 'curls', 'plait', 'scarf', 'cropped', 'bare'] as const;

export type HairStyle = (typeof hairStyles)[number];

/** The styles that are a mesh worn over the head, each a file of its own. */
export const meshedHairStyles = ['knot', 'crop', 'bob', 'curls', 'plait', 'scarf'] as const;

export type MeshedHairStyle = (typeof meshedHairStyles)[number];

export const topCuts = ['sleeveless', 't-shirt', 'long-sleeves'] as const;

export type TopCut = (typeof topCuts)[number];

export const legCuts = ['leggings', 'calf-length', 'shorts'] as const;

export type LegCut = (typeof legCuts)[number];

/** What a figure wears: shapes and cuts, no colours. */
export interface Outfit {
  readonly hair: HairStyle;
  readonly top: TopCut;
  readonly legs: LegCut;
}

/** What the cards and the reference figure wear. */
export const usualOutfit: Outfit = { hair: 'knot', top: 'sleeveless', legs: 'leggings' };

/** One string for one outfit, for caches. */
export const outfitKey = ({ hair, top, legs }: Outfit): string => [hair, top, legs].join();

export function isMeshed(style: HairStyle): style is MeshedHairStyle {
  return (meshedHairStyles as readonly string[]).includes(style);
}
