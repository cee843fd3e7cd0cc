import { doingOf, keyframesNeeded } from './as-done.ts';
import type { Catalogue } from './catalogue.ts';
import { mirrorKey, type KeyframeKey } from './key.ts';
import type { PracticePose } from './pose.ts';
import { legsOf, reachableFrom } from './ways.ts';

/** What has been solved: keys of keyframes and ids of ways, written for the right side leading. */
export interface Solved {
  readonly keyframes: ReadonlySet<KeyframeKey>;
  readonly ways: ReadonlySet<string>;
}

/** What a person can be offered of a pose. */
export interface Supported {
  /** the pose as it is, without a variation */
  readonly plain: boolean;
  /** ids of the variations, in the order of the file */
  readonly variations: readonly string[];
}

/**
 * Which poses and variations can be played: every keyframe they need is solved, can be reached from `startKey` and left for it again,
 * over solved ways, and a cycle has the ways it moves along.
 */
export function supportedBy(
  catalogue: Catalogue,
  solved: Solved,
  startKey: KeyframeKey,
): ReadonlyMap<string, Supported> {
  const isOpen = (wayId: string): boolean => {
    const way = catalogue.ways.get(wayId);
    return way !== undefined && solved.ways.has(wayId) && [way.from, way.to].every(isSolved);
  };
  const isSolved = (key: KeyframeKey): boolean => solved.keyframes.has(key) || solved.keyframes.has(mirrorKey(key));
  const reachable = reachableFrom(catalogue, startKey, isOpen);
  const legs = new Set(
    [...catalogue.ways.values()]
      .filter((way) => isOpen(way.id))
      .flatMap(legsOf)
      .map((leg) => `${leg.from}>${leg.to}`),
  );

  const canPlay = (pose: PracticePose, variationId: string | null): boolean => {
    const doing = doingOf(catalogue, pose.id, variationId, pose.sides === 'one-then-other' ? 'right' : 'both');
    const needed = keyframesNeeded(doing);
    if (!needed.every((key) => isSolved(key) && reachable.has(key))) return false;
    const entry = needed[0];
    if (entry === undefined || !reachableFrom(catalogue, entry, isOpen).has(startKey)) return false;
    return doing.kind === 'hold' || cycleLegs(doing).every(([from, to]) => legs.has(`${from}>${to}`));
  };

  const supported = new Map<string, Supported>();
  for (const pose of catalogue.poses.values()) {
    if (pose.purpose !== 'practice') continue;
    const variations = pose.variations.map((variation) => variation.id).filter((id) => canPlay(pose, id));
    supported.set(pose.id, { plain: canPlay(pose, null), variations });
  }
  return supported;
}

/** The movements a cycle is made of, in either order of its two halves. */
function cycleLegs(cycle: {
  readonly home: KeyframeKey;
  readonly in: KeyframeKey;
  readonly out: KeyframeKey;
}): [KeyframeKey, KeyframeKey][] {
  const { home, in: first, out: second } = cycle;
  return [
    [home, first],
    [home, second],
    [first, second],
    [second, first],
    [first, home],
    [second, home],
  ];
}
