import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  copyPractice,
  dropPose,
  dropStep,
  keepForm,
  letGoOfForm,
  moveStep,
  parsePractice,
  renamePractice,
  restoreStep,
  setMinutes,
  swapStep,
  takePoseBack,
  timeline,
  type Likings,
  type Practice,
} from '../src/index.ts';
import { practice } from './arbitrary-practice.ts';
import { smallCatalogue } from './small-catalogue.ts';

const withStep = practice.chain((written) =>
  fc.record({ written: fc.constant(written), id: fc.constantFrom(...written.steps.map((step) => step.id)) }),
);
const choices = [...smallCatalogue.poses.values()].flatMap((pose) =>
  pose.purpose === 'practice'
    ? [null, ...pose.variations.map(({ id }) => id)].map((variation) => ({ pose: pose.id, variation }))
    : [],
);
const choice = fc.constantFrom(...choices);
const valueOf = (result: { ok: true; value: Practice } | { ok: false; faults: readonly unknown[] }): Practice => {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
};
const expectSound = (changed: Practice): void =>
  expect(parsePractice(changed, smallCatalogue)).toEqual({ ok: true, value: changed });

describe('a step', () => {
  it('swapped keeps its id and place, leaves the others alone, and can be done', () => {
    fc.assert(
      fc.property(withStep, choice, ({ written, id }, chosen) => {
        const changed = valueOf(swapStep(written, smallCatalogue, id, chosen));
        expectSound(changed);
        changed.steps.forEach((step, index) => {
          if (step.id === id) expect(step).toMatchObject({ ...chosen, id: written.steps[index]?.id });
          else expect(step).toEqual(written.steps[index]);
        });
      }),
    );
  });

  it('swapped for itself changes nothing', () => {
    fc.assert(
      fc.property(withStep, ({ written, id }) => {
        const own = written.steps.find((step) => step.id === id)!;
        expect(valueOf(swapStep(written, smallCatalogue, id, own))).toEqual(written);
      }),
    );
  });

  it('dropped is gone, and comes back as it was', () => {
    fc.assert(
      fc.property(withStep, ({ written, id }) => {
        const result = dropStep(written, smallCatalogue, id);
        if (written.steps.length === 1) {
          expect(result).toMatchObject({ ok: false, faults: [{ path: ['steps'] }] });
          return;
        }
        const changed = valueOf(result);
        expectSound(changed);
        expect(changed.steps).toEqual(written.steps.filter((step) => step.id !== id));
        if (result.ok) expect(valueOf(restoreStep(changed, smallCatalogue, result.dropped))).toEqual(written);
      }),
    );
  });

  it('moved stands where it was put, the others in their order, and moving it back undoes it', () => {
    fc.assert(
      fc.property(withStep, fc.integer({ min: -3, max: 9 }), ({ written, id }, to) => {
        const moved = moveStep(written, smallCatalogue, id, to);
        const changed = valueOf(moved);
        expectSound(changed);
        const others = (steps: Practice['steps']) => steps.filter((step) => step.id !== id);
        expect(others(changed.steps)).toEqual(others(written.steps));
        const place = changed.steps.findIndex((step) => step.id === id);
        expect(place).toBe(Math.min(written.steps.length - 1, Math.max(0, to)));
        const from = written.steps.findIndex((step) => step.id === id);
        const back = moveStep(changed, smallCatalogue, id, from);
        expect(valueOf(back).steps).toEqual(written.steps);
        if (moved.ok) for (const one of moved.fresh) expect(moved.advice).toContainEqual(one);
      }),
    );
  });

  it('that closed the practice hands the close on to the step that is last now', () => {
    const written: Practice = {
      ...{ format: 'sacra.practice', version: 1, id: 'p', title: 'P', opensIn: 'floor', closesIn: 'fold' },
      ...{ breath: { inS: 4, outS: 6 }, catCowBreath: 'in-to-cow' },
      steps: [
        { id: 'wave', pose: 'cat-cow', variation: null, sides: ['both'], breaths: 4 },
        { id: 'fold', pose: 'fold', variation: null, sides: ['both'], breaths: 4 },
      ],
    };
    const swap = (variation: string | null, pose = 'fold') =>
      swapStep(written, smallCatalogue, 'fold', { pose, variation });
    expect(valueOf(swap('cushion')).closesIn).toBe('fold/cushion');
    // a keyframe with a side closes no practice
    expect(valueOf(swap(null, 'lunge')).closesIn).toBe('fold');
    expect(valueOf(dropStep(written, smallCatalogue, 'fold')).closesIn).toBe('floor');
  });

  it('that isn’t there, or a choice that isn’t there, is told with what there is', () => {
    const [written] = fc.sample(practice, 1) as [Practice];
    const ids = written.steps.map(({ id }) => id);
    const fold = { pose: 'fold', variation: null };
    for (const result of [
      swapStep(written, smallCatalogue, 'gone', fold),
      dropStep(written, smallCatalogue, 'gone'),
      moveStep(written, smallCatalogue, 'gone', 0),
    ])
      expect(result).toMatchObject({ ok: false, faults: [{ path: ['steps'], valid: ids }] });
    const swapped = swapStep(written, smallCatalogue, ids[0]!, { pose: 'flod', variation: null });
    expect(swapped.ok ? [] : swapped.faults[0]?.valid[0]).toBe('fold');
  });
});

describe('the minutes of a practice', () => {
  const asked = fc.tuple(practice, fc.integer({ min: 1, max: 24 }));

  it('are reached to half a breath, or every step that could give is at its end', () => {
    fc.assert(
      fc.property(asked, ([written, minutes]) => {
        const set = setMinutes(written, smallCatalogue, minutes);
        const changed = valueOf(set);
        expectSound(changed);
        if (!set.ok) return;
        expect(set.seconds).toBe(timeline(changed, smallCatalogue).totalS);
        const missingS = minutes * 60 - set.seconds;
        const isMore = minutes * 60 > timeline(written, smallCatalogue).totalS;
        const leftS = isMore ? missingS : -missingS;
        const stepsS = changed.steps.map((step) => step.sides.length * (written.breath.inS + written.breath.outS));
        // past the minutes by half of the breath that was added or taken last
        expect(-leftS).toBeLessThanOrEqual(Math.max(...stepsS) / 2 + 0.01);
        changed.steps.forEach(({ pose, breaths }, index) => {
          const found = smallCatalogue.poses.get(pose);
          if (found?.purpose !== 'practice') throw new Error(pose);
          const canGive = isMore ? breaths < found.breaths.max : breaths > found.breaths.min;
          if (canGive) expect(leftS).toBeLessThanOrEqual((stepsS[index] ?? 0) / 2 + 0.01);
        });
        expect(set.reached).toBe(Math.abs(missingS) <= 15);
      }),
      { numRuns: 30 },
    );
  });

  it('made more take no breath from any step, made fewer add none, and what is locked stays', () => {
    fc.assert(
      fc.property(asked, fc.nat(), ([written, minutes], pick) => {
        const locked = written.steps[pick % written.steps.length]!;
        const isMore = minutes * 60 > timeline(written, smallCatalogue).totalS;
        const changed = valueOf(setMinutes(written, smallCatalogue, minutes, { locked: new Set([locked.id]) }));
        changed.steps.forEach((step, index) => {
          const before = written.steps[index]!;
          expect({ ...step, breaths: 0 }).toEqual({ ...before, breaths: 0 });
          if (isMore) expect(step.breaths).toBeGreaterThanOrEqual(before.breaths);
          else expect(step.breaths).toBeLessThanOrEqual(before.breaths);
          if (step.id === locked.id) expect(step).toEqual(locked);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('out of all measure are refused', () => {
    const [written] = fc.sample(practice, 1) as [Practice];
    for (const minutes of [0, -5, 61, Number.NaN, Number.POSITIVE_INFINITY])
      expect(setMinutes(written, smallCatalogue, minutes)).toMatchObject({
        ok: false,
        faults: [{ valid: ['1 … 60'] }],
      });
  });
});

describe('the title', () => {
  it('can be any line of words, and a copy has its own id', () => {
    const [written] = fc.sample(practice, 1) as [Practice];
    expect(valueOf(renamePractice(written, smallCatalogue, '  Mornings 🌿 '))).toEqual({
      ...written,
      title: 'Mornings 🌿',
    });
    for (const title of ['', '  ', 'a\nb', 'x'.repeat(121)])
      expect(renamePractice(written, smallCatalogue, title)).toMatchObject({
        ok: false,
        faults: [{ path: ['title'] }],
      });
    expect(valueOf(copyPractice(written, smallCatalogue, 'mine', 'Mine'))).toEqual({
      ...written,
      id: 'mine',
      title: 'Mine',
    });
  });
});

describe('what a person keeps and drops for good', () => {
  const likings = fc
    .record({
      kept: fc.uniqueArray(fc.constantFrom('fold', 'lunge/deep')),
      unwanted: fc.uniqueArray(fc.constantFrom('swaying')),
    })
    .map(({ kept, unwanted }): Likings => ({ kept: new Set(kept), unwanted: new Set(unwanted) }));

  it('can be taken back, as if it had not been said', () => {
    fc.assert(
      fc.property(likings, choice, (before, chosen) => {
        const key = chosen.variation === null ? chosen.pose : `${chosen.pose}/${chosen.variation}`;
        const kept = keepForm(smallCatalogue, before, chosen);
        expect(kept.kept).toContain(key);
        if (!before.kept.has(key)) expect(letGoOfForm(smallCatalogue, kept, chosen)).toEqual(before);
        const dropped = dropPose(smallCatalogue, before, chosen);
        expect(dropped).toEqual({ kept: before.kept, unwanted: new Set([...before.unwanted, chosen.pose]) });
        if (!before.unwanted.has(chosen.pose)) expect(takePoseBack(smallCatalogue, dropped, chosen)).toEqual(before);
      }),
    );
  });
});
