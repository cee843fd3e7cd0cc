import { interpolate, type Body, type Configuration } from '@sacra/body';
import { radFromDeg } from '@sacra/geometry';
import type { Move } from '@sacra/pose';
import type { SolvedKeyframe } from '../keyframe.ts';
import { bodyLimits } from '../limit/body-limits.ts';
import { freeMovement, symmetricMovement } from '../movement.ts';
import { NormalEquations } from '../normal-equations.ts';
import { nearnessObjective, type NearnessObjective } from '../objective/nearness.ts';
import { patchPoints } from '../problem.ts';
import type { RowSource } from '../row-source.ts';
import { Solver } from '../solver.ts';
import { SolveState } from '../state.ts';
import { pinObjective, type Pin } from './pin.ts';
import type { TransitionPlan } from './plan.ts';
import { referencePath, type Key } from './reference.ts';
import { trackPatch, type Track } from './track.ts';

/** A keyframe passed at a fraction of the path; the first and the last are the ends of the way. */
export interface Stop {
  readonly at: number;
  readonly keyframe: SolvedKeyframe;
}

/** What a configuration on the way doesn't keep: half the sum of squares, each over its tolerance. */
export interface Breach {
  /** Of patches that are held where they are, or that go as their move says. */
  readonly pins: number;
  /** Of mat, body and ranges. */
  readonly limits: number;
}

/** Near the path through empty space. */
const pathTolerance = { jointRad: radFromDeg(4), rootRad: radFromDeg(8), rootM: 0.04 };
/**
 * Where the path is left, the distance to it changes slowly: drawn to a movement alongside the path as much as to the path itself when
 * the two are so far apart along it.
 */
const settlingFraction = 0.12;
/** A knot that is put between two others stays this near to the curve through them. */
const curveTolerance = { jointRad: radFromDeg(1), rootRad: radFromDeg(1), rootM: 0.005 };
/** Over this last share of a stretch the hold lets go, so that the path is met again where the stop is. */
const homecomingShare = 0.4;

/** Mat, body and ranges are held so much more tightly than at rest, as what stays in its place is held more tightly too. */
const softness = 0.5;
/** Straight from knot to knot parts may be in one another by a few millimetres: 50 is five of them. */
const overlookedBreach = 50;
const looks = [0.5, 0.25, 0.75, 1] as const;

/**
 * The body at any fraction of a way's path: near the path through empty space, while patches that both sides of a stretch hold stay where
 * they are (or go as their move says), and nothing passes through mat or body.
 */
export class WaySolver {
  readonly stops: readonly Stop[];
  readonly tracks: readonly Track[];
  /** The way through empty space. */
  readonly path: (fraction: number) => Configuration;
  readonly #state: SolveState;
  readonly #solver: Solver;
  readonly #equations: NormalEquations;
  readonly #near: NearnessObjective;
  readonly #along: NearnessObjective;
  readonly #onCurve: NearnessObjective;
  readonly #limits: readonly RowSource[];
  readonly #pins: readonly { readonly track: Track; readonly points: readonly Pin[] }[];

  constructor(body: Body, plan: TransitionPlan) {
    this.stops = [{ at: 0, keyframe: plan.from }, ...plan.via, { at: 1, keyframe: plan.to }];
    const keys: Key[] = this.stops.map(({ at, keyframe }) => ({ at, q: keyframe.q }));
    this.path = referencePath(body, keys);
    this.tracks = tracksOf(body, plan, this.stops, keys);
    const symmetric = this.stops.every(({ keyframe }) => keyframe.symmetric) && areSymmetric(plan.moves);
    const movement = symmetric ? symmetricMovement(body) : freeMovement(body);
    this.#state = new SolveState(body, plan.from.q);
    this.#state.softness = softness;
    this.#solver = new Solver(this.#state, movement);
    this.#equations = new NormalEquations(body, this.#state.kinematics, movement);
    this.#near = nearnessObjective(body, pathTolerance);
    this.#along = nearnessObjective(body, pathTolerance);
    this.#onCurve = nearnessObjective(body, curveTolerance);
    // What the ends themselves don't quite keep is not asked; shapes on the way are passed as nearly as mat and body let them.
    this.#limits = bodyLimits(body, [plan.from.q, plan.to.q]);
    this.#pins = this.tracks.map((track) => ({ track, points: track.points.map(pinObjective) }));
  }

  /** One step further along the path: at `fraction`, from `guess`, which lies `stepFraction` of path from where the body was. */
  follow(fraction: number, guess: Configuration, stepFraction: number): Configuration {
    this.#near.target = this.path(fraction);
    this.#along.target = guess;
    const next = this.stops.findIndex(({ at }) => at >= fraction);
    const [start, stop] = [this.stops[next - 1]!.at, this.stops[next]!.at];
    const letsGo = Math.max(1, (homecomingShare * (stop - start)) / Math.max(1e-6, stop - fraction));
    this.#along.loosening = Math.sqrt(stepFraction / settlingFraction) * letsGo;
    return this.#minimise([this.#near, this.#along, ...this.#kept(fraction)], guess);
  }

  /** As near as can be to a point of a curve that is nearly right already. */
  mend(fraction: number, onCurve: Configuration): Configuration {
    this.#onCurve.target = onCurve;
    return this.#minimise([this.#onCurve, ...this.#kept(fraction)], onCurve);
  }

  /** How far a configuration is from keeping what must be kept at a fraction. */
  breach(fraction: number, q: Configuration): Breach {
    this.#state.moveTo(q);
    return { pins: this.#costHere(this.#pinned(fraction)), limits: this.#costHere(this.#limits) };
  }

  /** Whether on the straight way from one configuration to the next, or there, something is inside mat or body that isn't at the first. */
  passesThrough(from: Configuration, to: Configuration): boolean {
    let most: number | undefined;
    return looks.some((share) => {
      const q = share === 1 ? to : interpolate(this.#state.body, from, to, share);
      const cost = this.#cost(this.#limits, q);
      if (cost <= overlookedBreach) return false;
      most ??= overlookedBreach + 2 * this.#cost(this.#limits, from);
      return cost > most;
    });
  }

  #cost(rows: readonly RowSource[], q: Configuration): number {
    this.#state.moveTo(q);
    return this.#costHere(rows);
  }

  #costHere(rows: readonly RowSource[]): number {
    this.#equations.reset(false);
    for (const source of rows) source.addRows(this.#state, this.#equations);
    return this.#equations.cost;
  }

  #minimise(rows: readonly RowSource[], start: Configuration): Configuration {
    this.#solver.minimise(rows, start, { maxIterations: 40, relativeTolerance: 1e-3 });
    return Float64Array.from(this.#state.q);
  }

  #kept(fraction: number): RowSource[] {
    return [...this.#limits, ...this.#pinned(fraction)];
  }

  #pinned(fraction: number): RowSource[] {
    const active: RowSource[] = [];
    for (const { track, points } of this.#pins) {
      if (fraction < track.from || fraction > track.to) continue;
      const places = track.placesAt(fraction);
      const hold = track.holdAt(fraction);
      points.forEach((pin, k) => {
        [pin.placeM[0], pin.placeM[1], pin.placeM[2]] = places[k]!;
        pin.alongM = hold.alongM;
        pin.acrossM = hold.acrossM;
      });
      active.push(...points);
    }
    return active;
  }
}

/**
 * A track for each stretch between neighbouring stops and each patch that lies on the same surface at both: those that stand in one
 * place, and those that must lie there.
 */
function tracksOf(body: Body, plan: TransitionPlan, stops: readonly Stop[], keys: readonly Key[]): Track[] {
  return keys.slice(1).flatMap((b, k) => {
    const a = keys[k]!;
    const kept = stops[k + 1]!.keyframe.contacts;
    return stops[k]!.keyframe.contacts.flatMap(({ patch, surface, tier }) => {
      const same = kept.find((other) => other.patch === patch && other.surface === surface);
      if (!same || plan.free.includes(patch)) return [];
      const move = plan.moves.find((m) => m.patch === patch && m.from < b.at && m.to > a.at);
      const isLevel = stops[k + 1]!.keyframe.props.find(({ name }) => name === surface)?.kind !== 'wall';
      const track = trackPatch(body, patch, patchPoints(body, patch), a, b, move, isLevel);
      return track.isPinned || (tier === 'must' && same.tier === 'must') ? [track] : [];
    });
  });
}

/** Both sides move alike. */
const areSymmetric = (moves: readonly Move[]): boolean =>
  moves.every((move) => {
    const twin = move.patch.replace(/\.(left|right)$/, (side) => (side === '.left' ? '.right' : '.left'));
    return moves.some((m) => m.patch === twin && m.from === move.from && m.to === move.to && m.liftM === move.liftM);
  });
