import { mirrorConfiguration, type Body, type Configuration } from '@sacra/body';
import type { Side } from '@sacra/pose';
import type { Clip } from '../transition/clip.ts';
import { pointOnCurve } from '../transition/curve.ts';
import { ease } from '../transition/ease.ts';

/**
 * The body at a moment of a clip.
 *
 * @param fraction of its time: 0 at the clip's first keyframe, 1 at its second; what lies outside is taken as the nearer end
 * @param side `left` gives the mirror image
 */
export function sampleClip(body: Body, clip: Clip, fraction: number, side: Side = 'right'): Configuration {
  const q = pointOnCurve(body, clip.at, clip.knots, ease(Math.min(1, Math.max(0, fraction))));
  return side === 'left' ? mirrorConfiguration(body, q) : q;
}
