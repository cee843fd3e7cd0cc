import { doingOf, type Catalogue } from '@sacra/pose';
import type { PlannedStep } from './practice-plan.svelte.ts';

/** The keyframe whose card stands for a step: what is held, of a cycle what it moves out to. */
export function cardKeyframe({ step }: Pick<PlannedStep, 'step'>, catalogue: Catalogue): string {
  const doing = doingOf(catalogue, step.pose, step.variation, step.sides[0]);
  return doing.kind === 'hold' ? doing.keyframe : doing.out;
}
