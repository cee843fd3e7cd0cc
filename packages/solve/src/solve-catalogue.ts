import { expandPaired, pointToWorld, type Body } from '@sacra/body';
import type { Vec3 } from '@sacra/geometry';
import {
  keyframeOf,
  resolveShape,
  shapeOf,
  type Catalogue,
  type CatalogueWay,
  type Move,
  type Shape,
  type ShapeSource,
} from '@sacra/pose';
import { solveKeyframe, type SolvedKeyframe } from './keyframe.ts';
import { mirrorKeyframe } from './mirror.ts';
import { patchPoints } from './problem.ts';
import { SolveState } from './state.ts';
import { solveTransition, type SolvedClip, type TransitionPlan } from './transition/clip.ts';

/** Solves the keyframes and ways of a catalogue on a body, each when it is first asked for, and remembers them. */
export interface CatalogueSolver {
  /** A keyframe by its key; a left one is the mirror of the right one. */
  keyframe(key: string): SolvedKeyframe;
  clip(way: CatalogueWay): SolvedClip;
}

const names = { isPaired: (name: string): boolean => expandPaired(name).length === 2 };

export function catalogueSolver(body: Body, catalogue: Catalogue): CatalogueSolver {
  const keyframes = new Map<string, SolvedKeyframe>();
  const lookup = (key: string): ShapeSource | undefined => shapeOf(catalogue, key);

  const keyframe = (key: string): SolvedKeyframe => {
    if (key.endsWith('@left')) return mirrorKeyframe(body, keyframe(key.replace(/@left$/, '@right')));
    const known = keyframes.get(key);
    if (known) return known;
    const solved = solve(key, keyframeOf(catalogue, key).shape);
    keyframes.set(key, solved);
    return solved;
  };

  const solve = (key: string, source: ShapeSource): SolvedKeyframe => {
    const shape: Shape = told(key, () => resolveShape(source, lookup, names));
    return told(key, () => solveKeyframe(body, key, shape, anchorPlaces));
  };

  const anchorPlaces = (of: string, patch: string): readonly Vec3[] => {
    // A keyframe with sides, named without one, is the right one.
    const key = catalogue.keyframes.has(of) || of.includes('@') ? of : `${of}@right`;
    const { kinematics } = new SolveState(body, keyframe(key).q);
    return patchPoints(body, patch).map(({ segment, positionM }) => pointToWorld(kinematics, segment, positionM));
  };

  const clip = (way: CatalogueWay): SolvedClip => {
    const plan: TransitionPlan = {
      way: way.id,
      from: keyframe(way.from),
      to: keyframe(way.to),
      via: (way.path?.via ?? []).map(({ at, shape }, i) => ({
        at,
        keyframe: solve(`${way.id} (via ${i + 1})`, shape),
      })),
      free: (way.path?.free ?? []).flatMap((patch) => expandPaired(patch)),
      moves: (way.path?.moves ?? []).flatMap(sidedMoves),
      seconds: way.seconds,
    };
    return solveTransition(body, plan);
  };

  return { keyframe, clip };
}

const sidedMoves = (move: Move): Move[] => expandPaired(move.patch).map((patch) => ({ ...move, patch }));

/** Content's faults come back with the key of the keyframe in front. */
function told<T>(key: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${key}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
