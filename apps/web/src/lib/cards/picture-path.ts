import { cardFile, mirrorKey, stripFile, type Side } from '@sacra/pose';

/**
 * How a picture is coloured. On a screen it follows the `color-scheme` of the page, light or dark; in print it is black lines on
 * white. Both are one file, fetched once.
 */
export type CardLook = 'screen' | 'print';

/** The card of a keyframe in the folder of cards, by its key. One file has both sides in it: the left one is the mirror image. */
export function cardPath(keyframe: string, look: CardLook = 'screen'): string {
  const isLeft = keyframe.endsWith('@left');
  const file = cardFile(isLeft ? mirrorKey(keyframe) : keyframe);
  return file + fragmentOf(isLeft && 'left', look === 'print' && 'print');
}

/** Which way a strip leads: as its way is written, or back. */
export type StripDirection = 'onwards' | 'back';

/** The strip of a way in the folder of cards, by the way's id in the catalogue; for the left side its mirror image. All its looks are one file. */
export function stripPath(
  way: string,
  side: Side = 'right',
  look: CardLook = 'screen',
  direction: StripDirection = 'onwards',
): string {
  const fragment = fragmentOf(side === 'left' && 'left', direction === 'back' && 'back', look === 'print' && 'print');
  return `ways/${stripFile(way)}${fragment}`;
}

/** What stands behind the address of a picture to ask for other looks of it. */
function fragmentOf(...parts: readonly (string | false)[]): string {
  const shown = parts.filter(Boolean).join('-');
  return shown === '' ? '' : `#${shown}`;
}
