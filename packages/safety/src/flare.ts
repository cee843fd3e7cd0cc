import { daysBetween, instantMs } from './moment.ts';
import type { SafetyHistory } from './history.ts';

/** At this much pain, whatever is usual. */
const flarePain0to10 = 8;
/** This much above what is usual. */
const flareRise = 3;
/** "Usual" is the middle of what was noted in so many days before. */
const usualDays = 28;

/** The moments at which the person noted a flare: 8 of 10 or more, or 3 or more above their usual. */
export function flaresIn(pains: SafetyHistory['pains']): string[] {
  const noted = pains
    .flatMap(({ notedAt, pain0to10 }) => (pain0to10 === null ? [] : [{ notedAt, pain0to10 }]))
    .sort((a, b) => instantMs(a.notedAt) - instantMs(b.notedAt));
  return noted
    .filter(({ notedAt, pain0to10 }, index) => {
      const usual = usualPain(noted.slice(0, index), notedAt);
      return pain0to10 >= flarePain0to10 || (usual !== undefined && pain0to10 >= usual + flareRise);
    })
    .map(({ notedAt }) => notedAt);
}

/** The median; of an even number the lower middle, which calls more of the others a flare. Undefined when nothing was noted. */
function usualPain(
  earlier: readonly { readonly notedAt: string; readonly pain0to10: number }[],
  at: string,
): number | undefined {
  const recent = earlier
    .filter(({ notedAt }) => daysBetween(notedAt, at) <= usualDays)
    .map(({ pain0to10 }) => pain0to10)
    .sort((a, b) => a - b);
  return recent[Math.floor((recent.length - 1) / 2)];
}
