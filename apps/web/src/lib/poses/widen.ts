import { findPoses, type FindablePose } from './find-poses.ts';
import { chipGroups } from './ways-to-find.ts';
import { withChip, type Wish } from './wish.ts';

/** A wish that asks for less, and how many poses answer it. */
export interface Wider {
  /** What is let go, as it stands on the screen. */
  readonly without: string;
  readonly wish: Wish;
  readonly count: number;
}

/** For a wish that nothing answers: each single thing that can be let go so that something does. What was typed comes last: it is what somebody means most. */
export function waysToWiden(poses: readonly FindablePose[], wish: Wish): readonly Wider[] {
  const narrower = chipGroups.flatMap((group) => {
    const chosen = wish.chosen[group.id];
    const labels = group.chips.filter(({ id }) => chosen.includes(id)).map(({ label }) => label);
    const without = chosen.reduce((less, chip) => withChip(less, group, chip, false), wish);
    return chosen.length === 0 ? [] : [{ without: labels.join(' or '), wish: without }];
  });
  const words = wish.words.trim();
  const all = words === '' ? narrower : [...narrower, { without: `“${words}”`, wish: { ...wish, words: '' } }];
  return all
    .map((wider) => ({ ...wider, count: findPoses(poses, wider.wish).length }))
    .filter(({ count }) => count > 0);
}
