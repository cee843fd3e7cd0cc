import type { Catalogue } from '@sacra/pose';
import { defaultTimelineSettings, timeline, type Practice, type Timeline } from '@sacra/practice';

/** A practice laid out in time for a voice of that pace. */
export function timelineFor(practice: Practice, catalogue: Catalogue, wordsPerMinute: number): Timeline {
  return timeline(practice, catalogue, { ...defaultTimelineSettings, speech: { wordsPerMinute } });
}
