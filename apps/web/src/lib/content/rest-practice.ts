import type { Practice } from '@sacra/practice';
import practices from './generated/practices.json';

/** What the app begins where only resting and breathing are allowed. Checked when it is made (tools). */
export const restPractice: Practice = practiceNamed('rest-and-breathe');

function practiceNamed(id: string): Practice {
  const known = practices as unknown as readonly Practice[];
  const practice = known.find((one) => one.id === id);
  if (practice === undefined)
    throw new Error(`No practice "${id}"; there are ${known.map((one) => one.id).join(', ')}.`);
  return practice;
}
