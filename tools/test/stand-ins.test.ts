import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { doingOf, limits, parseKey, poseAsDone, type Catalogue, type Limit } from '@sacra/pose';
import { answersTo } from '@sacra/solve';
import { readContent } from '../src/content/read-content.ts';
import { standInFaults } from '../src/content/stand-in-faults.ts';

const read = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (!read.ok) throw new Error(`content has errors: ${JSON.stringify(read.errors, null, 2)}`);
const { catalogue } = read.value;
const practised = [...catalogue.poses.values()].flatMap((pose) => (pose.purpose === 'practice' ? [pose] : []));
const keys = practised.flatMap(({ id, variations }) => [id, ...variations.map((one) => `${id}/${one.id}`)]);

const asDone = (key: string, from: Catalogue = catalogue) => {
  const { pose, variation } = parseKey(key)!;
  return poseAsDone(from, pose, variation ?? null);
};

/** Where one ends by following what stands in, the closest first, until nothing that holds bars it; undefined when nothing is left. */
function endOf(start: string, holds: ReadonlySet<Limit>): string | undefined {
  const tried = new Set([start]);
  for (const key of tried) {
    const bars = asDone(key).character.barredBy.filter(({ limit }) => holds.has(limit));
    if (bars.length === 0) return key;
    for (const { standsIn } of bars) for (const next of standsIn) tried.add(next);
  }
  return undefined;
}

describe('what stands in', () => {
  it('is not barred itself by the limit that it answers, and shows no word for a side', () => {
    expect([...catalogue.poses.values()].flatMap((pose) => standInFaults(catalogue, pose))).toEqual([]);
  });

  it('is told apart: a pose that stands in for what bars it is found out', () => {
    const twist = practised.find(({ id }) => id === 'supine-twist')!;
    const circular = {
      ...twist,
      character: {
        ...twist.character,
        barredBy: [{ limit: 'chair-only', standsIn: ['knees-to-chest'], source: 'sacra-proposal' }],
      },
    } as const;
    expect(standInFaults(catalogue, circular)).toMatchObject([{ path: ['character', 'barredBy', 0, 'standsIn', 0] }]);
  });

  it('leaves somebody with one limit, or any two, something to do in place of every pose and variation', () => {
    const left = limits.flatMap((one, i) =>
      limits.slice(i).flatMap((other) => {
        const holds = new Set([one, other]);
        return keys
          .filter((key) => endOf(key, holds) === undefined)
          .map((key) => `${key} with ${[...holds].join(' and ')}`);
      }),
    );
    expect(left).toEqual([]);
  });

  it('is done by everybody at last: a rest on a chair is barred by nothing', () => {
    expect(asDone('easy-seat/chair').character.barredBy).toEqual([]);
  });
});

describe('a variation that is another pose', () => {
  const others = practised.flatMap((pose) =>
    pose.variations.flatMap((variation) =>
      variation.form.kind === 'pose' ? [{ pose, variation, other: variation.form.pose }] : [],
    ),
  );

  it('is found, practised and composed on its own as well', () => {
    expect(others.length).toBeGreaterThan(5);
    for (const { pose, variation, other } of others) {
      const side = pose.sides === 'one-then-other' ? 'left' : 'both';
      expect(doingOf(catalogue, pose.id, variation.id, side)).toEqual(doingOf(catalogue, other, null, side));
    }
  });

  it('is described once: it says what that pose says, unless it says it anew', () => {
    for (const { pose, variation, other } of others) {
      const [here, there] = [poseAsDone(catalogue, pose.id, variation.id), poseAsDone(catalogue, other, null)];
      expect(here.words).toEqual({ ...there.words, ...variation.words });
      expect(here.character).toEqual(variation.character ?? there.character);
      expect(here.cautions.slice(-there.cautions.length)).toEqual(there.cautions);
    }
  });
});

describe('what answers a body that can’t', () => {
  it('is something else, for every keyframe that is held in a practice, until one sits on a chair', () => {
    const unanswered = keys.filter((key) => {
      const { pose, variation } = asDone(key);
      if ((variation ?? pose).form.kind !== 'hold') return false;
      const keyframe = [...catalogue.keyframes.keys()].find((one) => one === key || one === `${key}@right`)!;
      return answersTo(catalogue, keyframe).length === 0;
    });
    expect(unanswered).toEqual(['easy-seat/chair']);
  });
});
