import type { Body, Configuration } from '@sacra/body';
import type { Shape, Tier } from '@sacra/pose';
import type { Vec3 } from '@sacra/geometry';
import { measureShape, type ShapeMeasure } from './measure.ts';
import { lengthScale, patchPoints, problemOf, type AnchorLookup } from './problem.ts';
import { Solver, type SolverOptions } from './solver.ts';
import { SolveState } from './state.ts';
import { placeProps, type PlacedProp } from './surfaces.ts';
import { landmarkByName } from '@sacra/body';

/** A patch of skin and where its points are, world, metres. */
export interface KeyframeContact {
  readonly patch: string;
  readonly surface: string;
  readonly tier: Tier;
  readonly pointsM: readonly Vec3[];
}

/** A pose solved on a body. */
export interface Keyframe {
  readonly key: string;
  readonly q: Configuration;
  readonly contacts: readonly KeyframeContact[];
  /** The largest distance of a must-contact from its surface or of an anchor from its place, millimetres. */
  readonly residualMm: number;
  /** Groups that are further from their wish than a teacher would overlook, the furthest first. */
  readonly yielded: readonly string[];
  readonly props: readonly PlacedProp[];
}

export interface SolvedKeyframe extends Keyframe {
  readonly symmetric: boolean;
  readonly measure: ShapeMeasure;
  readonly iterations: number;
}

/** The search begins with contacts and collisions this many times softer, and hardens step by step. */
const coldStages: readonly (SolverOptions & { readonly softness: number })[] = [
  { softness: 40, maxIterations: 40, relativeTolerance: 1e-3 },
  { softness: 6, maxIterations: 40, relativeTolerance: 1e-3 },
  { softness: 1, maxIterations: 200, relativeTolerance: 1e-4 },
];
const warmStages = coldStages.slice(2);

/**
 * Solves a shape on a body.
 *
 * @param anchors where patches of other keyframes stand; asked only for those that the shape is anchored to
 * @param warm a configuration close to the answer, for example that of another body; without it the search begins as the shape says
 */
export function solveKeyframe(
  body: Body,
  key: string,
  shape: Shape,
  anchors: AnchorLookup,
  warm?: Configuration,
): SolvedKeyframe {
  const problem = problemOf(body, shape, anchors);
  let q = warm ?? problem.start;
  const state = new SolveState(body, q);
  const solver = new Solver(state, problem.movement);
  let iterations = 0;
  for (const stage of warm ? warmStages : coldStages) {
    state.softness = stage.softness;
    iterations += solver.minimise(problem.rows, q, stage).iterations;
    q = state.q;
  }
  const measure = measureShape(body, shape, problem, state, anchors);
  const contacts = shape.contacts.map(({ patch, on = 'mat', tier = 'must' }) => ({
    patch,
    surface: on,
    tier,
    pointsM: patchPoints(body, patch).map((point) => worldPoint(state, point)),
  }));
  return {
    key,
    q,
    contacts,
    residualMm: measure.mustResidualMm,
    yielded: measure.yielded.map(({ group }) => group),
    props: placeProps(shape, lengthScale(body), state, (name) => landmarkByName(body, name)),
    symmetric: shape.symmetric,
    measure,
    iterations,
  };
}

function worldPoint(state: SolveState, point: { segment: number; positionM: Vec3 }): Vec3 {
  const place = new Float64Array(3);
  state.placePoint(point.segment, point.positionM, place);
  return [place[0]!, place[1]!, place[2]!];
}
