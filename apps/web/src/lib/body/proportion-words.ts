import type { Proportion } from './body-form.svelte.ts';

interface ProportionWords {
  readonly label: string;
  /** What less and more of it is called. */
  readonly less: string;
  readonly more: string;
  /** How far from usual each word reaches, at the most. */
  readonly full: number;
  readonly usual: number;
}

export const proportionWords: Readonly<Record<Proportion, ProportionWords>> = {
  legRatio: { label: 'Legs', less: 'shorter', more: 'longer', full: 0.06, usual: 1 },
  armRatio: { label: 'Arms', less: 'shorter', more: 'longer', full: 0.06, usual: 1 },
  frameRatio: { label: 'Shoulders and hips', less: 'narrower', more: 'broader', full: 0.08, usual: 1 },
  fleshAtMiddle: {
    label: 'Where you carry weight',
    less: 'more on hips and thighs',
    more: 'more around the waist',
    full: 1,
    usual: 0,
  },
};

/** "about as usual" · "a little longer" · "clearly shorter": no more than one can see in a mirror. */
export function proportionInWords(name: Proportion, value: number): string {
  const { less, more, full, usual } = proportionWords[name];
  const part = (value - usual) / full;
  if (Math.abs(part) < 0.1) return 'about as usual';
  const word = part < 0 ? less : more;
  if (name === 'fleshAtMiddle') return Math.abs(part) < 0.5 ? word.replace('more', 'a little more') : word;
  return `${Math.abs(part) < 0.6 ? 'a little' : 'clearly'} ${word}`;
}
