import type { Body } from '@sacra/body';
import type { Knot, SolvedClip, Stretch } from './clip.ts';
import { march } from './march.ts';
import { isCalm, placesInTime } from './pacing.ts';
import type { TransitionPlan } from './plan.ts';
import { flatten, refine, type Curve } from './refine.ts';
import { WaySolver } from './way-solver.ts';

/** A curve that breaches by more than this, a slip of a millimetre or an overlap of two, is shown only when none is better. */
const settledBreach = 7;
const mostPacings = 3;

/**
 * The movement between two keyframes as a curve. Knots are solved one after the other along the path, each from the one before, so that
 * the body never jumps to another answer; where the curve through them doesn't keep what they keep, knots are put between. As the path's
 * ends are the keyframes themselves, so are the curve's. Where a limb catches on another the movement is looked for from its end as well,
 * which is another search: the better one counts.
 */
export function solveTransition(body: Body, plan: TransitionPlan): SolvedClip {
  const solver = new WaySolver(body, plan);
  const curve = bestCurve(body, plan, solver);
  return {
    way: plan.way,
    from: plan.from.key,
    to: plan.to.key,
    at: Float32Array.from(curve.at),
    knots: Float32Array.from(
      flatten(
        body,
        curve.knots.map(({ q }) => q),
      ),
    ),
    q: curve.knots.map(({ q }) => q),
    pathAt: curve.knots.map(({ fraction }) => fraction),
    via: plan.via.map(({ keyframe }) => keyframe),
    stretches: stretchesOf(solver),
    seconds: plan.seconds,
  };
}

function bestCurve(body: Body, plan: TransitionPlan, solver: WaySolver): Curve {
  const through = (knots: readonly Knot[]): Curve => {
    let curve = refine(body, solver, knots, placesInTime(body, knots, plan.seconds));
    // Knots that were put between others can be further apart than the pace allows for.
    for (let again = 0; again < mostPacings && !isCalm(body, curve.at, curve.knots, plan.seconds); again++) {
      curve = refine(body, solver, curve.knots, placesInTime(body, curve.knots, plan.seconds));
    }
    return curve;
  };
  const there = through(march(body, solver));
  if (there.worstBreach <= settledBreach) return there;
  const back = through(turned(march(body, new WaySolver(body, reversed(plan)))));
  return back.worstBreach < there.worstBreach ? back : there;
}

/** The same way from its end to its start. */
const reversed = (plan: TransitionPlan): TransitionPlan => ({
  ...plan,
  from: plan.to,
  to: plan.from,
  via: plan.via.map(({ at, keyframe }) => ({ at: 1 - at, keyframe })).reverse(),
  moves: plan.moves.map((move) => ({ ...move, from: 1 - move.to, to: 1 - move.from })),
});

const turned = (knots: readonly Knot[]): Knot[] =>
  knots.map(({ fraction, q }) => ({ fraction: 1 - fraction, q })).reverse();

function stretchesOf({ stops, tracks }: WaySolver): Stretch[] {
  return stops.slice(1).map(({ at: to }, k) => {
    const from = stops[k]!.at;
    const pinned = tracks.filter((track) => track.isPinned && track.from === from);
    return { from, to, pinned };
  });
}
