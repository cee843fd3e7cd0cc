import { otherSide, type PracticePose } from '@sacra/pose';
import type { Step } from '@sacra/practice';

/** "5 breaths on each side" · "5 breaths on your left side, or your right" · "5 rounds, one breath a round" · "5 breaths" */
export function amountInWords({ breaths, sides }: Step, { breaths: { counted } }: PracticePose): string {
  if (counted === 'rounds') return `${breaths} ${breaths === 1 ? 'round' : 'rounds'}, one breath a round`;
  const amount = `${breaths} ${breaths === 1 ? 'breath' : 'breaths'}`;
  if (sides.length > 1) return `${amount} on each side, right first`;
  const [side] = sides;
  return side === 'both' ? amount : `${amount} on your ${side} side, or your ${otherSide(side)}`;
}
