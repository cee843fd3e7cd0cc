import { describe, expect, it } from 'vitest';
import { doingOf, keyframesNeeded, limits, poseAsDone, type Limit } from '@sacra/pose';
import { limitsAsked } from './limits-asked.ts';
import type { Solved } from './solved.ts';

/** Content that protects people agrees with the picture: what a keyframe visibly asks of a body is named among what bars its pose. */
export function limitLaws({ body, catalogue, solver }: Solved): void {
  const done = [...catalogue.poses.values()].flatMap((pose) => {
    if (pose.purpose !== 'practice') return [];
    const own = pose.variations.filter(({ form }) => form.kind !== 'pose').map(({ id }) => id);
    const side = pose.sides === 'one-then-other' ? 'right' : 'both';
    return [null, ...own].map((variation) => {
      const { position, character } = poseAsDone(catalogue, pose.id, variation);
      const keys = keyframesNeeded(doingOf(catalogue, pose.id, variation, side));
      const asked = keys.flatMap((key) => [...limitsAsked(body, solver.keyframe(key), position === 'lying')]);
      return { name: variation === null ? pose.id : `${pose.id}/${variation}`, asked, character };
    });
  });

  describe('what bars a pose', () => {
    it('names every limit that a picture of it goes against', () => {
      const untold = done.flatMap(({ name, asked, character }) =>
        asked
          .filter(([limit]) => !character.barredBy.some((bar) => bar.limit === limit))
          .map(([limit, seen]) => `${name} isn't barred by ${limit}, though ${seen}`),
      );
      expect(untold).toEqual([]);
    });

    it('is seen for each limit in one pose or another, so that none goes unwatched', () => {
      const seen = new Set<Limit>(done.flatMap(({ asked }) => asked.map(([limit]) => limit)));
      expect(limits.filter((limit) => !seen.has(limit))).toEqual([]);
    });

    it('leaves a rest on the back, a stand and a seat on a chair free of what they don’t ask', () => {
      const limitsOf = (key: string): string[] => done.find(({ name }) => name === key)!.asked.map(([limit]) => limit);
      expect(limitsOf('lying-rest').sort()).toEqual(['chair-only', 'no-flat-back-lying']);
      expect(limitsOf('easy-seat/chair')).toEqual([]);
    });
  });
}
