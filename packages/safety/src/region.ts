import type { SourceId } from '@sacra/pose';
import type { Review } from './checklist.ts';

/** Whom to call where. The person chooses the region; nothing on the device is asked for it. */
export interface Region {
  readonly id: string;
  readonly name: string;
  /** the number for an ambulance, the first is the one to show large; empty where we know of none */
  readonly emergency: readonly string[];
  /** a line for health questions that can't wait, where there is one for the whole region */
  readonly urgent?: Line;
  /** people to talk to when one thinks of harming oneself */
  readonly crisis?: Line;
  /** what else one has to know to reach help there */
  readonly note?: string;
  readonly sources: readonly SourceId[];
  readonly review: Review;
}

export interface Line {
  readonly name: string;
  readonly number: string;
}

/** The region of that id, or the one for everywhere else, which stands last. */
export function regionOf(regions: readonly Region[], id: string | undefined): Region {
  const region = regions.find((one) => one.id === id) ?? regions.at(-1);
  if (region === undefined)
    throw new Error('There are no regions; there has to be at least the one for everywhere else.');
  return region;
}
