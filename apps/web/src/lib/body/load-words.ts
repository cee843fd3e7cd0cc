import type { Band, Bands, HandsBand } from '@sacra/solve';

/** The parts that bands are told of, in the order in which they are told. */
const parts = ['lowerBack', 'hips', 'knees', 'shoulders'] as const;
type Part = (typeof parts)[number];

const labels: Readonly<Record<Part, string>> = {
  lowerBack: 'Lower back',
  hips: 'Hips',
  knees: 'Knees',
  shoulders: 'Shoulders',
};

const towardsBending: Readonly<Record<Band, string>> = {
  less: 'less than when you stand',
  standing: 'about as when you stand',
  between: 'more than standing, less than bending forward',
  most: 'about as when you bend forward, or more',
};

const towardsArmsOut: Readonly<Record<Band, string>> = {
  less: 'hardly anything',
  standing: 'hardly anything',
  between: 'something, less than holding your arms out in front',
  most: 'about as holding your arms out in front, or more',
};

const handWords: Readonly<Record<HandsBand, string>> = {
  nothing: 'nothing of your weight',
  'a-little': 'a little of your weight',
  'about-a-third': 'about a third of your weight',
  'about-half': 'about half of your weight',
};

/** What a pose asks of parts of the body, in lines of a part and words. Never a number. */
export function bandsInWords(bands: Bands): readonly { readonly part: string; readonly words: string }[] {
  const lines = parts.map((part) => ({ part: labels[part], words: partInWords(part, bands) }));
  return [...lines, { part: 'Hands', words: handWords[bands.hands] }];
}

function partInWords(part: Part, bands: Bands): string {
  const words = part === 'shoulders' ? towardsArmsOut : towardsBending;
  const band = bands[part];
  if (typeof band === 'string') return words[band];
  if (band.left === band.right) return words[band.right];
  return `right ${words[band.right]}; left ${words[band.left]}`;
}
