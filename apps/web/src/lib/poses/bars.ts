import { parseKey, type Bar, type Catalogue } from '@sacra/pose';
import { standIn, type StandIn } from './for-person.ts';

/** Limits that are answered by the same poses. */
export interface BarGroup {
  readonly bars: readonly Bar[];
  readonly standsIn: readonly StandIn[];
}

/** What bars a pose, by what stands in its place; in the order of the pose's file. */
export function groupedBars(catalogue: Catalogue, bars: readonly Bar[]): readonly BarGroup[] {
  const byAnswer = new Map<string, Bar[]>();
  for (const bar of bars) {
    const answer = bar.standsIn.join(' ');
    byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), bar]);
  }
  return [...byAnswer.values()].map((group) => ({
    bars: group,
    standsIn: (group[0]?.standsIn ?? []).flatMap((key) => {
      const parts = parseKey(key);
      return parts === undefined ? [] : standIn(catalogue, { pose: parts.pose, variation: parts.variation ?? null });
    }),
  }));
}
