import { asset } from '$app/paths';
import { cardPath, stripPath } from './picture-path.ts';

/** Their proportions, so that their room is kept before they arrive. */
export const cardSize = { width: 500, height: 380 } as const;
export const stripSize = { width: 960, height: 300 } as const;

/** Where the card of a keyframe lies, as `cardPath`. */
export const cardAddress = (...card: Parameters<typeof cardPath>): string => asset(`/cards/${cardPath(...card)}`);

/** Where the strip of a way lies, as `stripPath`. */
export const stripAddress = (...strip: Parameters<typeof stripPath>): string => asset(`/cards/${stripPath(...strip)}`);
