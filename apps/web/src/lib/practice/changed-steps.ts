import { poseAsDone, type PoseAsDone } from '@sacra/pose';
import type { StepChange } from '@sacra/practice';
import type { Choice } from '@sacra/safety';
import type { PracticePlan } from './practice-plan.svelte.ts';

/** A step that safety has changed, and why. */
export interface ChangedStep {
  /** What was there before, e.g. `Pigeon`. */
  readonly title: string;
  readonly change: StepChange;
  /**
   * What is there instead; undefined where nothing is. Of a step that is left out it is what would stand in, if one got up from the floor for
   * it and down again.
   */
  readonly other: Pick<PoseAsDone, 'title' | 'variationName'> | undefined;
}

/** What safety has changed in a plan, in the order of the steps. */
export function changedSteps({ catalogue, written, practice, changes }: PracticePlan): ChangedStep[] {
  const asDone = ({ pose, variation }: Choice): PoseAsDone => poseAsDone(catalogue, pose, variation);
  const otherIn = (change: StepChange): Choice | undefined => {
    if (change.kind === 'replaced') return change.by;
    return change.kind === 'left-out' ? change.couldBe : practice.steps.find(({ id }) => id === change.to);
  };
  return changes.flatMap((change) => {
    const step = written.steps.find(({ id }) => id === change.step);
    const other = otherIn(change);
    return step === undefined ? [] : [{ title: asDone(step).title, change, other: other && asDone(other) }];
  });
}
