import { asset } from '$app/paths';
import { cardFile } from '@sacra/pose';

/** Their proportions, so that their room is kept before they arrive. */
export const cardSize = { width: 500, height: 380 } as const;

/** Where the card of a keyframe lies, by its key. */
export const cardAddress = (keyframe: string): string => asset(`/cards/${cardFile(keyframe)}`);
