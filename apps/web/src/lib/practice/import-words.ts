import type { Fault } from '@sacra/pose';
import { importLimits, placeOf, type ImportRefusal } from '@sacra/practice';

/** What kept a file from being opened, and what one can do. */
export function refusalInWords(kind: ImportRefusal | 'unreachable'): string {
  switch (kind) {
    case 'too-large':
      return `It is longer than a practice can be: ${importLimits.characters.toLocaleString('en-GB')} letters at most.`;
    case 'too-deep':
      return 'It is built in a way that no practice is, so it was not looked into.';
    case 'not-json':
      return 'It is not a practice file, or only a part of one. Ask for it once more, or choose another file.';
    case 'other-format':
      return 'It is a file of another kind. A practice file says at its beginning that it is one.';
    case 'newer-version':
      return 'It was made by a newer Sacra. Open Sacra once with a network, so that it can bring itself up to date, and try again.';
    case 'faults':
      return 'Something in it can’t be played. This is what, and what could stand there instead:';
    case 'unreachable':
      return 'It could not be read from where it lies. Choose it once more.';
  }
}

/** The place of a fault as the beginning of a line: "Step 3, pose". */
export function faultPlace(fault: Fault): string {
  const place = placeOf(fault);
  return `${place.charAt(0).toUpperCase()}${place.slice(1)}`;
}

const mostTold = 8;

/** "Possible here: pigeon, bridge and 3 others."; empty where there is nothing to name. */
export function validInWords({ valid }: Fault): string {
  if (valid.length === 0) return '';
  const told = valid.slice(0, mostTold).join(', ');
  const others = valid.length - mostTold;
  return `Possible here: ${told}${others > 0 ? ` and ${others} others` : ''}.`;
}
