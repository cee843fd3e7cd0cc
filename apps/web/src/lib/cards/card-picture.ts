import { asset } from '$app/paths';
import cards from '#lib/content/generated/cards.json';

export interface CardPicture {
  readonly src: string;
  /** What it shows, in words. */
  readonly alt: string;
  /** Its proportions, so that its room is kept before it arrives. */
  readonly width: number;
  readonly height: number;
}

const files: Readonly<Record<string, { readonly file: string; readonly alt: string }>> = cards;

/** The card of a keyframe, by its key; undefined when none was drawn. */
export function cardPicture(keyframe: string): CardPicture | undefined {
  const card = files[keyframe];
  return card === undefined ? undefined : { src: asset(`/cards/${card.file}`), alt: card.alt, width: 500, height: 380 };
}
