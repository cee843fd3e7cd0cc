import { describe, expect, it } from 'vitest';
import { gravityMS2 } from '@sacra/body';
import { norm } from '@sacra/geometry';
import { bandsOf, everydayLoads, loadsOf, type Bands } from '@sacra/solve';
import { comparisons } from '../../src/loads/comparison.ts';
import type { Solved } from './solved.ts';

/** What the loads of the content's keyframes keep on the reference body. */
export function loadLaws({ body, content, solver, keyframes }: Solved): void {
  const everyday = everydayLoads(body);
  const bandsAt = (key: string): Bands => {
    const bands = bandsOf(body, solver.keyframe(key), everyday);
    if (!bands.ok) throw new Error(`${key} is out of balance by ${bands.error.leftOver}`);
    return bands.value;
  };

  describe('the loads', () => {
    const all = [...keyframes].map(([key, keyframe]) => ({ key, loads: loadsOf(body, keyframe) }));

    it('of every keyframe are in balance: what it touches can hold it', () => {
      const falling = all.flatMap(({ key, loads }) =>
        loads.ok ? [] : [`${key}: ${loads.error.leftOver.toExponential(1)} of the weight is left over`],
      );
      expect(falling).toEqual([]);
    });

    it('of every keyframe ask no more of the lower back than a back can do', () => {
      const couldNm = 0.15 * gravityMS2 * body.person.massKg * body.person.statureM;
      const strained = all.flatMap(({ key, loads }) => {
        const backNm = loads.ok ? norm(loads.value.joints.get('lumbar-lower')!.momentNm) : 0;
        return backNm < couldNm ? [] : [`${key}: ${backNm.toFixed(0)} N m`];
      });
      expect(strained).toEqual([]);
    });

    it('lying and Child’s Pose ask less of the lower back than standing, sitting as much', () => {
      for (const key of ['lying-rest', 'knees-bent-on-back', 'childs-pose'])
        expect(bandsAt(key).lowerBack, key).toBe('less');
      expect(bandsAt('sitting-on-chair').lowerBack).toBe('standing');
    });

    it('hands carry nothing lying, about a third on hands and knees, about half in Downward Dog', () => {
      expect(['lying-rest', 'tabletop', 'downward-dog'].map((key) => bandsAt(key).hands)).toEqual([
        'nothing',
        'about-a-third',
        'about-half',
      ]);
    });

    it('agree with what was measured, as far as docs/science/loads.md says', () => {
      const compared = new Map(comparisons(body, content.bodyTables, solver).map(({ what, ours }) => [what, ours]));
      const ours = (what: string): number => compared.get(what)!;
      expect(Math.abs(ours('hands’ share of the weight: top of a press-up, a man') - 0.66)).toBeLessThan(0.04);
      expect(Math.abs(ours('hands’ share of the weight: top of a press-up from the knees, a man') - 0.51)).toBeLessThan(
        0.07,
      );
      expect(ours('lower back, times standing: sitting without a back')).toBeGreaterThan(0.8);
      expect(ours('lower back, times standing: sitting without a back')).toBeLessThan(1.2);
      expect(ours('lower back, times standing: lying on the back')).toBeLessThan(0.4);
      expect(ours('lower back, times standing: on all fours, Cow')).toBeLessThan(1);
    });
  });
}
