import { keyframeOf, mirrorKey, parseKey, formatKey, type Catalogue, type KeyframeKey, type Shape } from '@sacra/pose';
import type { Deviation } from './deviations.ts';
import type { SolvedKeyframe } from './keyframe.ts';
import { keyframeLaws, overlooked, type ShapeMeasure } from './measure.ts';
import type { CatalogueSolver } from './solve-catalogue.ts';

/** Why a body can't do a pose as it is written: what is kept least, in the unit that it has. */
export interface Because {
  /** `wish`: a group gave way further than its shape lets it (`givesAtMost`). */
  readonly kind: 'contact' | 'mat' | 'overlap' | 'range' | 'wish';
  /** The patch, part, pair of parts, joint or group. */
  readonly what: string;
  readonly amount: number;
  readonly unit: 'mm' | 'deg';
}

/** How a pose comes out on a body: as written, as the keyframe that answers it, or not at all. */
export type Fit =
  | {
      readonly key: KeyframeKey;
      /** The keyframe that is shown: `key` itself, or the first of the pose's `bodies.answeredBy` that fits. */
      readonly shown: KeyframeKey;
      readonly keyframe: SolvedKeyframe;
      /** Groups of the shown shape that gave way on this body, the furthest first. */
      readonly gaveWay: readonly string[];
      /** Why `key` itself isn't shown. */
      readonly because?: Because;
    }
  | { readonly key: KeyframeKey; readonly shown: undefined; readonly because: Because };

/**
 * Whether a body can do a pose as it is written, and if not, which keyframe answers it: with a prop, or easier.
 *
 * @throws when there is no such keyframe, or `bodies.answeredBy` names one that there isn't
 */
export function fitOf(solver: CatalogueSolver, key: KeyframeKey): Fit {
  const because = faultOf(solver, key);
  if (!because) return shownAs(solver, key, key);
  for (const answer of answersTo(solver.catalogue, key)) {
    if (!faultOf(solver, answer)) return { ...shownAs(solver, key, answer), because };
  }
  return { key, shown: undefined, because };
}

function shownAs(solver: CatalogueSolver, key: KeyframeKey, shown: KeyframeKey): Fit & { shown: KeyframeKey } {
  const keyframe = solver.keyframe(shown);
  const usual = solver.reference?.keyframe(shown)?.measure.deviations ?? [];
  return { key, shown, keyframe, gaveWay: gaveWayOf(keyframe.measure, usual) };
}

/** Keys of the keyframes that answer a pose, of the same side where they have sides. */
export function answersTo(catalogue: Catalogue, key: KeyframeKey): KeyframeKey[] {
  const { pose, variation, key: rightKey } = keyframeOf(catalogue, key);
  const isLeft = parseKey(key)?.side === 'left';
  const { answeredBy } = variation?.bodies ?? pose.bodies;
  return answeredBy
    .map((written) => {
      if (catalogue.keyframes.has(written)) return written;
      const parts = parseKey(written);
      return parts ? keyframeOf(catalogue, formatKey({ ...parts, side: 'right' })).key : written;
    })
    .filter((answer) => answer !== rightKey)
    .map((answer) => (isLeft ? mirrorKey(answer) : answer));
}

/** Why a keyframe isn't fit to be shown; undefined when it is. */
function faultOf(solver: CatalogueSolver, key: KeyframeKey): Because | undefined {
  const { measure, shape } = solver.keyframe(key);
  return worstFault(measure, shape);
}

/** What somebody would say first: a wish that matters, for that has a name; then what can be seen. */
function worstFault(measure: ShapeMeasure, shape: Shape): Because | undefined {
  const wish = worstWish(measure.deviations, shape);
  if (wish) return wish;
  const { mustResidualMm, belowMatMm, overlapMm, pastRangeDeg } = measure;
  if (mustResidualMm > keyframeLaws.contactMm)
    return { kind: 'contact', what: measure.worstContact, amount: mustResidualMm, unit: 'mm' };
  if (belowMatMm > keyframeLaws.matMm)
    return { kind: 'mat', what: measure.belowMatPart, amount: belowMatMm, unit: 'mm' };
  if (overlapMm > keyframeLaws.overlapMm)
    return { kind: 'overlap', what: measure.overlapParts, amount: overlapMm, unit: 'mm' };
  if (pastRangeDeg > keyframeLaws.rangeDeg)
    return { kind: 'range', what: measure.pastRangePart, amount: pastRangeDeg, unit: 'deg' };
  return undefined;
}

function worstWish(deviations: readonly Deviation[], { givesAtMost }: Shape): Because | undefined {
  let worst: Because | undefined;
  let most = 1;
  for (const { group, by, unit } of deviations) {
    const leeway = givesAtMost[group];
    const lets = unit === 'deg' ? leeway?.angleDeg : leeway?.lengthM && leeway.lengthM * 1000;
    if (lets === undefined || by <= most * lets) continue;
    most = by / lets;
    worst = { kind: 'wish', what: group, amount: by, unit };
  }
  return worst;
}

/**
 * The groups that are further from their wish than a teacher would overlook, and further than on the body for which the shape was
 * written by more than half of that: what a shape never quite asks for has not given way.
 */
function gaveWayOf({ yielded }: ShapeMeasure, usual: readonly Deviation[]): string[] {
  const groups = yielded
    .filter(({ group, by, unit }) => {
      const before = usual.find((one) => one.group === group && one.unit === unit)?.by ?? 0;
      return by > before + overlooked[unit] / 2;
    })
    .sort((a, b) => b.by / overlooked[b.unit] - a.by / overlooked[a.unit])
    .map(({ group }) => group);
  return [...new Set(groups)];
}
