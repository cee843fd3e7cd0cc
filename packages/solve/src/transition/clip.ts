import { difference, integrate, type Body, type Configuration } from '@sacra/body';
import { radFromDeg } from '@sacra/geometry';
import type { Move } from '@sacra/pose';
import type { SolvedKeyframe } from '../keyframe.ts';
import { bodyLimits } from '../limit/body-limits.ts';
import { freeMovement, symmetricMovement } from '../movement.ts';
import { nearnessObjective } from '../objective/nearness.ts';
import { placeObjective, type PlaceTarget } from '../objective/place.ts';
import { patchPoints } from '../problem.ts';
import type { RowSource } from '../row-source.ts';
import { Solver } from '../solver.ts';
import { SolveState } from '../state.ts';
import { mustM } from '../tolerances.ts';
import { ease, referencePath, type Key } from './reference.ts';
import { trackPatch, type Track } from './track.ts';

/** A movement between two keyframes as frames at even times; frame 0 is the first keyframe, the last frame the second. */
export interface Clip {
  readonly way: string;
  readonly from: string;
  readonly to: string;
  readonly frameCount: number;
  /** frameCount × configurationSize. */
  readonly frames: Float32Array;
}

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
  readonly seconds: number;
}

export interface SolvedClip extends Clip {
  readonly q: readonly Configuration[];
  readonly via: readonly SolvedKeyframe[];
  readonly tracks: readonly Track[];
}

/** Near the path through empty space. */
const pathTolerance = { jointRad: radFromDeg(4), rootRad: radFromDeg(8), rootM: 0.04 };
/** Where the path is left, the distance to it changes slowly: this near to a movement alongside it. */
const alongTolerance = { jointRad: radFromDeg(1.4), rootRad: radFromDeg(2.5), rootM: 0.012 };
/** Over this many frames before the end. */
const homecomingFrames = 24;
/** On the way, contacts with mat and body are a little softer than at rest, so that nothing is thrown from one frame to the next. */
const onTheWaySoftness = 2;

/** No joint turns further from one frame to the next. */
const largestStepRad = radFromDeg(3.6);
const framesPerSecond = 30;
const fewestFrames = 24;
const usualFrames = 60;
const mostFrames = 300;

/**
 * The movement between two keyframes: each frame is near the path through empty space, while patches that both keyframes hold stay where
 * they are (or go as their move says), and nothing passes through mat or body. Each frame is solved from the one before, so that the
 * body never jumps to another answer. As the path's ends are the keyframes themselves, so are the first and the last frame.
 */
export function solveTransition(body: Body, plan: TransitionPlan): SolvedClip {
  let frameCount = Math.min(usualFrames, Math.max(fewestFrames, Math.round(plan.seconds * framesPerSecond)));
  for (;;) {
    const clip = solveFrames(body, plan, frameCount);
    const largest = largestTurnRad(body, clip.q);
    if (largest <= largestStepRad || frameCount >= mostFrames) return clip;
    frameCount = Math.min(mostFrames, Math.ceil(frameCount * Math.max(1.1, (1.05 * largest) / largestStepRad)));
  }
}

function solveFrames(body: Body, plan: TransitionPlan, frameCount: number): SolvedClip {
  const stops = [{ at: 0, keyframe: plan.from }, ...plan.via, { at: 1, keyframe: plan.to }];
  const keys: Key[] = stops.map(({ at, keyframe }) => ({ at, q: keyframe.q }));
  const path = referencePath(body, keys);
  const tracks = tracksOf(body, plan, stops, keys);
  const symmetric = stops.every(({ keyframe }) => keyframe.symmetric) && isSymmetric(plan.moves);

  const state = new SolveState(body, plan.from.q);
  const solver = new Solver(state, symmetric ? symmetricMovement(body) : freeMovement(body));
  state.softness = onTheWaySoftness;
  const near = nearnessObjective(body, pathTolerance);
  const along = nearnessObjective(body, alongTolerance);
  const limits = bodyLimits(
    body,
    keys.map(({ q }) => q),
  );
  const pins = tracks.map((track) => {
    const targets = track.points.map((): PlaceTarget => [0, 0, 0]);
    const rows = track.points.map((point, i) => placeObjective(point, targets[i]!, mustM, false));
    return { track, targets, rows };
  });

  const frames: Configuration[] = [Float64Array.from(plan.from.q)];
  let reference = path(0);
  for (let i = 1; i < frameCount - 1; i++) {
    const fraction = ease(i / (frameCount - 1));
    const next = path(fraction);
    const guess = integrate(body, frames[i - 1]!, difference(body, reference, next), new Float64Array(next.length));
    reference = next;
    near.target = next;
    along.target = guess;
    // Towards the end it lets go, so that the path is met again.
    along.loosening = Math.max(1, homecomingFrames / (frameCount - 1 - i));
    const active: RowSource[] = [near, along, ...limits];
    for (const { track, targets, rows } of pins) {
      if (fraction < track.from || fraction > track.to) continue;
      track.placesAt(fraction).forEach((place, k) => {
        const target = targets[k]!;
        for (let axis = 0; axis < 3; axis++) target[axis] = place[axis]!;
      });
      active.push(...rows);
    }
    solver.minimise(active, guess, { maxIterations: 40, relativeTolerance: 1e-4 });
    frames.push(Float64Array.from(state.q));
  }
  frames.push(Float64Array.from(plan.to.q));
  const { configurationSize } = body;
  const flat = new Float32Array(frameCount * configurationSize);
  frames.forEach((q, i) => flat.set(q, i * configurationSize));
  const { way, from, to } = plan;
  return {
    way,
    from: from.key,
    to: to.key,
    frameCount,
    frames: flat,
    q: frames,
    via: plan.via.map(({ keyframe }) => keyframe),
    tracks,
  };
}

/**
 * A track for each stretch between neighbouring stops and each patch that lies on the same surface at both: those that stand in one
 * place, and those that must lie there.
 */
function tracksOf(
  body: Body,
  plan: TransitionPlan,
  stops: readonly { readonly keyframe: SolvedKeyframe }[],
  keys: readonly Key[],
): Track[] {
  return keys.slice(1).flatMap((b, k) => {
    const a = keys[k]!;
    const kept = stops[k + 1]!.keyframe.contacts;
    return stops[k]!.keyframe.contacts.flatMap(({ patch, surface, tier }) => {
      const same = kept.find((other) => other.patch === patch && other.surface === surface);
      if (!same || plan.free.includes(patch)) return [];
      const move = plan.moves.find((m) => m.patch === patch && m.from < b.at && m.to > a.at);
      const track = trackPatch(body, patch, patchPoints(body, patch), a, b, move);
      return track.isPinned || (tier === 'must' && same.tier === 'must') ? [track] : [];
    });
  });
}

/** Both sides move alike. */
const isSymmetric = (moves: readonly Move[]): boolean =>
  moves.every((move) => {
    const twin = move.patch.replace(/\.(left|right)$/, (side) => (side === '.left' ? '.right' : '.left'));
    return moves.some((m) => m.patch === twin && m.from === move.from && m.to === move.to && m.liftM === move.liftM);
  });

/** The furthest that any one joint (the root's turn among them) goes between two frames. */
export function largestTurnRad(body: Body, frames: readonly Configuration[]): number {
  let largest = 0;
  for (let i = 1; i < frames.length; i++) {
    const step = difference(body, frames[i - 1]!, frames[i]!);
    for (const { kind, vIndex } of body.joints) {
      const turn =
        kind === 'hinge'
          ? Math.abs(step[vIndex]!)
          : Math.hypot(
              ...step.subarray(kind === 'free' ? vIndex + 3 : vIndex, kind === 'free' ? vIndex + 6 : vIndex + 3),
            );
      largest = Math.max(largest, turn);
    }
  }
  return largest;
}
