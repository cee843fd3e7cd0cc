import type { PoseAsDone, Side } from '@sacra/pose';
import type { StepSides } from './practice.ts';

/** The sides that a pose is done on. */
export const sidesOf = ({ pose }: Pick<PoseAsDone, 'pose'>): StepSides =>
  pose.sides === 'one-then-other' ? ['right', 'left'] : ['both'];

/** All that a step of it may say: nobody has to turn over who rests on a side. */
export function sidesAllowed(done: Pick<PoseAsDone, 'pose' | 'character'>): readonly StepSides[] {
  return restsOnASide(done) ? [sidesOf(done), ['right'], ['left']] : [sidesOf(done)];
}

export const restsOnASide = ({ pose, character }: Pick<PoseAsDone, 'pose' | 'character'>): boolean =>
  character.depth === 'rest' && pose.sides === 'one-then-other';

/**
 * The side to rest on when either will do. Nothing that we have read compares the two; for the second half of pregnancy and for acid that
 * rises the left one is commonly advised (K).
 */
export const usualRestingSide: Side = 'left';
