import { expandPaired, pointToWorld, type Body, type BodyState, type Configuration } from '@sacra/body';
import type { Vec3 } from '@sacra/geometry';
import {
  keyframeOf,
  mirrorKey,
  resolveShape,
  shapeOf,
  type Catalogue,
  type CatalogueWay,
  type Shape,
  type ShapeSource,
  type Side,
} from '@sacra/pose';
import type { Deviation } from './deviations.ts';
import { isEven } from './even.ts';
import { solveKeyframe, type SolvedKeyframe, type Starts } from './keyframe.ts';
import { mirrorBody } from './mirror-body.ts';
import { mirrorSolvedKeyframe } from './mirror.ts';
import { mirrorSolvedClip } from './transition/mirror-clip.ts';
import { lengthScale, patchPoints } from './problem.ts';
import { SolveState } from './state.ts';
import { standAsElsewhere } from './surfaces.ts';
import type { SolvedClip } from './transition/clip.ts';
import { planWay } from './transition/plan.ts';
import { solveTransition } from './transition/solve-transition.ts';

/** Solves the keyframes and ways of a catalogue on a body, each when it is first asked for, and remembers the keyframes. */
export interface CatalogueSolver {
  readonly body: Body;
  readonly catalogue: Catalogue;
  /** Keyframes of the body for which the shapes were written, to tell what gave way on this one. */
  readonly reference?: Reference;
  /** A keyframe by its key; a left one is the mirror of the right one, or on a body whose left and right differ solved for itself. */
  keyframe(key: string): SolvedKeyframe;
  /** A way with one side leading; with the left one its mirrored name, and its ends are the keyframes of that side. */
  clip(way: CatalogueWay, side?: Side): SolvedClip;
}

/** Solved keyframes by their key. */
export type Keyframes = Pick<CatalogueSolver, 'keyframe'>;

/** What is known of the keyframes of the body for which the shapes were written: a solver of them, or an atlas of it. */
export interface Reference {
  /** Undefined when it isn't among them. */
  keyframe(
    key: string,
  ): { readonly q: Configuration; readonly measure: { readonly deviations: readonly Deviation[] } } | undefined;
}

const names = { isPaired: (name: string): boolean => expandPaired(name).length === 2 };

/** @param reference the keyframes of the reference body; without them everything far from its wish counts as having given way */
export function catalogueSolver(body: Body, catalogue: Catalogue, reference?: Reference): CatalogueSolver {
  const keyframes = new Map<string, SolvedKeyframe>();
  const keyframe = (key: string): SolvedKeyframe => {
    const known = keyframes.get(key);
    if (known) return known;
    const solved = key.endsWith('@left')
      ? mirrorSolvedKeyframe(body, mirrored().keyframe(mirrorKey(key)))
      : solve(key, keyframeOf(catalogue, key).shape);
    keyframes.set(key, solved);
    return solved;
  };

  /** What solves the left: the mirror image of the right one on the mirrored body, which on an even body is this one. */
  let twin: Pick<CatalogueSolver, 'keyframe' | 'clip'> | undefined;
  const mirrored = (): Pick<CatalogueSolver, 'keyframe' | 'clip'> =>
    (twin ??= isEven(body) ? { keyframe, clip } : catalogueSolver(mirrorBody(body), catalogue, reference));

  const solve = (key: string, source: ShapeSource): SolvedKeyframe => {
    const shape = told(key, () =>
      standAsElsewhere(resolved(catalogue, source), lengthScale(body), (of) => keyframe(anchoredKey(of))),
    );
    return told(key, () => solveKeyframe(body, key, shape, anchorPlaces, startsOf(key, shape)));
  };

  const startsOf = (key: string, shape: Shape): Starts => {
    const anchor = shape.anchors[0] && keyframe(anchoredKey(shape.anchors[0].of));
    const unspoken = anchor && (anchor.symmetric || !shape.symmetric) ? anchor.q : undefined;
    const elsewhere = catalogue.keyframes.has(key) ? reference?.keyframe(key)?.q : undefined;
    return {
      ...(unspoken && { unspoken }),
      ...(elsewhere && { elsewhere: movedTo(body, elsewhere) }),
    };
  };

  const standing = new Map<string, BodyState>();
  const anchorPlaces = (of: string, patch: string): readonly Vec3[] => {
    let state = standing.get(of);
    if (!state) {
      state = new SolveState(body, keyframe(anchoredKey(of)).q).kinematics;
      standing.set(of, state);
    }
    const there = state;
    return patchPoints(body, patch).map(({ segment, positionM }) => pointToWorld(there, segment, positionM));
  };

  /** A keyframe with sides, named without one, is the right one: shapes are written for the right side leading. */
  const anchoredKey = (of: string): string => (catalogue.keyframes.has(of) || of.includes('@') ? of : `${of}@right`);

  const clip = (way: CatalogueWay, side: Side = 'right'): SolvedClip =>
    side === 'left'
      ? mirrorSolvedClip(body, mirrored().clip(way))
      : solveTransition(body, planWay(way, { keyframe, via: (name, shape) => solve(name, shape) }));

  return { body, catalogue, ...(reference && { reference }), keyframe, clip };
}

/** Shapes with nothing left to look up; the same ones serve every body. */
const resolvedShapes = new WeakMap<Catalogue, Map<ShapeSource, Shape>>();

function resolved(catalogue: Catalogue, source: ShapeSource): Shape {
  const known = resolvedShapes.get(catalogue) ?? new Map<ShapeSource, Shape>();
  resolvedShapes.set(catalogue, known);
  const shape = known.get(source) ?? resolveShape(source, (key) => shapeOf(catalogue, key), names);
  known.set(source, shape);
  return shape;
}

/** A configuration of a body of 1.70 m for one of another height. */
function movedTo(body: Body, q: Configuration): Configuration {
  const scale = lengthScale(body);
  return q.map((value, i) => (i < 3 ? value * scale : value));
}

/** Content's faults come back with the key of the keyframe in front. */
function told<T>(key: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${key}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
