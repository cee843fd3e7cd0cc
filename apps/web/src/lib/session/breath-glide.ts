import type { Breath } from '@sacra/practice';

/**
 * A browser's nearest curve to half a cosine wave, which is how a breath swells (`slowInSlowOut`): never further off than a hundredth.
 *
 * @internal seen by the tests
 */
export const SLOW_IN_SLOW_OUT = [0.3642, 0, 0.6358, 1] as const;

/** The sun as it is when a breath is empty and when it is full. */
interface Glide {
  readonly empty: Keyframe;
  readonly full: Keyframe;
}

/** It grows and wanes, or, where little should move, grows light and dark. */
export const growing: Glide = { empty: { transform: 'scale(0.56)' }, full: { transform: 'scale(1)' } };
export const brightening: Glide = { empty: { opacity: 0.12 }, full: { opacity: 1 } };

/** A whole breath for the browser to play by itself: it glides on, however busy the page is. */
export function breathGlide(
  { startS, turnS, endS }: Breath,
  { empty, full }: Glide,
): { keyframes: Keyframe[]; durationMs: number } {
  const easing = `cubic-bezier(${SLOW_IN_SLOW_OUT.join(', ')})`;
  return {
    keyframes: [
      { ...empty, offset: 0, easing },
      { ...full, offset: (turnS - startS) / (endS - startS), easing },
      { ...empty, offset: 1 },
    ],
    durationMs: (endS - startS) * 1000,
  };
}
