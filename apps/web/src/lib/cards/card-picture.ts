import { asset } from '$app/paths';
import { cardFile, stripFile, type Side } from '@sacra/pose';

/** Their proportions, so that their room is kept before they arrive. */
export const cardSize = { width: 500, height: 380 } as const;
export const stripSize = { width: 960, height: 300 } as const;

/**
 * How a picture is coloured. On a screen it follows the `color-scheme` of the page, light or dark; in print it is black lines on
 * white. Both are one file, fetched once.
 */
export type CardLook = 'screen' | 'print';

/** Where the card of a keyframe lies, by its key. */
export const cardAddress = (keyframe: string, look: CardLook = 'screen'): string =>
  asset(`/cards/${cardFile(keyframe)}`) + (look === 'print' ? '#print' : '');

/** Which way a strip leads: as its way is written, or back. */
export type StripDirection = 'onwards' | 'back';

/** Where the strip of a way lies, by the way's id in the catalogue; for the left side its mirror image. All its looks are one file. */
export function stripAddress(
  way: string,
  side: Side = 'right',
  look: CardLook = 'screen',
  direction: StripDirection = 'onwards',
): string {
  const shown = [
    ...(side === 'left' ? ['left'] : []),
    ...(direction === 'back' ? ['back'] : []),
    ...(look === 'print' ? ['print'] : []),
  ].join('-');
  return asset(`/cards/ways/${stripFile(way)}`) + (shown === '' ? '' : `#${shown}`);
}
