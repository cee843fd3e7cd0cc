import { difference, type Body, type Configuration } from '@sacra/body';
import type { SolvedKeyframe } from '../keyframe.ts';
import type { Track } from './track.ts';

/**
 * A movement between two keyframes as knots on a curve: the body goes through them on a cubic, with the time course of `ease`
 * (`sampleClip`).
 */
export interface Clip {
  readonly way: string;
  readonly from: string;
  readonly to: string;
  /** Where along the movement each knot lies: 0 the first, ascending, 1 the last. */
  readonly at: Float32Array;
  /** at.length × configurationSize; the first is the first keyframe, the last the second. Quaternions keep to one hemisphere. */
  readonly knots: Float32Array;
}

/** A knot: the body at a fraction of the path. */
export interface Knot {
  readonly fraction: number;
  readonly q: Configuration;
}

/** A clip with all that was found while it was solved. */
export interface SolvedClip extends Clip {
  readonly q: readonly Configuration[];
  /** Where each knot lies along the path of the way, where the fractions of `via` and `moves` count; ascending from 0 to 1. */
  readonly pathAt: readonly number[];
  readonly via: readonly SolvedKeyframe[];
  readonly stretches: readonly Stretch[];
  /** In which it is gone there or back, whichever is quicker. */
  readonly seconds: number;
}

/** Fractions of the path between two neighbouring stops, and the patches that lie still meanwhile. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly pinned: readonly Track[];
}

/** The furthest that any one joint (the root's turn among them) turns from one configuration to another, radians. */
export function turnBetween(body: Body, from: Configuration, to: Configuration): number {
  const step = difference(body, from, to);
  let largest = 0;
  for (const { kind, vIndex } of body.joints) {
    const v = kind === 'free' ? vIndex + 3 : vIndex;
    const turn = kind === 'hinge' ? Math.abs(step[v]!) : Math.hypot(step[v]!, step[v + 1]!, step[v + 2]!);
    largest = Math.max(largest, turn);
  }
  return largest;
}
