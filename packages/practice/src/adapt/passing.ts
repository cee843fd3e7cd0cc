import { keyframeOf, poseAsDone, reachableFrom, route, type Catalogue, type Leg } from '@sacra/pose';
import { mayPlay, positionsBarred, type Barring, type Clearance } from '@sacra/safety';

/** Where a person may be, and which ways are open to them. */
export interface Passing {
  /** whether a practice may open or close in a keyframe */
  readonly mayBeIn: (key: string) => boolean;
  /** whether the way that the timeline takes leads past nothing that a limit forbids */
  readonly canGo: (from: string, to: string) => boolean;
  /** the limits that forbid whole positions, also on the way */
  readonly barring: readonly Barring[];
}

export function passingFor(catalogue: Catalogue, clearance: Clearance): Passing {
  const barred = positionsBarred(clearance);
  const mayPass = (key: string): boolean => {
    const { pose, variation } = keyframeOf(catalogue, key);
    return !barred.has(variation?.position ?? pose.position);
  };
  const holdsLying = clearance.limits.some(({ limit }) => limit === 'no-flat-back-lying');
  return {
    barring: clearance.limits
      .filter((held) => positionsBarred({ ...clearance, limits: [held] }).size > 0)
      .map(({ limit, becauseOf }) => ({ kind: 'limit', limit, becauseOf })),
    mayBeIn: (key) => {
      const { pose, variation } = keyframeOf(catalogue, key);
      if (!mayPass(key)) return false;
      if (pose.purpose === 'practice') {
        return mayPlay(clearance, poseAsDone(catalogue, pose.id, variation?.id ?? null).character);
      }
      // a passage names no limits: one doesn't stay in it, but a practice that opens there does, while it welcomes
      return !(holdsLying && pose.position === 'lying');
    },
    canGo: (from, to) => legsBetween(catalogue, from, to)?.every((leg) => mayPass(leg.to)) ?? false,
  };
}

/** The ways that the timeline takes between two keyframes; undefined where there are none. Looked for once. */
export function legsBetween(catalogue: Catalogue, from: string, to: string): readonly Leg[] | undefined {
  const known = legsByCatalogue.get(catalogue) ?? new Map<string, readonly Leg[] | undefined>();
  legsByCatalogue.set(catalogue, known);
  const key = `${from}>${to}`;
  if (!known.has(key)) known.set(key, reachableFrom(catalogue, from).has(to) ? route(catalogue, from, to) : undefined);
  return known.get(key);
}

const legsByCatalogue = new WeakMap<Catalogue, Map<string, readonly Leg[] | undefined>>();
