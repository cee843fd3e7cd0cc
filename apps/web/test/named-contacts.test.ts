import { mirrorName } from '@sacra/body';
import { fillWords, keyframeOf, otherSide, sides, type Pose, type Words } from '@sacra/pose';
import { describe, expect, test } from 'vitest';
import { wholeCatalogue as catalogue } from '../src/lib/content/whole-catalogue.ts';
import { namedContacts } from '../src/lib/figure/named-contacts.ts';
import { bakedPoses } from './support/baked-poses.ts';

const allFours = ['palm.left', 'palm.right', 'knee.left', 'knee.right', 'foot-top.left', 'foot-top.right'];

describe('what a spoken line names', () => {
  test.each([
    ['Both hands press evenly into the mat.', ['palm.left', 'palm.right']],
    ['Your right knee is heavy.', ['knee.right']],
    ['Right arm reaches forward. Both knees stay.', ['knee.left', 'knee.right']],
    ['Left leg long, the top of the foot on the mat.', ['foot-top.left']],
    ['Draw the toes of your right foot towards your shin, to look after the knee.', ['knee.right', 'foot-top.right']],
    // where something goes, a measure, and a direction are no contacts
    ['Feet as wide as your knees.', ['foot-top.left', 'foot-top.right']],
    ["Float a hand's breadth off the mat.", []],
    ['There is nothing to reach for.', []],
  ])('“%s”', (line, lit) => {
    expect(namedContacts(line, allFours).toSorted()).toEqual(lit.toSorted());
  });

  test('the seat is the chair’s, your seat is your own; back is a direction, your back is not', () => {
    const sitting = ['sit-bone.left', 'sit-bone.right', 'lumbar-back'];
    expect(namedContacts('Hands press into the seat, and your hips move back.', ['sit-bone.left'])).toEqual([
      'sit-bone.left',
    ]);
    expect(namedContacts('A hand on the seat.', sitting)).toEqual([]);
    expect(namedContacts('Let your seat be heavy.', sitting)).toEqual(['sit-bone.left', 'sit-bone.right']);
    expect(namedContacts('Arms reach back.', sitting)).toEqual([]);
    expect(namedContacts('Your back is heavy.', sitting)).toEqual(['lumbar-back']);
  });
});

const linesOf = ({ instruction, there = [], breath, cycle }: Partial<Words>): string[] => [
  ...[instruction, breath].flatMap((line) => line ?? []),
  ...there,
  ...(cycle?.in ?? []),
  ...(cycle?.out ?? []),
];
/** Everything that can be said in a keyframe or on the way to it. */
function saidAt(key: string): string[] {
  const { pose, variation } = keyframeOf(catalogue, key);
  const holder: Pick<Pose, 'ways'> = variation ?? pose;
  return [
    ...linesOf({ ...pose.words, ...variation?.words }),
    ...holder.ways.flatMap(({ say, back }) => [...say, ...(back?.say ?? [])]),
  ];
}

describe('in all content', () => {
  const keyframes = [...bakedPoses.keyframes.values()];
  const filled = (line: string, side: 'left' | 'right'): string => fillWords(line, { side, breath: 'in' });

  test.each(keyframes.map((keyframe) => [keyframe.key, keyframe] as const))(
    '%s: said for the other side, a line lights the mirror image',
    (key, { contacts }) => {
      const patches = contacts.map(({ patch }) => patch);
      for (const line of saidAt(key).filter((one) => /\{/.test(one))) {
        for (const side of sides) {
          const here = namedContacts(filled(line, side), patches);
          const there = namedContacts(filled(line, otherSide(side)), patches.map(mirrorName));
          expect(there.toSorted(), line).toEqual(here.map(mirrorName).toSorted());
          for (const patch of here) expect(patches).toContain(patch);
        }
      }
    },
  );

  test('every part that any pose rests on can be named', () => {
    const plain = ['Your hands, elbows, forearms and shoulders.', 'Your head, forehead, chest and belly.']
      .concat([
        'Your seat, hips, lower back and upper back.',
        'Your thighs, knees, shins, legs, heels, feet and ankles.',
      ])
      .join(' ');
    const rested = [...new Set(keyframes.flatMap(({ contacts }) => contacts.map(({ patch }) => patch)))];
    expect(rested.filter((patch) => !namedContacts(plain, rested).includes(patch))).toEqual([]);
  });

  test('in most poses something that one rests on is named while one is there', () => {
    const silent = keyframes.filter(({ key, contacts }) => {
      const patches = contacts.map(({ patch }) => patch);
      return saidAt(key).every((line) => namedContacts(filled(line, 'right'), patches).length === 0);
    });
    expect(silent.length / keyframes.length, silent.map(({ key }) => key).join(', ')).toBeLessThan(0.25);
  });
});
