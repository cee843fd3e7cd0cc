import type { Body, Configuration } from '@sacra/body';
import { radFromDeg } from '@sacra/geometry';
import { turnBetween, type Knot } from './clip.ts';
import { pointOnCurve } from './curve.ts';
import type { Breach, WaySolver } from './way-solver.ts';

/** Between two knots the curve may breach by this much more than they do; a slip of a millimetre of one point is 5. */
const allowedBreach = 0.6;
/** … and by this factor, in each kind. */
const keptBetter = 1.5;
const mostRefinements = 5;
/** No knot is put into less than this share of the movement, a few thousandths of a second. */
const shortestSpan = 0.0005;
/** Where between two knots is looked; the middle first, where a knot is put when no other place breaches by far more. */
const looks = [0.5, 0.25, 0.75] as const;
/** Where joints turn further than this from knot to knot, a foot may go through another in between: there is looked more closely. */
const shortTurnRad = radFromDeg(4);
const closerLooks = [...looks, 0.125, 0.375, 0.625, 0.875] as const;

/** A curve through knots. */
export interface Curve {
  /** Places of the knots in time, ascending from 0 to 1. */
  readonly at: readonly number[];
  readonly knots: readonly Knot[];
  /** The worst breach anywhere on it that was looked at; the knots are among the places. */
  readonly worstBreach: number;
}

/** Puts knots where the curve breaches what its neighbouring knots keep. */
export function refine(body: Body, solver: WaySolver, marched: readonly Knot[], places: readonly number[]): Curve {
  let spans = marched.map((knot, k): Span => {
    return { at: places[k]!, knot, breach: solver.breach(knot.fraction, knot.q), between: k > 0 ? undefined : kept };
  });
  for (let round = 0; round < mostRefinements && spans.some(({ between }) => between === undefined); round++) {
    const curve = curveThrough(spans);
    const put = new Set<Span>();
    const finer = spans.flatMap((span, k) => {
      const before = spans[k - 1];
      if (!before || span.between !== undefined) return [span];
      const worst = worstBetween(before, span, curve);
      if (worst.excess <= allowedBreach || span.at - before.at < shortestSpan)
        return [{ ...span, between: worst.breach }];
      const q = solver.mend(worst.fraction, worst.q);
      const knot = { fraction: worst.fraction, q };
      const middle: Span = { at: worst.at, knot, breach: solver.breach(worst.fraction, q), between: undefined };
      put.add(middle);
      return [middle, span];
    });
    // A new knot changes the slopes at its neighbours, and with them the stretches beyond.
    const isNew = (k: number): boolean => finer[k] !== undefined && put.has(finer[k]);
    spans = finer.map((span, k) =>
      k > 0 && [k - 2, k - 1, k + 1].some(isNew) ? { ...span, between: undefined } : span,
    );
  }
  const through = curveThrough(spans);
  const worstBreach = Math.max(
    ...spans.map(({ breach, between }, k) =>
      Math.max(whole(breach), whole(between ?? worstBetween(spans[k - 1]!, spans[k]!, through).breach)),
    ),
  );
  return { at: spans.map(({ at }) => at), knots: spans.map(({ knot }) => knot), worstBreach };

  function curveThrough(those: readonly Span[]): { at: number[]; flat: Float64Array } {
    return {
      at: those.map(({ at }) => at),
      flat: flatten(
        body,
        those.map(({ knot }) => knot.q),
      ),
    };
  }

  function worstBetween(before: Span, after: Span, { at, flat }: { at: readonly number[]; flat: Float64Array }): Look {
    let worst: Look | undefined;
    const isShort = turnBetween(body, before.knot.q, after.knot.q) <= shortTurnRad;
    for (const share of isShort ? looks : closerLooks) {
      const place = before.at + (after.at - before.at) * share;
      const fraction = before.knot.fraction + (after.knot.fraction - before.knot.fraction) * share;
      const q = pointOnCurve(body, at, flat, place);
      const breach = solver.breach(fraction, q);
      const excess = Math.max(
        breach.pins - keptBetter * Math.max(before.breach.pins, after.breach.pins),
        breach.limits - keptBetter * Math.max(before.breach.limits, after.breach.limits),
      );
      if (!worst || excess > 2 * worst.excess + allowedBreach) worst = { at: place, fraction, q, breach, excess };
    }
    return worst!;
  }
}

const kept: Breach = { pins: 0, limits: 0 };
const whole = ({ pins, limits }: Breach): number => pins + limits;

/** A knot, and the stretch of curve that leads to it. */
interface Span {
  readonly at: number;
  readonly knot: Knot;
  /** Of the knot. */
  readonly breach: Breach;
  /** The worst of the stretch; undefined as long as it isn't good enough. */
  readonly between: Breach | undefined;
}

interface Look {
  readonly at: number;
  readonly fraction: number;
  readonly q: Configuration;
  readonly breach: Breach;
  /** By how much it is worse than the knots on both sides. */
  readonly excess: number;
}

/** Knots one after the other, neighbouring quaternions on one side, so that they can be mixed. */
export function flatten(body: Body, knots: readonly Configuration[]): Float64Array {
  const size = body.configurationSize;
  const flat = new Float64Array(knots.length * size);
  knots.forEach((q, k) => {
    flat.set(q, k * size);
    if (k === 0) return;
    for (const { kind, qIndex } of body.joints) {
      if (kind === 'hinge') continue;
      const o = k * size + (kind === 'free' ? qIndex + 3 : qIndex);
      let dot = 0;
      for (let i = o; i < o + 4; i++) dot += flat[i - size]! * flat[i]!;
      if (dot < 0) for (let i = o; i < o + 4; i++) flat[i] = -flat[i]!;
    }
  });
  return flat;
}
