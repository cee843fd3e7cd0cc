import type { TimedStep } from '@sacra/practice';

/** "Child's Pose" · "Pigeon, fold forward, right side" */
export function stepTitle({ title, variationName, side }: Pick<TimedStep, 'title' | 'variationName' | 'side'>): string {
  const variation = variationName === null ? '' : `, ${variationName.charAt(0).toLowerCase()}${variationName.slice(1)}`;
  return `${title}${variation}${side === 'both' ? '' : `, ${side} side`}`;
}
