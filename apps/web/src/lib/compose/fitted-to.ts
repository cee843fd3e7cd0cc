import type { Catalogue } from '@sacra/pose';
import { setMinutes, type BearsToday, type Lengthened, type Practice, type TimelineSettings } from '@sacra/practice';

export interface Fitting {
  readonly catalogue: Catalogue;
  readonly bears: BearsToday;
  readonly settings: TimelineSettings;
}

/** The same steps within other minutes, as far as they bear that today; steps that are locked keep their breaths. */
export function fittedTo(
  minutes: number,
  practice: Practice,
  lockedIds: readonly string[],
  { catalogue, bears: { mostBreaths }, settings }: Fitting,
): Extract<Lengthened, { readonly ok: true }> | undefined {
  const set = setMinutes(practice, catalogue, minutes, { locked: new Set(lockedIds), mostBreaths, settings });
  return set.ok ? set : undefined;
}
