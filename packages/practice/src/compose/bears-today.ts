import type { Catalogue } from '@sacra/pose';
import type { Choice } from '@sacra/safety';
import { formOf } from './form.ts';
import { asOfToday, composeMinutes, holdsShare, type ComposeRequest } from './request.ts';

/** What may be lengthened by hand, and how far: what safety and the pain of today ask for holds there too. */
export interface BearsToday {
  /** minutes that a practice may be asked to take */
  readonly mostMinutes: number;
  /** breaths a side; rests may take as many as their pose bears */
  readonly mostBreaths: (step: Choice) => number;
}

export function bearsToday(catalogue: Catalogue, asked: ComposeRequest): BearsToday {
  const longest = asOfToday({ ...asked, minutes: composeMinutes.max });
  return {
    mostMinutes: longest.minutes,
    mostBreaths: (step) => {
      const { pose, character } = formOf(catalogue, step).done;
      return character.depth === 'rest' ? pose.breaths.max : Math.ceil(pose.breaths.max * holdsShare(longest));
    },
  };
}
