import { createState, forwardKinematics, pointToWorld, type Body, type Configuration } from '@sacra/body';
import type { PropPlace } from '@sacra/figure';
import { distance, mix, type Vec3 } from '@sacra/geometry';

/** What a hand slides into its place. Furniture and walls stand where they are all the time. */
const movable: ReadonlySet<PropPlace['kind']> = new Set(['cushion', 'bolster', 'block', 'blanket']);

/** So much deeper than where it comes to rest, metres, a part of the body may be in a soft thing. */
const settlesM = 0.02;
const LOOKS = 32;

/**
 * How much of a movement, counted from the end where a thing lies under the body, the thing can be in its place without the body passing
 * through it: 1 the whole movement, 0 only its end.
 *
 * @param at the body at a fraction of the movement, 0 at the end where the thing is in use
 */
export function shareWithProp(body: Body, prop: PropPlace, at: (fraction: number) => Configuration): number {
  if (!movable.has(prop.kind)) return 1;
  const rest = depthsIn(body, prop, at(0));
  for (let look = 1; look <= LOOKS; look++) {
    const isThrough = depthsIn(body, prop, at(look / LOOKS)).some(
      (depthM, part) => depthM > Math.max(0, rest[part]!) + settlesM,
    );
    if (isThrough) return (look - 1) / LOOKS;
  }
  return 1;
}

/** How deep each part of the body is inside a thing that is taken as a box, metres; negative beside it. */
function depthsIn(body: Body, prop: PropPlace, q: Configuration): number[] {
  const state = createState(body);
  forwardKinematics(body, q, state);
  return body.capsules.map(({ segment, startM, startRadiusM, endM, endRadiusM }) => {
    const start = pointToWorld(state, segment, startM);
    const end = pointToWorld(state, segment, endM);
    return Math.max(
      ...[0, 0.25, 0.5, 0.75, 1].map(
        (t) => startRadiusM + (endRadiusM - startRadiusM) * t - awayFrom(prop, mix(start, end, t)),
      ),
    );
  });
}

/** How far a point is from the box of a thing, metres; inside it, how far from its nearest face, negative. */
function awayFrom({ positionM, sizeM, yawRad }: PropPlace, point: Vec3): number {
  const [dx, dy] = [point[0] - positionM[0], point[1] - positionM[1]];
  const [cos, sin] = [Math.cos(yawRad), Math.sin(yawRad)];
  const beyond = [
    Math.abs(cos * dx + sin * dy) - sizeM[0] / 2,
    Math.abs(cos * dy - sin * dx) - sizeM[1] / 2,
    Math.abs(point[2] - positionM[2] - sizeM[2] / 2) - sizeM[2] / 2,
  ] as const;
  const outside: Vec3 = [Math.max(0, beyond[0]), Math.max(0, beyond[1]), Math.max(0, beyond[2])];
  return distance(outside, [0, 0, 0]) + Math.min(0, Math.max(...beyond));
}
