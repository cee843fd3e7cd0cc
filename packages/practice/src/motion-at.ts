import type { Side } from '@sacra/pose';
import { slowInSlowOut } from './breath.ts';
import { lastStartingBy } from './last-starting-by.ts';
import { spanAt } from './moments.ts';
import type { DirectedWay } from './span.ts';
import type { Timeline } from './timeline.ts';

/** What the figure shows at one moment. */
export type FigureMoment =
  | { readonly kind: 'still'; readonly keyframe: string }
  | {
      readonly kind: 'way';
      readonly way: string;
      /** `left`: show the clip's mirror. */
      readonly side: Side;
      /** Place in the clip as it lies in the atlas, 0 its first frame … 1 its last, already turned round for a way gone in reverse. */
      readonly clip01: number;
      readonly from: string;
      readonly to: string;
    };

/**
 * The figure as a pure function of the second: the same for the same second, whichever way one came there. Movements begin and end
 * at rest.
 */
export function motionAt(timeline: Timeline, tS: number): FigureMoment {
  const span = spanAt(timeline, tS);
  const { motion } = span;
  switch (motion.kind) {
    case 'still':
      return motion;
    case 'way':
      return onTheWay(motion.way, span.startS, span.endS, tS);
    case 'cycle': {
      const movement = motion.movements[Math.max(0, lastStartingBy(motion.movements, tS))];
      if (movement === undefined) return { kind: 'still', keyframe: motion.home };
      return onTheWay(movement, movement.startS, movement.endS, tS);
    }
  }
}

function onTheWay(
  { way, side, reverse, from, to }: DirectedWay,
  startS: number,
  endS: number,
  tS: number,
): FigureMoment {
  const progress01 = slowInSlowOut(Math.min(1, Math.max(0, (tS - startS) / (endS - startS))));
  return { kind: 'way', way, side, from, to, clip01: reverse ? 1 - progress01 : progress01 };
}
