import {
  doingOf,
  keyframeOf,
  poseAsDone,
  reachableFrom,
  route,
  type Catalogue,
  type Character,
  type Limit,
} from '@sacra/pose';
import { mayPlay, type Barring, type Choice, type Clearance } from '@sacra/safety';

/** What a passage would ask of the person on the way: poses name their bars themselves, passages have none. */
const positionsBarredBy: Partial<Readonly<Record<Limit, readonly string[]>>> = {
  'no-kneeling': ['kneeling', 'all-fours'],
  'chair-only': ['kneeling', 'all-fours', 'lying', 'inverted-v'],
};

/** Passages that one lies flat in. */
const flatPassages = ['knees-bent-on-back', 'arms-out-on-back'];

/** Whether a limit forbids whole positions, also on the way. */
export function forbidsPositions(limit: Limit): boolean {
  return positionsBarredBy[limit] !== undefined;
}

/** Where a person may be and which ways are open to them, by the positions that their limits forbid. */
export function waysFor(catalogue: Catalogue, clearance: Clearance) {
  const barring = clearance.limits.filter(({ limit }) => forbidsPositions(limit));
  const positions = new Set(barring.flatMap(({ limit }) => positionsBarredBy[limit] ?? []));
  const isFlatBarred = clearance.limits.some(({ limit }) => limit === 'no-flat-back-lying');
  const mayPass = (key: string): boolean => {
    const { pose, variation } = keyframeOf(catalogue, key);
    return !positions.has(variation?.position ?? pose.position);
  };
  return {
    barring: barring.map(({ limit, becauseOf }): Barring => ({ kind: 'limit', limit, becauseOf })),
    mayBeIn: (key: string): boolean => {
      const { pose } = keyframeOf(catalogue, key);
      if (!mayPass(key) || (isFlatBarred && flatPassages.includes(key))) return false;
      return pose.purpose === 'passage' || mayPlay(clearance, characterOf(catalogue, key));
    },
    isOpen: (way: string): boolean => {
      const { from, to } = catalogue.ways.get(way) ?? {};
      return from !== undefined && to !== undefined && mayPass(from) && mayPass(to);
    },
    canGo: (from: string, through: readonly string[]): boolean =>
      through.every((to, index) => {
        const start = through[index - 1] ?? from;
        if (!reachableFrom(catalogue, start).has(to)) return false;
        return route(catalogue, start, to).every((leg) => mayPass(leg.to));
      }),
  };
}

function sidesOf(catalogue: Catalogue, { pose }: Choice): readonly ('right' | 'left' | 'both')[] {
  return catalogue.poses.get(pose)?.sides === 'one-then-other' ? ['right', 'left'] : ['both'];
}

/** The keyframes in which a pose is entered and left, one for each side. */
export function entriesOf(catalogue: Catalogue, choice: Choice): string[] {
  return sidesOf(catalogue, choice).map((side) => entryOf(catalogue, choice, side));
}

/** The keyframe in which a pose is entered and left. */
function entryOf(catalogue: Catalogue, { pose, variation }: Choice, side: 'right' | 'left' | 'both'): string {
  const doing = doingOf(catalogue, pose, variation, side);
  return doing.kind === 'hold' ? doing.keyframe : doing.home;
}

/** How long the ways from one keyframe to another take. */
export function secondsBetween(catalogue: Catalogue, from: string, to: string): number {
  return from === to ? 0 : route(catalogue, from, to).reduce((sum, { seconds }) => sum + seconds, 0);
}

function characterOf(catalogue: Catalogue, key: string): Character {
  const { pose, variation } = keyframeOf(catalogue, key);
  return poseAsDone(catalogue, pose.id, variation?.id ?? null).character;
}
