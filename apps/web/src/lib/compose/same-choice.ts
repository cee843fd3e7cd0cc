import type { Practice, Step } from '@sacra/practice';

/** The same poses in the same forms and order, for the same breaths. */
export const isSameChoice = (one: Practice, other: Practice): boolean =>
  JSON.stringify(one.steps.map(choiceIn)) === JSON.stringify(other.steps.map(choiceIn));

const choiceIn = ({ pose, variation, breaths }: Step) => [pose, variation, breaths];
