import { describe, expect, it } from 'vitest';
import type { Configuration } from '@sacra/body';
import { legsOf } from '@sacra/pose';
import { chooseVariation, motionAt, timeline, type FigureMoment, type Practice } from '@sacra/practice';
import { atlasKeyframe, decodeAtlas, encodeAtlas, sampleClip } from '@sacra/solve';
import { apart, furthestTurnDeg, toMm } from './measures.ts';
import type { Solved } from './solved.ts';

/** Nothing teleports: what is shown at one moment follows from what was shown just before. All of it from the bytes that the app fetches. */
export function continuityLaws({ atlas: solvedAtlas, body, catalogue, content }: Solved): void {
  const decoded = decodeAtlas(encodeAtlas(solvedAtlas));
  if (!decoded.ok) throw new Error(`the atlas can't be read: ${decoded.error.type}`);
  const atlas = decoded.value;

  const keyframeAt = (key: string): Configuration => {
    const keyframe = atlasKeyframe(atlas, body, key);
    if (keyframe === undefined)
      throw new Error(`the atlas has no ${key}; it has ${[...atlas.keyframes.keys()].join(', ')}`);
    return keyframe.q;
  };
  const shownAt = (moment: FigureMoment): Configuration =>
    moment.kind === 'still'
      ? keyframeAt(moment.keyframe)
      : sampleClip(body, atlas.clips.get(moment.way)!, moment.clip01, moment.side);

  const practice = content.practices.find(({ id }) => id === 'five-pose')!;
  /** As it is, and with each variation of each step. */
  const versions: readonly { name: string; practice: Practice }[] = [
    { name: 'as it is', practice },
    ...practice.steps.flatMap((step) => {
      const pose = catalogue.poses.get(step.pose)!;
      return pose.variations.map(({ id }) => {
        const chosen = chooseVariation(practice, catalogue, step.id, id);
        if (!chosen.ok) throw new Error(JSON.stringify(chosen.faults));
        return { name: `${step.pose}/${id}`, practice: chosen.value };
      });
    }),
  ];

  describe('nothing teleports', () => {
    it('every way, there and back, right and left, starts and ends where its keyframes are, within half a degree and 1 mm', () => {
      const off = [...catalogue.ways.values()].flatMap(legsOf).flatMap(({ way, reverse, side, from, to }) =>
        [from, to].map((key, end) => {
          const fraction = (end === 1) === reverse ? 0 : 1;
          const shown = sampleClip(body, atlas.clips.get(way)!, fraction, side);
          return { leg: `${from} → ${to} at ${key}`, ...apart(body, shown, keyframeAt(key)) };
        }),
      );
      expect(off.length).toBeGreaterThan(200);
      expect(off.filter(({ deg, mm }) => !(deg <= 0.5 && mm <= 1)).map(told)).toEqual([]);
    });

    it('in the five-pose practice, as it is and with each of its variations, where one span ends the next begins', () => {
      expect(versions.length).toBeGreaterThan(20);
      const off = versions.flatMap(({ name, practice: version }) => {
        const laidOut = timeline(version, catalogue);
        return laidOut.spans.slice(1).map(({ startS }) => {
          const [before, after] = [shownAt(motionAt(laidOut, startS - 1e-6)), shownAt(motionAt(laidOut, startS))];
          return { leg: `${name} at ${startS} s`, ...apart(body, before, after) };
        });
      });
      expect(off.filter(({ deg, mm }) => !(deg <= 0.5 && mm <= 1)).map(told)).toEqual([]);
    });

    it('from one sixtieth of a second to the next of that practice no joint turns by 6°, and the pelvis goes no further than 25 mm', () => {
      const laidOut = timeline(practice, catalogue);
      const jumps: string[] = [];
      let before = shownAt(motionAt(laidOut, 0));
      let ways = 0;
      for (let i = 1; i <= laidOut.totalS * 60; i++) {
        const moment = motionAt(laidOut, i / 60);
        if (moment.kind === 'way') ways++;
        const q = shownAt(moment);
        const deg = furthestTurnDeg(body, before, q);
        const mm = toMm(Math.hypot(q[0]! - before[0]!, q[1]! - before[1]!, q[2]! - before[2]!));
        if (!(deg < 6 && mm < 25)) jumps.push(`${(i / 60).toFixed(2)} s: ${deg.toFixed(1)}°, ${mm.toFixed(1)} mm`);
        before = q;
      }
      expect(ways).toBeGreaterThan(2000);
      expect(jumps).toEqual([]);
    });
  });
}

const told = ({ leg, deg, mm }: { leg: string; deg: number; mm: number }): string =>
  `${leg}: ${deg.toFixed(2)}°, ${mm.toFixed(2)} mm`;
