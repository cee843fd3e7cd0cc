import { pointToWorld, segmentRotation, type Body, type Configuration } from '@sacra/body';
import {
  mix,
  quatConjugate,
  quatMultiply,
  quatRotate,
  quatSlerp,
  subtract,
  add,
  scale,
  type Quaternion,
  type Vec3,
} from '@sacra/geometry';
import type { Move } from '@sacra/pose';
import type { SkinPoint } from '../objective/contact.ts';
import { SolveState } from '../state.ts';
import { mustM } from '../tolerances.ts';
import type { Key } from './reference.ts';

/** A patch that lies on a surface at both ends of a stretch of a way, and where it should be in between. */
export interface Track {
  readonly patch: string;
  readonly points: readonly SkinPoint[];
  readonly from: number;
  readonly to: number;
  /** True when it stays where it is: a slip would be seen. */
  readonly isPinned: boolean;
  /** How closely it is held to its place, metres: along the surface and across it. */
  holdAt(fraction: number): { readonly alongM: number; readonly acrossM: number };
  /** Targets of the points at a fraction within from…to, world, metres. */
  placesAt(fraction: number): readonly Vec3[];
}

/** What stays, stays to within this: closer than at rest, as on the way a slip of a millimetre would be seen. */
const stillM = 0.0003;

/** What slides along a level surface may take its own way there. */
const slideM = 0.02;

/** Patches whose points are no further apart than this at both ends stay where they are. */
const samePlaceM = 0.002;

/**
 * Follows a patch between two keys as a rigid piece: its middle goes straight, its segment turns the shortest way. A `move` says when
 * within the way it goes and how high it lifts; it rests before and after.
 *
 * @param isLevel whether it lies on the mat or on a level prop
 */
export function trackPatch(
  body: Body,
  patch: string,
  points: readonly SkinPoint[],
  a: Key,
  b: Key,
  move: Move | undefined,
  isLevel = true,
): Track {
  const placesA = places(body, a.q, points);
  const placesB = places(body, b.q, points);
  const isPinned = placesA.points.every((p, i) => Math.hypot(...subtract(p, placesB.points[i]!)) < samePlaceM);
  const window = move ?? { from: a.at, to: b.at, liftM: 0 };
  return {
    patch,
    points,
    from: a.at,
    to: b.at,
    isPinned,
    holdAt(fraction) {
      if (!move || isPinned) return { alongM: isPinned || !isLevel ? stillM : slideM, acrossM: stillM };
      // Half-way it may go round what is in its way; where it comes from and where it goes to it is held.
      const t = Math.min(1, Math.max(0, (fraction - move.from) / (move.to - move.from)));
      const midway = 16 * t * t * (1 - t) * (1 - t);
      return {
        alongM: mustM + midway * Math.max(isLevel ? slideM : 0, move.liftM / 4),
        acrossM: mustM + midway * (move.liftM / 10),
      };
    },
    placesAt(fraction) {
      const t = Math.min(1, Math.max(0, (fraction - window.from) / (window.to - window.from)));
      if (isPinned) {
        const whole = (fraction - a.at) / (b.at - a.at);
        return placesA.points.map((p, i) => mix(p, placesB.points[i]!, whole));
      }
      const s = move ? t * t * (3 - 2 * t) : t;
      const turn = quatSlerp(placesA.rotation, placesB.rotation, s);
      const middle = mix(placesA.middle, placesB.middle, s);
      const lift = window.liftM * 16 * s * s * (1 - s) * (1 - s);
      const back = quatMultiply(turn, quatConjugate(placesA.rotation));
      const forth = quatMultiply(turn, quatConjugate(placesB.rotation));
      return placesA.points.map((p, i) => {
        // Seen from both ends, so that each end is met exactly.
        const fromA = add(middle, quatRotate(back, subtract(p, placesA.middle)));
        const fromB = add(middle, quatRotate(forth, subtract(placesB.points[i]!, placesB.middle)));
        const place = mix(fromA, fromB, s);
        return [place[0], place[1], place[2] + lift];
      });
    },
  };
}

function places(
  body: Body,
  q: Configuration,
  points: readonly SkinPoint[],
): { points: Vec3[]; middle: Vec3; rotation: Quaternion } {
  const { kinematics } = new SolveState(body, q);
  const world = points.map(({ segment, positionM }) => pointToWorld(kinematics, segment, positionM));
  const middle = scale(world.reduce(add, [0, 0, 0]), 1 / world.length);
  return { points: world, middle, rotation: segmentRotation(kinematics, points[0]!.segment) };
}
