import { difference, integrate, type Body, type Configuration } from '@sacra/body';
import { radFromDeg } from '@sacra/geometry';
import { turnBetween, type Knot } from './clip.ts';
import type { WaySolver } from './way-solver.ts';

/** From knot to knot joints are to turn about this far … */
const usualTurnRad = radFromDeg(9);
/** … and no further than this, unless the step is as short as it gets. */
const largestTurnRad = radFromDeg(15);
/** What was found may be this far from where the path would take it; else the body would fall to another answer in one step. */
const largestLeapRad = radFromDeg(4);
const shortestStep = 0.002;
const longestStep = 0.1;

/** Knots along the path from the first keyframe to the last, near enough to one another that the body can be followed. */
export function march(body: Body, solver: WaySolver): Knot[] {
  const { path, stops } = solver;
  const [start, end] = [stops[0]!.keyframe.q, stops.at(-1)!.keyframe.q];
  const knots: Knot[] = [{ fraction: 0, q: start }];
  let fraction = 0;
  let q: Configuration = start;
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
    const found = next === 1 ? end : solver.follow(next, guess, next - fraction);
    const turn = turnBetween(body, q, found);
    const leap = turnBetween(body, guess, found);
    const isTooFar = turn > largestTurnRad || (next < 1 && leap > largestLeapRad) || solver.passesThrough(q, found);
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
