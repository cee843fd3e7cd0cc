import { createBody, referencePerson } from '@sacra/body';
import { keyframeOf, mirrorKey, swapSide } from '@sacra/pose';
import { catalogueSolver, mirrorKeyframe } from '@sacra/solve';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { viewOf } from '../src/card-list.ts';
import { readContent } from '../src/content/read-content.ts';
import { describeBriefly, describePose } from '../src/picture-words/describe-pose.ts';
import { measurePosture } from '../src/picture-words/posture.ts';

const content = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (!content.ok) throw new Error("These tests need the repository's content to be in order.");
const { catalogue, bodyTables } = content.value;
const body = createBody(referencePerson, bodyTables);
const solver = catalogueSolver(body, catalogue);
const poses = [...catalogue.keyframes.keys()].map((key) => {
  const keyframe = solver.keyframe(key);
  const view = viewOf(keyframeOf(catalogue, key), key);
  return { key, keyframe, view, words: describePose(body, keyframe, view) };
});
const wordsOf = (key: string): string => poses.find((pose) => pose.key === key)!.words;

describe('what a picture shows, in words', () => {
  test('of a mirrored body is the same with left and right exchanged', () => {
    for (const { key, keyframe, view, words } of poses) {
      const mirrored = { azimuthRad: -view.azimuthRad, elevationRad: view.elevationRad };
      const swapped = words.replace(/\b(left|right)\b/g, (side) => (side === 'left' ? 'right' : 'left'));
      expect(describePose(body, mirrorKeyframe(body, keyframe), mirrored), mirrorKey(key)).toBe(swapped);
    }
  });

  test('is one sentence, short enough to be listened to', () => {
    for (const { key, words } of poses) {
      expect(words, key).toMatch(/^[A-Z][a-z ,]+ (side|left|right|front|back|above)\.$/);
      expect(words.length, words).toBeLessThan(230);
    }
  });

  test('names every prop, and none that is not there', () => {
    const kinds = ['cushion', 'bolster', 'block', 'blanket', 'chair', 'table', 'wall'];
    for (const { key, keyframe, words } of poses) {
      const there = new Set(keyframe.props.map(({ kind }) => kind as string));
      for (const kind of kinds) expect(words.includes(kind), `${key}: ${kind}`).toBe(there.has(kind));
    }
  });

  test('puts on the mat what touches it: forehead, hands and knees', () => {
    for (const { key, keyframe, words } of poses) {
      const touches = (patch: string, surface = 'mat'): boolean =>
        keyframe.contacts.some((contact) => contact.patch === patch && contact.surface === surface);
      expect(words.includes('forehead on the mat'), key).toBe(touches('forehead'));
      if (/^On (both )?hands and/.test(words)) expect(touches('palm.left') && touches('palm.right'), key).toBe(true);
      if (words.startsWith('On hands and feet')) {
        const bears = keyframe.contacts
          .map(({ patch }) => patch)
          .filter((patch) => !/^(palm|fingertip|toes|heel|sole)\b/.test(patch));
        expect(bears, key).toEqual([]);
      }
      if (/and (both )?knees/.test(words)) expect(touches('knee.left') && touches('knee.right'), key).toBe(true);
      for (const side of ['left', 'right'] as const) {
        if (words.startsWith(`Kneeling on the ${side} knee`)) expect(touches(`knee.${side}`), key).toBe(true);
        if (words.startsWith(`Lying on the ${side} side`)) expect(touches(`hip-side.${side}`), key).toBe(true);
        if (words.includes(`the ${side} hand and`))
          expect(touches(`palm.${swapSide(`@${side}`).slice(1)}`), key).toBe(false);
      }
      expect(words.startsWith('Sitting on a chair'), key).toBe(touches('sit-bone.left', 'chair'));
      if (words.startsWith('Lying on the back')) {
        expect(
          ['upper-back', 'shoulder-blade.left', 'shoulder-blade.right'].some((patch) => touches(patch)),
          key,
        ).toBe(true);
      }
    }
  });

  test('says what the joints do', () => {
    for (const { key, keyframe, words } of poses) {
      const { chestTurnDeg, spineFlexionDeg, left, right } = measurePosture(body, keyframe);
      if (words.includes('chest') && words.includes('turned to the left'))
        expect(chestTurnDeg, key).toBeGreaterThan(20);
      if (words.includes('chest') && words.includes('turned to the right')) expect(chestTurnDeg, key).toBeLessThan(-20);
      if (words.includes('back rounded')) expect(spineFlexionDeg, key).toBeGreaterThan(30);
      if (words.includes('back hollow')) expect(spineFlexionDeg, key).toBeLessThan(-20);
      if (/\blegs long/.test(words)) expect(Math.max(left.kneeFlexionDeg, right.kneeFlexionDeg), key).toBeLessThan(30);
      if (/\bknees bent/.test(words))
        expect(Math.min(left.kneeFlexionDeg, right.kneeFlexionDeg), key).toBeGreaterThan(20);
    }
  });

  test('reads like this', () => {
    expect(wordsOf('childs-pose/cushion')).toBe(
      'Kneeling, seat on a cushion, trunk folded forward over the thighs, forehead on a blanket, ' +
        'arms stretched forward on the mat, seen from the right side.',
    );
    expect(wordsOf('bird-dog@right')).toBe(
      'On the left hand and the right knee, back level, left leg stretched back, right arm stretched forward, ' +
        'seen from the right side.',
    );
    expect(wordsOf('supine-twist@right')).toContain('bent knees lowered to the right, arms out to the sides');
    expect(describeBriefly(body, solver.keyframe('tabletop'), solver.keyframe('cat'))).toEqual([
      'On hands and knees, back level',
      'On hands and knees, back rounded',
    ]);
  });
});
