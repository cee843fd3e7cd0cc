import { describe, expect, it } from 'vitest';
import type { Body, Person } from '@sacra/body';
import { catalogueSolver, fitOf, keyframeLaws, type CatalogueSolver, type Fit } from '../src/index.ts';
import { bodyOf, referenceBody } from './random-bodies.ts';
import { smallPoses } from './small-poses.ts';

const reference = catalogueSolver(referenceBody, smallPoses);
const solverOf = (change: Partial<Person>): CatalogueSolver => solverOn(bodyOf(change));
const solverOn = (body: Body): CatalogueSolver => catalogueSolver(body, smallPoses, reference);
const stiffKnees = solverOf({ ease: { seatToHeelsGapM: 0.2 } });

function shown(fit: Fit): Exclude<Fit, { shown: undefined }> {
  if (fit.shown === undefined) throw new Error(`${fit.key} isn't shown: ${JSON.stringify(fit.because)}`);
  return fit;
}

describe('a pose that a body can do', () => {
  it('is shown as it is written, and on the body for which it was written nothing gave way', () => {
    for (const key of smallPoses.keyframes.keys()) {
      if (key === 'on-heels/flat') continue;
      const solver = catalogueSolver(referenceBody, smallPoses, reference);
      const fit = shown(fitOf(solver, key));
      expect(fit).toMatchObject({ key, shown: key, gaveWay: [] });
      expect(fit.because).toBeUndefined();
      expect(fit.keyframe).toBe(solver.keyframe(key));
    }
  });

  it('says which groups gave way further than on the body for which it was written', () => {
    const stiffHamstrings = solverOf({ ease: { straightLegLiftDeg: { left: 50, right: 50 } } });
    const { gaveWay, shown: key } = shown(fitOf(stiffHamstrings, 'bend-forward'));
    expect(key).toBe('bend-forward');
    expect(gaveWay).toContain('knees');
    expect(gaveWay).not.toContain('spine');
  });

  it('without a reference counts everything that is far from its wish as having given way', () => {
    const alone = catalogueSolver(referenceBody, smallPoses);
    for (const key of ['on-heels-alone', 'bend-forward']) {
      expect([...shown(fitOf(alone, key)).gaveWay].sort()).toEqual(
        [...new Set(alone.keyframe(key).measure.yielded.map(({ group }) => group))].sort(),
      );
    }
  });
});

describe('a pose that a body can’t do', () => {
  it('is answered by the first of its answers that fits, and says why it isn’t shown itself', () => {
    const fit = shown(fitOf(stiffKnees, 'on-heels'));
    expect(fit.because).toMatchObject({ kind: 'wish', what: 'seat', unit: 'mm' });
    expect(fit.because!.amount).toBeGreaterThan(100);
    // The flat cushion comes first, and doesn't lift this seat high enough.
    expect(fit.shown).toBe('on-heels/cushion');
    expect(fit.keyframe.residualMm).toBeLessThan(keyframeLaws.contactMm);
  });

  it('is told honestly when nothing answers it', () => {
    expect(fitOf(stiffKnees, 'on-heels-alone')).toMatchObject({ shown: undefined, because: { kind: 'wish' } });
    const flat = fitOf(stiffKnees, 'on-heels/flat');
    expect(flat.shown).toBeUndefined();
    expect(flat.because).toMatchObject({ kind: 'contact', unit: 'mm' });
    expect(flat.because!.amount).toBeGreaterThan(keyframeLaws.contactMm);
  });

  it('is answered on the same side', () => {
    const stiffShoulders = solverOf({ ease: { armsOverheadGapDeg: 85 } });
    for (const side of ['right', 'left']) {
      expect(fitOf(stiffShoulders, `reach-up@${side}`)).toMatchObject({
        shown: `reach-low@${side}`,
        because: { kind: 'wish', what: 'shoulders' },
      });
      expect(fitOf(reference, `reach-up@${side}`).shown).toBe(`reach-up@${side}`);
    }
  });

  it('that is called by a name that there isn’t, is refused with the nearest names', () => {
    expect(() => fitOf(reference, 'on-heel')).toThrow(/on-heel.*nearest are on-heels/);
  });
});

describe('a prop whose height the solver chooses', () => {
  const heightOf = (solver: CatalogueSolver): number => {
    const { props } = solver.keyframe('on-heels/cushion');
    return props[0]!.positionM[2] + props[0]!.sizeM[2];
  };

  it('is as high as the body needs it, between its ends, and touched', () => {
    const [supple, stiff] = [heightOf(reference), heightOf(stiffKnees)];
    expect(supple).toBeGreaterThanOrEqual(0.15);
    expect(stiff).toBeLessThanOrEqual(0.45);
    expect(stiff).toBeGreaterThan(supple + 0.03);
    for (const solver of [reference, stiffKnees]) {
      const { contacts } = solver.keyframe('on-heels/cushion');
      for (const { pointsM, surface } of contacts) {
        if (surface !== 'seat') continue;
        for (const [, , z] of pointsM) expect(Math.abs(z - heightOf(solver))).toBeLessThan(0.002);
      }
    }
  });

  it('stands where it stood: it grows upwards', () => {
    for (const solver of [reference, stiffKnees]) {
      const { positionM } = solver.keyframe('on-heels/cushion').props[0]!;
      expect(positionM[2]).toBeCloseTo(0.15 - 0.1, 9);
    }
  });
});
