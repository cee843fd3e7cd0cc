import type { Area, PropKind, Side } from '@sacra/pose';
import type { Wish } from '@sacra/practice';
import { placesInWords } from '../diary/place-words.ts';
import type { Asked } from './asked.ts';

/** What one can wish for: on its button, and what one gets. */
export const wishWords: Readonly<Record<Wish, { readonly label: string; readonly hint: string }>> = {
  'ease-lower-back': { label: 'Ease the lower back', hint: 'Gentle movement for the lower back and sacrum.' },
  'open-hips': { label: 'Open the hips', hint: 'Poses that reach the hips and buttocks.' },
  'loosen-up': { label: 'Loosen up', hint: 'Moving all through, against stiffness.' },
  settle: { label: 'Settle', hint: 'Slow and quiet, with long rests.' },
};

/** Within a sentence: "for your sacrum". */
export const areaWords: Readonly<Record<Area, string>> = {
  ...{ sacrum: 'sacrum', 'lower-back': 'lower back', 'upper-back': 'upper back', neck: 'neck', shoulders: 'shoulders' },
  ...{ belly: 'belly', hips: 'hips', thighs: 'thighs', hamstrings: 'backs of the thighs', calves: 'calves' },
};

/** As it stands on a button. */
export const propWords: Readonly<Record<PropKind, string>> = {
  ...{ cushion: 'Cushion', bolster: 'Bolster', block: 'Block', blanket: 'Blanket', chair: 'Chair', table: 'Table' },
  wall: 'Free wall',
};

export const sideWords: Readonly<Record<Side | 'both', string>> = {
  both: 'Middle or both',
  right: 'Right',
  left: 'Left',
};

export const levelWords: Readonly<Record<Asked['level'], string>> = {
  'as-it-goes': 'As it goes',
  starter: 'Gentle poses',
  steady: 'Moderate ones too',
  full: 'Deep ones too',
};

export function listInWords(things: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(things);
}

/** "Lower back and right hip, 4 of 10. On the floor, with cushion and chair." */
export function todayInWords({ pain0to10, places, reach, props }: Asked): string {
  return `${painInWords(pain0to10, places)}. ${reach === 'floor' ? 'On the floor' : 'On a chair'}, ${propsInWords(props)}.`;
}

function painInWords(pain0to10: number | null, places: Asked['places']): string {
  const where = capitalised(placesInWords(places));
  if (pain0to10 === 0) return 'Nothing hurts';
  if (pain0to10 === null) return where === '' ? 'Nothing said of pain' : where;
  return where === '' ? `Pain ${pain0to10} of 10` : `${where}, ${pain0to10} of 10`;
}

function propsInWords(props: readonly PropKind[]): string {
  return props.length === 0
    ? 'with nothing else'
    : `with ${listInWords(props.map((prop) => propWords[prop].toLowerCase()))}`;
}

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
