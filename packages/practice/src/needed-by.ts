import type { DirectedWay, Motion } from './span.ts';
import type { Timeline } from './timeline.ts';

/** What a figure has to be able to do for a timeline, in the order in which it is first needed. */
export interface Needed {
  /** Keys of keyframes, with their side. */
  readonly keyframes: readonly string[];
  /** Ways as they are gone: their id and the side that leads. */
  readonly ways: readonly Pick<DirectedWay, 'way' | 'side'>[];
}

export function neededBy({ spans }: Timeline): Needed {
  const keyframes = new Set<string>();
  const ways = new Map<string, Pick<DirectedWay, 'way' | 'side'>>();
  for (const { motion } of spans) {
    for (const key of placesOf(motion)) keyframes.add(key);
    for (const { way, side } of waysOf(motion)) ways.set(`${way}@${side}`, { way, side });
  }
  return { keyframes: [...keyframes], ways: [...ways.values()] };
}

function placesOf(motion: Motion): string[] {
  if (motion.kind === 'still') return [motion.keyframe];
  return waysOf(motion).flatMap(({ from, to }) => [from, to]);
}

function waysOf(motion: Motion): readonly DirectedWay[] {
  switch (motion.kind) {
    case 'still':
      return [];
    case 'way':
      return [motion.way];
    case 'cycle':
      return motion.movements;
  }
}
