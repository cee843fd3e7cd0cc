import { difference, integrate, type Body, type Configuration } from '@sacra/body';
import { radFromDeg } from '@sacra/geometry';
import { turnBetween, type Knot, type SolvedClip, type Stretch } from './clip.ts';
import { pointOnCurve } from './curve.ts';
import { placesInTime } from './pacing.ts';
import type { TransitionPlan } from './plan.ts';
import { WaySolver } from './way-solver.ts';

/** From knot to knot joints are to turn about this far … */
const usualTurnRad = radFromDeg(9);
/** … and no further than this, unless the step is as short as it gets. */
const largestTurnRad = radFromDeg(15);
/** What was found may be this far from where the path would take it; else the body would fall to another answer in one step. */
const largestLeapRad = radFromDeg(4);
const shortestStep = 0.002;
const longestStep = 0.1;
/** Half-way between two knots the curve may breach by this much more than they do; a millimetre's slip of one point is 2. */
const allowedBreach = 0.6;
const mostRefinements = 4;

/**
 * The movement between two keyframes as a curve. Knots are solved one after the other along the path, each from the one before, so that
 * the body never jumps to another answer; where the curve through them doesn't keep what they keep, knots are put between. As the path's
 * ends are the keyframes themselves, so are the curve's.
 */
export function solveTransition(body: Body, plan: TransitionPlan): SolvedClip {
  const solver = new WaySolver(body, plan);
  const marched = march(body, solver, plan);
  const places = placesInTime(body, marched, plan.seconds);
  const { at, knots } = refine(body, solver, marched, places);
  const size = body.configurationSize;
  const flat = new Float32Array(knots.length * size);
  let before: Configuration | undefined;
  knots.forEach(({ q }, k) => {
    const aligned = before ? onHemisphereOf(body, before, q) : q;
    flat.set(aligned, k * size);
    before = aligned;
  });
  return {
    way: plan.way,
    from: plan.from.key,
    to: plan.to.key,
    at: Float32Array.from(at),
    knots: flat,
    q: knots.map(({ q }) => q),
    pathAt: knots.map(({ fraction }) => fraction),
    via: plan.via.map(({ keyframe }) => keyframe),
    stretches: stretchesOf(solver),
    seconds: plan.seconds,
  };
}

/** Knots along the path, near enough to one another that the body can be followed. */
function march(body: Body, solver: WaySolver, plan: TransitionPlan): Knot[] {
  const { path, stops } = solver;
  const knots: Knot[] = [{ fraction: 0, q: plan.from.q }];
  let fraction = 0;
  let q: Configuration = plan.from.q;
  let reference = path(0);
  let step = 0.03;
  while (fraction < 1) {
    const stop = stops.find(({ at }) => at > fraction + 1e-9)!.at;
    const rest = stop - fraction;
    const next = rest <= step ? stop : rest < 2 * step ? fraction + rest / 2 : fraction + step;
    const shortest = next - fraction <= 1.01 * shortestStep;
    const ahead = path(next);
    const pathStep = difference(body, reference, ahead);
    const pathTurn = turnBetween(body, reference, ahead);
    if (pathTurn > 1.2 * usualTurnRad && !shortest) {
      step = Math.max(shortestStep, ((next - fraction) * usualTurnRad) / pathTurn);
      continue;
    }
    const guess = integrate(body, q, pathStep, new Float64Array(q.length));
    const found = next === 1 ? plan.to.q : solver.follow(next, guess, next - fraction);
    const turn = turnBetween(body, q, found);
    const leap = next === 1 ? 0 : turnBetween(body, guess, found);
    const isTooFar = turn > largestTurnRad || leap > largestLeapRad || solver.passesThrough(q, found);
    if (isTooFar && !shortest) {
      step = Math.max(shortestStep, (next - fraction) / 2);
      continue;
    }
    knots.push({ fraction: next, q: found });
    const grown =
      (next - fraction) * Math.min(1.6, Math.max(0.6, usualTurnRad / Math.max(turn, pathTurn, 2 * leap, 1e-6)));
    step = Math.min(longestStep, Math.max(shortestStep, grown));
    fraction = next;
    q = found;
    reference = ahead;
  }
  return knots;
}

/** Puts knots where the curve breaches what its neighbouring knots keep. */
function refine(
  body: Body,
  solver: WaySolver,
  marched: readonly Knot[],
  places: readonly number[],
): { at: number[]; knots: Knot[] } {
  let at = [...places];
  let knots = [...marched];
  let breaches = knots.map(({ fraction, q }) => solver.breach(fraction, q));
  let open = knots.map((_, k) => k > 0);
  for (let round = 0; round < mostRefinements && open.includes(true); round++) {
    const flat = flatten(body, knots);
    const next = { at: [at[0]!], knots: [knots[0]!], breaches: [breaches[0]!], open: [false] };
    for (let k = 1; k < knots.length; k++) {
      const middle = open[k] ? between(k, flat) : undefined;
      if (middle) {
        next.at.push(middle.at);
        next.knots.push(middle.knot);
        next.breaches.push(solver.breach(middle.knot.fraction, middle.knot.q));
        next.open.push(true);
      }
      next.at.push(at[k]!);
      next.knots.push(knots[k]!);
      next.breaches.push(breaches[k]!);
      next.open.push(middle !== undefined);
    }
    ({ at, knots, breaches, open } = next);
  }
  return { at, knots };

  function between(k: number, flat: Float64Array): { at: number; knot: Knot } | undefined {
    const place = (at[k - 1]! + at[k]!) / 2;
    const fraction = (knots[k - 1]!.fraction + knots[k]!.fraction) / 2;
    const q = pointOnCurve(body, at, flat, place);
    const kept = Math.max(breaches[k - 1]!, breaches[k]!);
    if (solver.breach(fraction, q) <= 1.5 * kept + allowedBreach) return undefined;
    return { at: place, knot: { fraction, q: solver.mend(fraction, q) } };
  }
}

function flatten(body: Body, knots: readonly Knot[]): Float64Array {
  const flat = new Float64Array(knots.length * body.configurationSize);
  let before: Configuration | undefined;
  knots.forEach(({ q }, k) => {
    before = before ? onHemisphereOf(body, before, q) : q;
    flat.set(before, k * body.configurationSize);
  });
  return flat;
}

/** The same configuration with each quaternion on the side of that of another, so that the two can be mixed. */
function onHemisphereOf(body: Body, other: Configuration, q: Configuration): Configuration {
  const aligned = Float64Array.from(q);
  for (const { kind, qIndex } of body.joints) {
    if (kind === 'hinge') continue;
    const o = kind === 'free' ? qIndex + 3 : qIndex;
    let dot = 0;
    for (let i = o; i < o + 4; i++) dot += other[i]! * q[i]!;
    if (dot < 0) for (let i = o; i < o + 4; i++) aligned[i] = -q[i]!;
  }
  return aligned;
}

function stretchesOf({ stops, tracks }: WaySolver): Stretch[] {
  return stops.slice(1).map(({ at: to }, k) => {
    const from = stops[k]!.at;
    const pinned = tracks.filter((track) => track.isPinned && track.from === from);
    return { from, to, pinned };
  });
}
