import type { Body, Configuration } from '@sacra/body';
import type { Shape, Tier } from '@sacra/pose';
import type { Vec3 } from '@sacra/geometry';
import { worldPoint } from './deviations.ts';
import { chosenHeightM } from './objective/chosen-height.ts';
import { measureShape, strain, type ShapeMeasure } from './measure.ts';
import { lengthScale, patchPoints, problemOf, restingPoints, type AnchorLookup, type Problem } from './problem.ts';
import { attempts } from './attempts.ts';
import { Solver } from './solver.ts';
import { SolveState } from './state.ts';
import { placeProps, settleProps, type PlacedProp } from './surfaces.ts';
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
  /** The shape it is solved for, with the heights of its props as they were chosen. */
  readonly shape: Shape;
  readonly symmetric: boolean;
  readonly measure: ShapeMeasure;
  readonly iterations: number;
}

/** Where a search begins, when it isn't where the shape says. */
export interface Starts {
  /** Where joints begin that the shape says nothing about: as in a keyframe that it is anchored to. */
  readonly unspoken?: Configuration;
  /** The same keyframe on another body: the first start, when it is known. */
  readonly elsewhere?: Configuration;
  /** A configuration close to the answer: the only start. */
  readonly warm?: Configuration;
}

/** An end that strains more than this is shown only when no other search ends better: about 2 mm off its contacts. */
const settledStrain = 0.4;

/**
 * Solves a shape on a body. A search that ends with a contact missed, a part in the mat or in another, or a joint past its range, is
 * begun again from where the shape says, and then more slowly; the best end counts.
 *
 * @param anchors where patches of other keyframes stand; asked only for those that the shape is anchored to
 */
export function solveKeyframe(
  body: Body,
  key: string,
  shape: Shape,
  anchors: AnchorLookup,
  starts: Starts = {},
): SolvedKeyframe {
  const problem = problemOf(body, shape, anchors, starts.unspoken);
  const state = new SolveState(body, problem.start);
  const solver = new Solver(state, problem.movement);
  let best: SolvedKeyframe | undefined;
  let iterations = 0;
  for (const { from, stages } of attempts(problem.start, starts)) {
    let q = from;
    for (const stage of stages) {
      state.softness = stage.softness;
      iterations += solver.minimise(problem.rows, q, stage).iterations;
      q = state.q;
    }
    const solved = solvedKeyframe(body, key, shape, anchors, problem, state);
    if (!best || strain(solved.measure) < strain(best.measure)) best = solved;
    if (strain(best.measure) <= settledStrain) break;
  }
  return { ...best!, iterations };
}

/** How well a configuration keeps a shape on a body, wherever it comes from. */
export function measureKeyframe(body: Body, shape: Shape, q: Configuration, anchors: AnchorLookup): ShapeMeasure {
  const problem = problemOf(body, shape, anchors);
  return solvedKeyframe(body, '', shape, anchors, problem, new SolveState(body, q)).measure;
}

function solvedKeyframe(
  body: Body,
  key: string,
  shape: Shape,
  anchors: AnchorLookup,
  problem: Problem,
  state: SolveState,
): SolvedKeyframe {
  const settled = settleProps(shape, (prop, range) => chosenHeightM(restingPoints(body, shape, prop), range, state));
  const measure = measureShape(body, settled, problem, state, anchors);
  const contacts = shape.contacts.map(({ patch, on = 'mat', tier = 'must' }) => ({
    patch,
    surface: on,
    tier,
    pointsM: patchPoints(body, patch).map((point) => worldPoint(state, point)),
  }));
  return {
    key,
    shape: settled,
    q: state.q,
    contacts,
    residualMm: measure.mustResidualMm,
    yielded: measure.yielded.map(({ group }) => group),
    props: placeProps(settled, lengthScale(body), state, (name) => landmarkByName(body, name)),
    symmetric: shape.symmetric,
    measure,
    iterations: 0,
  };
}
