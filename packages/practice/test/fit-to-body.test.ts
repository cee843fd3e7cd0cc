import { createCatalogue, type Pose, type PracticePose } from '@sacra/pose';
import { describe, expect, test } from 'vitest';
import { fitStep, keyframesOfStep, type KeyframeFit } from '../src/fit-to-body.ts';
import type { Step } from '../src/practice.ts';
import { smallCatalogue } from './small-catalogue.ts';

/** The small catalogue with what `lunge` and `fold` say about bodies, and the poses that answer them. */
const catalogue = createCatalogue(
  [...smallCatalogue.poses.values()].map((pose): Pose => {
    if (pose.id === 'fold') {
      const cushion = { gives: { seat: 'Your seat rests higher.' }, answeredBy: ['lunge'] };
      return {
        ...(pose as PracticePose),
        bodies: { gives: { heels: 'Your heels stay up.' }, answeredBy: ['fold/cushion', 'hill', 'lunge'] },
        variations: (pose as PracticePose).variations.map((one) => ({ ...one, bodies: cushion })),
      };
    }
    if (pose.id !== 'lunge') return pose;
    return {
      ...(pose as PracticePose),
      breaths: { default: 3, min: 2, max: 4, counted: 'breaths' },
      bodies: { gives: { hips: 'Your hips stay higher.' }, answeredBy: ['fold'] },
    };
  }),
);

const fold: Step = { id: 'a', pose: 'fold', variation: null, sides: ['both'], breaths: 6 };
const lunge: Step = { id: 'b', pose: 'lunge', variation: null, sides: ['right', 'left'], breaths: 3 };

/** Every keyframe fits as it is written, but for those named. */
const fits =
  (unfit: Readonly<Record<string, KeyframeFit>>) =>
  (key: string): KeyframeFit =>
    unfit[key] ?? { shown: key, gaveWay: [] };

describe('a step on a body', () => {
  test('stays as it is written where all its keyframes fit, and tells what gave way in the words of the pose', () => {
    const gaveWay = { fold: { shown: 'fold', gaveWay: ['heels', 'something nobody has words for'] } };
    expect(fitStep(catalogue, fold, fits(gaveWay))).toEqual({ kind: 'as-written', gives: ['Your heels stay up.'] });
  });

  test('says what gave way on one side, or on both, once', () => {
    const given = (key: string): KeyframeFit => ({ shown: key, gaveWay: ['hips.right', 'hips'] });
    expect(fitStep(catalogue, lunge, given)).toEqual({ kind: 'as-written', gives: ['Your hips stay higher.'] });
  });

  test('takes what the solver shows in its place, with the words of that', () => {
    const higher = {
      fold: { shown: 'fold/cushion', gaveWay: [] },
      'fold/cushion': { shown: 'fold/cushion', gaveWay: ['seat'] },
    };
    expect(fitStep(catalogue, fold, fits(higher))).toEqual({
      kind: 'answered',
      step: { ...fold, variation: 'cushion' },
      unfit: 'fold',
      gives: ['Your seat rests higher.'],
    });
  });

  test('becomes another pose on that pose’s sides and with as many breaths as it bears', () => {
    const neither = { fold: { gaveWay: [] }, 'fold/cushion': { gaveWay: [] } };
    const fit = fitStep(catalogue, fold, fits(neither));
    expect(fit).toMatchObject({
      kind: 'answered',
      step: { id: 'a', pose: 'lunge', sides: ['right', 'left'], breaths: 4 },
    });
  });

  test('that fits on one side only is answered on both: sides stay alike', () => {
    const oneSided = { 'lunge@left': { shown: 'fold', gaveWay: [] } };
    expect(fitStep(catalogue, lunge, fits(oneSided))).toMatchObject({
      kind: 'answered',
      unfit: 'lunge@left',
      step: { pose: 'fold', sides: ['both'] },
    });
  });

  test('stays as it is written, and says so, where nothing answers it', () => {
    expect(fitStep(catalogue, fold, () => ({ gaveWay: [] }))).toEqual({ kind: 'unanswered', unfit: 'fold' });
  });

  test('is answered only by what can be played', () => {
    const neither = { fold: { shown: 'fold/cushion', gaveWay: [] } };
    const withoutCushion = (step: Step): boolean => step.variation !== 'cushion';
    expect(fitStep(catalogue, fold, fits(neither), withoutCushion)).toMatchObject({ step: { pose: 'lunge' } });
    expect(fitStep(catalogue, fold, fits(neither), () => false)).toEqual({ kind: 'unanswered', unfit: 'fold' });
  });

  test('is not decided while a fit that decides isn’t known', () => {
    expect(fitStep(catalogue, fold, () => undefined)).toBeUndefined();
    const answersUnknown = (key: string): KeyframeFit | undefined => (key === 'fold' ? { gaveWay: [] } : undefined);
    expect(fitStep(catalogue, fold, answersUnknown)).toBeUndefined();
  });

  test('that moves fits when the places it moves between do', () => {
    const cycle: Step = { id: 'c', pose: 'cat-cow', variation: null, sides: ['both'], breaths: 5 };
    expect(keyframesOfStep(catalogue, cycle)).toEqual(['floor', 'valley', 'hill']);
    expect(fitStep(catalogue, cycle, fits({ hill: { gaveWay: [] } }))).toEqual({ kind: 'unanswered', unfit: 'hill' });
  });
});
