import type { Place } from '@sacra/diary';

const WORDS: Record<Place, string> = {
  'upper-back': 'Upper back',
  'lower-back': 'Lower back',
  sacrum: 'Sacrum',
  tailbone: 'Tailbone',
  'hip.right': 'Right hip',
  'hip.left': 'Left hip',
  'buttock.right': 'Right buttock',
  'buttock.left': 'Left buttock',
  'groin.right': 'Right groin',
  'groin.left': 'Left groin',
  'thigh.right': 'Right thigh',
  'thigh.left': 'Left thigh',
  'lower-leg.right': 'Right lower leg',
  'lower-leg.left': 'Left lower leg',
  'foot.right': 'Right foot',
  'foot.left': 'Left foot',
  elsewhere: 'Somewhere else',
};

/** As it stands on a button. */
export function placeLabel(place: Place): string {
  return WORDS[place];
}

/** As it stands within a sentence: "sacrum, right hip and left thigh". Empty for no place. */
export function placesInWords(places: readonly Place[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(
    places.map((place) => WORDS[place].toLowerCase()),
  );
}
