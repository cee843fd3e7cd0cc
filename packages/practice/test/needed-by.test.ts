import fc from 'fast-check';
import { expect, test } from 'vitest';
import { motionAt } from '../src/motion-at.ts';
import { neededBy } from '../src/needed-by.ts';
import { laidOut } from './arbitrary-practice.ts';

test('at every second of a practice the figure needs only what was named, and nothing is named in vain', () => {
  fc.assert(
    fc.property(laidOut, ({ laid: played }) => {
      const { keyframes, ways } = neededBy(played);
      const [seenKeyframes, seenWays] = [new Set<string>(), new Set<string>()];
      for (const { startS, endS, motion } of played.spans) {
        const moments = motion.kind === 'cycle' ? motion.movements.map((one) => (one.startS + one.endS) / 2) : [];
        for (const atS of [(startS + endS) / 2, ...moments]) {
          const moment = motionAt(played, atS);
          if (moment.kind === 'still') seenKeyframes.add(moment.keyframe);
          else {
            seenWays.add(`${moment.way}@${moment.side}`);
            seenKeyframes.add(moment.from).add(moment.to);
          }
        }
      }
      expect(new Set(keyframes)).toEqual(seenKeyframes);
      expect(new Set(ways.map(({ way, side }) => `${way}@${side}`))).toEqual(seenWays);
    }),
    { numRuns: 30 },
  );
});
