import { describe, expect, it } from 'vitest';
import { dropStep, parsePractice, restoreStep, swapStep, timeline, type Practice, type Step } from '../src/index.ts';
import { catalogueWithLimits } from './catalogue-with-limits.ts';
import { smallCatalogue } from './small-catalogue.ts';

const fold: Step = { id: 'fold', pose: 'fold', variation: null, sides: ['both'], breaths: 4 };
const lean: Step = { id: 'lean', pose: 'lean', variation: null, sides: ['left'], breaths: 8 };
const ending = (...steps: Step[]): Practice => ({
  ...{ format: 'sacra.practice', version: 1, id: 'p', title: 'P', opensIn: 'floor', closesIn: 'floor', steps },
  ...{ breath: { inS: 4, outS: 6 }, catCowBreath: 'in-to-cow' },
});
const faultsOf = (practice: Practice) => {
  const result = parsePractice(practice, smallCatalogue);
  return result.ok ? [] : result.faults.map(({ path }) => path.join('.'));
};
const saidIn = (practice: Practice): string[] =>
  timeline(practice, smallCatalogue).cues.flatMap((cue) => (cue.kind === 'say' ? [cue.text] : []));

describe('who rests on a side', () => {
  it('may do so on one, on either, or on both in turn; other poses are done on both', () => {
    for (const sides of [['right'], ['left'], ['right', 'left']] as const)
      expect(faultsOf(ending(fold, { ...lean, sides }))).toEqual([]);
    expect(faultsOf(ending({ ...lean, sides: ['both'] }))).toEqual(['steps.0.sides']);
    expect(faultsOf(ending({ ...lean, pose: 'lunge' }))).toEqual(['steps.0.sides']);
    expect(faultsOf(ending({ ...fold, sides: ['left'] }))).toEqual(['steps.0.sides']);
  });

  it('may stay there at the end, on the side of the last step and no other', () => {
    expect(faultsOf({ ...ending(fold, lean), closesIn: 'lean@left' })).toEqual([]);
    expect(faultsOf({ ...ending(fold, lean), closesIn: 'lean@right' })).toEqual(['closesIn']);
    expect(faultsOf({ ...ending(lean, fold), closesIn: 'lean@left' })).toEqual(['closesIn']);
    expect(
      faultsOf({ ...ending({ ...lean, pose: 'lunge', sides: ['right', 'left'] }), closesIn: 'lunge@left' }),
    ).toEqual(['closesIn']);
  });

  it('is told that either side will do, without turning over, and how to get up from it', () => {
    const said = saidIn({ ...ending(fold, lean), closesIn: 'lean@left' });
    expect(said.filter((line) => line.includes('rest on that one'))).toEqual([
      'One side is enough, and we take the left. If the right is more comfortable, rest on that one.',
    ]);
    expect(said.filter((line) => line.startsWith('Now the'))).toEqual(['Now we come to rest.'].slice(1));
    expect(said.at(-1)).toContain('press yourself up to sitting');

    const inTurn = saidIn({ ...ending(fold, { ...lean, sides: ['right', 'left'] }), closesIn: 'lean@left' });
    expect(inTurn.some((line) => line.includes('rest on that one'))).toBe(false);
    expect(inTurn).toContain('Now the left side.');
  });

  it('comes there by swapping the last step on one side, for the time that it had', () => {
    const written = { ...ending(fold, { ...fold, id: 'rest' }), closesIn: 'fold' };
    const swapped = swapStep(written, smallCatalogue, 'rest', { pose: 'lean', variation: null });
    expect(swapped).toMatchObject({
      ok: true,
      value: { steps: [fold, { id: 'rest', pose: 'lean', sides: ['left'], breaths: 4 }], closesIn: 'lean@left' },
    });
    const earlier = swapStep(written, smallCatalogue, 'fold', { pose: 'lean', variation: null });
    expect(earlier).toMatchObject({ ok: true, value: { steps: [{ sides: ['right', 'left'], breaths: 2 }, {}] } });
  });

  it('and drops that rest closes in a neutral place, and can have it back', () => {
    const sit = { id: 'sit', pose: 'sit', variation: null, sides: ['both'], breaths: 4 } as const;
    const onMat: Practice = {
      ...ending({ ...sit, id: 'wave', pose: 'wave' }, { ...sit, id: 'side', pose: 'side', sides: ['left'] }),
      ...{ opensIn: 'tabletop', closesIn: 'side@left' },
    };
    expect(parsePractice(onMat, catalogueWithLimits)).toMatchObject({ ok: true });
    const dropped = dropStep(onMat, catalogueWithLimits, 'side');
    expect(dropped).toMatchObject({ ok: true, value: { closesIn: 'wave' } });
    const turned = {
      ...onMat,
      steps: [{ ...sit, id: 'pigeon', pose: 'pigeon', sides: ['right', 'left'] }, onMat.steps[1]!],
    };
    const left = dropStep(turned as Practice, catalogueWithLimits, 'side');
    expect(left).toMatchObject({ ok: true, value: { closesIn: 'tabletop' } });
    if (!left.ok) return;
    expect(restoreStep(left.value, catalogueWithLimits, left.dropped)).toEqual({ ok: true, value: turned });
  });
});
