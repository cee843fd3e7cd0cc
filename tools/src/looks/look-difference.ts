import type { RgbImage } from '@sacra/figure';

/** How far two pictures are apart. */
export interface LookDifference {
  /** Share of pixels that look different, 0…1; 1 for pictures of different sizes. */
  readonly share: number;
  readonly isAccepted: boolean;
}

/** Pixels whose red, green or blue differ by more than this look different: four of the steps in which they are kept. */
const PIXEL_STEP = 32;
/**
 * Share of pixels that may. Processors round the last digit of a sine in two ways; that moves an edge by less than a pixel here
 * and there, never a hundredth of a picture.
 */
const TOLERATED_SHARE = 0.006;

/** Compares a picture with the one that was accepted. */
export function lookDifference(accepted: RgbImage, today: RgbImage): LookDifference {
  if (accepted.widthPx !== today.widthPx || accepted.heightPx !== today.heightPx)
    return { share: 1, isAccepted: false };
  const pixels = accepted.widthPx * accepted.heightPx;
  let different = 0;
  for (let i = 0; i < pixels * 3; i += 3) {
    for (let k = i; k < i + 3; k++) {
      if (Math.abs(accepted.rgb[k]! - today.rgb[k]!) <= PIXEL_STEP) continue;
      different++;
      break;
    }
  }
  const share = different / pixels;
  return { share, isAccepted: share <= TOLERATED_SHARE };
}
