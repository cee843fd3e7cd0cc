import {
  createState,
  forwardKinematics,
  pointToWorld,
  type Body,
  type BodyState,
  type Capsule,
  type Configuration,
} from '@sacra/body';
import type { PropPlace } from '@sacra/figure';

/** Places so close are of one prop. */
const SAME_PROP_M = 0.25;
/** A body that reaches farther into something soft than this isn't resting on it but in its place. */
const GIVE_M = 0.04;
/** Points taken along a capsule. */
const SAMPLES = 7;

/**
 * What stands there in each picture of a movement that begins with the props `first` and ends with `last`: what both have, and of
 * what only one of them has, furniture, and whatever else the body isn't in the place of. Nobody lies in a cushion that is
 * brought later or was taken away before.
 */
export function propsInPictures(
  body: Body,
  configurations: readonly Configuration[],
  first: readonly PropPlace[],
  last: readonly PropPlace[],
): PropPlace[][] {
  const kept = last.filter((prop) => first.some((other) => isSameProp(prop, other)));
  const state = createState(body);
  return configurations.map((q, i) => {
    const isLast = i === configurations.length - 1;
    const own = i === 0 ? first : isLast ? last : kept;
    const others = [...last, ...first].filter((prop) => !own.some((other) => isSameProp(prop, other)));
    forwardKinematics(body, q, state);
    return [...own, ...others.filter((prop) => isFurniture(prop) || depthIn(prop, body, state) < GIVE_M)];
  });
}

const isFurniture = ({ kind }: PropPlace): boolean => kind === 'chair' || kind === 'table' || kind === 'wall';

const isSameProp = (a: PropPlace, b: PropPlace): boolean =>
  a.kind === b.kind && Math.hypot(a.positionM[0] - b.positionM[0], a.positionM[1] - b.positionM[1]) < SAME_PROP_M;

/**
 * How far the body reaches into the box of a prop, metres; below 0 by how far it stays away.
 *
 * @internal seen by the tests
 */
export function depthIn(prop: PropPlace, body: Body, state: BodyState): number {
  return Math.max(...body.capsules.map((capsule) => capsuleDepth(prop, capsule, state)));
}

function capsuleDepth(
  prop: PropPlace,
  { segment, startM, endM, startRadiusM, endRadiusM }: Capsule,
  state: BodyState,
): number {
  const [start, end] = [startM, endM].map((point) => pointToWorld(state, segment, point));
  return Math.max(
    ...Array.from({ length: SAMPLES }, (_, i) => {
      const share = i / (SAMPLES - 1);
      const at = [0, 1, 2].map((k) => start![k]! + share * (end![k]! - start![k]!));
      return startRadiusM + share * (endRadiusM - startRadiusM) - distanceToBox(prop, at as [number, number, number]);
    }),
  );
}

/** Signed distance of a point from the box of a prop, metres: I. Quilez, "Distance functions". */
function distanceToBox({ positionM, sizeM, yawRad }: PropPlace, point: readonly [number, number, number]): number {
  const [dx, dy, dz] = [0, 1, 2].map((k) => point[k]! - positionM[k]!) as [number, number, number];
  const [cos, sin] = [Math.cos(yawRad), Math.sin(yawRad)];
  const beyond = [
    Math.abs(cos * dx + sin * dy) - sizeM[0] / 2,
    Math.abs(cos * dy - sin * dx) - sizeM[1] / 2,
    Math.abs(dz - sizeM[2] / 2) - sizeM[2] / 2,
  ];
  return Math.hypot(...beyond.map((by) => Math.max(0, by))) + Math.min(0, Math.max(...beyond));
}
