import { expandPaired } from '@sacra/body';
import type { CatalogueWay, Move, ShapeSource } from '@sacra/pose';
import type { SolvedKeyframe } from '../keyframe.ts';

/** A way as the solver takes it. */
export interface TransitionPlan {
  readonly way: string;
  readonly from: SolvedKeyframe;
  readonly to: SolvedKeyframe;
  /** Shapes passed through, solved. */
  readonly via: readonly { readonly at: number; readonly keyframe: SolvedKeyframe }[];
  /** Patches that nothing holds between their contacts; sided names. */
  readonly free: readonly string[];
  /** Patches that change place; sided names. */
  readonly moves: readonly Move[];
  /** In which it is gone there or back, whichever is quicker. */
  readonly seconds: number;
}

/** What a way needs solved: its ends, and the shapes it passes through. */
export interface WayShapes {
  keyframe(key: string): SolvedKeyframe;
  via(name: string, shape: ShapeSource): SolvedKeyframe;
}

/** A way of the catalogue, with the right side leading. */
export function planWay(way: CatalogueWay, shapes: WayShapes): TransitionPlan {
  return {
    way: way.id,
    from: shapes.keyframe(way.from),
    to: shapes.keyframe(way.to),
    via: (way.path?.via ?? []).map(({ at, shape }, i) => ({
      at,
      keyframe: shapes.via(`${way.id} (via ${i + 1})`, shape),
    })),
    free: (way.path?.free ?? []).flatMap((patch) => expandPaired(patch)),
    moves: (way.path?.moves ?? []).flatMap((move) => expandPaired(move.patch).map((patch) => ({ ...move, patch }))),
    seconds: Math.min(way.seconds, way.back?.seconds ?? way.seconds),
  };
}
