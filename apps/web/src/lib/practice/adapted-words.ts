import { barringInWords } from '../safety/safety-words.ts';
import type { ChangedStep } from './changed-steps.ts';

/** "Reclined Figure-Four in place of Pigeon." */
export function changedInWords({ title, change, other }: ChangedStep): string {
  if (change.kind === 'left-out' || other === undefined) return `${title} is left out.`;
  if (change.kind === 'joined') return `${other.title} in place of ${title} too.`;
  const form = other.variationName === null ? other.title : `${other.title} (${other.variationName})`;
  return other.title === title ? `${form}.` : `${form} in place of ${title}.`;
}

/** "No deep knee bend, because of what you said about your knees." */
export function reasonsInWords({ change }: ChangedStep): readonly string[] {
  return change.because.map(barringInWords);
}
