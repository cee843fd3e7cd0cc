import type { Practice } from '@sacra/practice';
import practices from './generated/practices.json';

/** The practices that Sacra comes with. Checked when they are made (tools), so they are taken at their word here. */
export const readyMade = practices as unknown as readonly Practice[];

/** What the app begins where only resting and breathing are allowed. */
export const restPractice: Practice = readyMadeNamed('rest-and-breathe');

function readyMadeNamed(id: string): Practice {
  const practice = readyMade.find((one) => one.id === id);
  if (practice === undefined)
    throw new Error(`No practice "${id}"; there are ${readyMade.map((one) => one.id).join(', ')}.`);
  return practice;
}
