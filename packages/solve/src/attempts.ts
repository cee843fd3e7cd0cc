import type { Configuration } from '@sacra/body';
import type { Starts } from './keyframe.ts';
import type { SolverOptions } from './solver.ts';

/** A stage of a search: contacts and collisions are this many times softer than they are in truth. */
interface Stage extends SolverOptions {
  readonly softness: number;
}

/** One search: where it begins and how it hardens. */
export interface Attempt {
  readonly from: Configuration;
  readonly stages: readonly Stage[];
}

const early = (softness: number): Stage => ({ softness, maxIterations: 40, relativeTolerance: 1e-3 });
const firm: Stage = { softness: 1, maxIterations: 200, relativeTolerance: 2e-4 };

const slowly = [early(100), early(20), early(4), firm];

/**
 * The searches to be made, the next one only while the ends of those before strain. From another body's keyframe the way is shorter than
 * from where the shape says, and what is found resembles it more.
 */
export function attempts(start: Configuration, { elsewhere, warm }: Starts): Attempt[] {
  if (warm) return [{ from: warm, stages: [firm] }];
  return [
    ...(elsewhere ? [{ from: elsewhere, stages: [early(6), firm] }] : []),
    { from: start, stages: [early(40), early(6), firm] },
    ...(elsewhere ? [{ from: elsewhere, stages: slowly }] : []),
    { from: start, stages: slowly },
  ];
}
