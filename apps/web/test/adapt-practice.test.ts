import { keyframeOf, poseAsDone, supportedBy } from '@sacra/pose';
import { parsePractice, timeline, type Practice } from '@sacra/practice';
import { clearanceOf, itemsOf, mayMove, mayPlay, type Answer, type Choice } from '@sacra/safety';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fivePosePractice } from '../src/lib/content/five-pose.ts';
import { wholeCatalogue as catalogue } from '../src/lib/content/whole-catalogue.ts';
import { adaptPractice } from '../src/lib/safety/adapt-practice.ts';
import { checklist } from '../src/lib/safety/safety-content.ts';

const everything = { keyframes: new Set(catalogue.keyframes.keys()), ways: new Set(catalogue.ways.keys()) };
const supported = supportedBy(catalogue, everything, fivePosePractice.opensIn);
const canPlay = ({ pose, variation }: Choice): boolean => {
  const can = supported.get(pose);
  return variation === null ? can?.plain === true : can?.variations.includes(variation) === true;
};
const items = itemsOf(checklist);
const at = '2026-03-01T08:00:00+00:00';
const clearanceFor = (given: Readonly<Record<string, Answer>>) =>
  clearanceOf(checklist, new Map(items.map(({ id }) => [id, { answer: given[id] ?? 'no', at }])));
const adapt = (
  given: Readonly<Record<string, Answer>>,
  chosen: readonly string[] = [],
  practice = fivePosePractice,
) => {
  const clearance = clearanceFor(given);
  return { clearance, ...adaptPractice(practice, { catalogue, clearance, canPlay, chosen }) };
};
const poses = ({ steps }: Practice) =>
  steps.map(({ pose, variation }) => (variation === null ? pose : `${pose}/${variation}`));

describe('the five-pose practice within what somebody may do', () => {
  test('nothing that is barred is ever played, and what is played can be laid out, whatever is answered', () => {
    const worded = fc.constantFrom<Answer>('yes', 'not-sure', 'known', 'cleared');
    const answers = fc.dictionary(fc.constantFrom(...items.map(({ id }) => id)), worded, { maxKeys: 6 });
    fc.assert(
      fc.property(answers, (given) => {
        const { clearance, practice, changes } = adapt(given);
        for (const { pose, variation } of practice.steps)
          expect(mayPlay(clearance, poseAsDone(catalogue, pose, variation).character)).toBe(true);
        if (clearance.level === 'none') expect(practice.steps).toEqual([]);
        if (clearance.level === 'free') expect(practice).toBe(fivePosePractice);
        const leftOut = [...changes.values()].filter(({ kind }) => kind === 'left-out').length;
        expect(practice.steps.length + leftOut).toBe(fivePosePractice.steps.length);
        if (practice.steps.length === 0) return;
        expect(parsePractice(structuredClone(practice), catalogue)).toMatchObject({ ok: true });
        const held = new Set<string>(clearance.limits.map(({ limit }) => limit));
        const { spans } = timeline(practice, catalogue);
        const shown = spans.flatMap(({ motion }) => (motion.kind === 'still' ? [motion.keyframe] : []));
        const positions = new Set(
          shown
            .map((key) => keyframeOf(catalogue, key))
            .map(({ pose, variation }) => variation?.position ?? pose.position),
        );
        if (held.has('no-kneeling')) expect([...positions]).not.toContain('all-fours');
        if (held.has('chair-only'))
          for (const position of positions) expect(['sitting', 'standing']).toContain(position);
      }),
      { numRuns: 300 },
    );
  });

  test('a sore knee sits on no heels and does no Pigeon, and is told why', () => {
    const { practice, changes } = adapt({ knees: 'yes' });
    expect(poses(practice)).toEqual(expect.arrayContaining(['reclined-figure-four']));
    expect(poses(practice)).not.toEqual(expect.arrayContaining(['childs-pose']));
    expect(poses(practice)).not.toEqual(expect.arrayContaining(['pigeon']));
    for (const id of ['childs-pose', 'pigeon'])
      expect(changes.get(id)).toMatchObject({
        kind: 'replaced',
        because: [{ limit: 'no-deep-knee-bend', becauseOf: ['knees'] }],
      });
  });

  test('short holds take half the breaths, within what each pose bears', () => {
    const { practice } = adapt({ 'worse-bending-forward': 'yes' });
    expect(practice.steps.map(({ breaths }) => breaths)).toEqual(practice.steps.map(() => 3));
  });

  test('who had better begin at a chair does, and may choose otherwise for a pose', () => {
    const given = { 'over-65': 'yes' } as const;
    const { practice } = adapt(given);
    expect(practice.opensIn).toBe('sitting-on-chair');
    for (const { pose, variation } of practice.steps)
      expect(['sitting', 'standing']).toContain(poseAsDone(catalogue, pose, variation).position);
    expect(poses(adapt(given, ['cat-cow']).practice)).toContain('cat-cow');
    expect(poses(adapt({ ...given, floor: 'yes' }, ['cat-cow']).practice)).not.toContain('cat-cow');
  });

  test('no pose comes twice because it stands in for two', () => {
    for (const { id, effect } of items) {
      const { clearance, practice } = adapt({ [id]: effect.kind === 'adapt' ? 'yes' : 'cleared' });
      if (!mayMove(clearance)) continue;
      const keys = poses(practice);
      expect(new Set(keys).size, id).toBe(keys.length);
    }
  });
});
