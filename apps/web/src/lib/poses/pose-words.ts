import type { Depth, PoseAsDone } from '@sacra/pose';
import { places } from './ways-to-find.ts';
import { placeOf } from './find-poses.ts';

const depthWords: Readonly<Record<Depth, string>> = {
  rest: 'Restful.',
  gentle: 'Gentle.',
  moderate: 'Moderate.',
  deep: 'Deep, for a warm body.',
};

/** Such as: Lying. Gentle. Right, then left. 5 breaths a side. */
export function factsOf(done: PoseAsDone): readonly string[] {
  const { breaths, sides } = done.pose;
  const counted = `${breaths.default} ${breaths.counted}`;
  return [
    `${places.find(({ id }) => id === placeOf(done))?.label ?? ''}.`,
    depthWords[done.character.depth],
    ...(sides === 'one-then-other' ? ['Right, then left.', `${counted} a side.`] : [`${counted}.`]),
  ];
}
