import { describe, expect, it } from 'vitest';
import { keyframeLaws } from '@sacra/solve';
import { brokenBounds, tableOf, tallyOf, worstOf, type PersonVerdict } from '../src/robustness/report.ts';
import { contentOrThrow, tryShare } from '../src/robustness/share.ts';

const PERSONS = 12;
const content = contentOrThrow();
const keys = [...content.catalogue.keyframes.keys()];
const verdicts = tryShare(content, { persons: PERSONS, seed: 11, first: 0, step: 1, keys });

describe(`the whole catalogue on ${PERSONS} very different persons`, () => {
  it('keeps the bounds of the robustness run', () => {
    expect(verdicts).toHaveLength(PERSONS * keys.length);
    expect(brokenBounds(tallyOf(verdicts))).toEqual([]);
  });

  it('shows nothing that breaks a law of keyframes, and says why it doesn’t show what it doesn’t', () => {
    for (const { key, person, outcome, shown, measure, because } of verdicts) {
      const name = `${key}, person ${person}`;
      if (outcome !== 'none') {
        expect(measure.mustResidualMm, name).toBeLessThanOrEqual(keyframeLaws.contactMm);
        expect(measure.belowMatMm, name).toBeLessThanOrEqual(keyframeLaws.matMm);
        expect(measure.overlapMm, name).toBeLessThanOrEqual(keyframeLaws.overlapMm);
        expect(measure.pastRangeDeg, name).toBeLessThanOrEqual(keyframeLaws.rangeDeg);
      }
      expect(because === undefined, name).toBe(outcome === 'as-written');
      expect(shown === undefined, name).toBe(outcome === 'as-written' || outcome === 'none');
    }
  });

  it('comes to the same when it is shared out', () => {
    const someKeys = keys.slice(0, 2);
    const share = { persons: 3, seed: 11, keys: someKeys };
    const whole = tryShare(content, { ...share, first: 0, step: 1 });
    const halves = [0, 1].flatMap((first) => tryShare(content, { ...share, first, step: 2 }));
    const inOrder = (a: PersonVerdict, b: PersonVerdict): number => a.person - b.person;
    expect(halves.sort(inOrder)).toEqual(whole);
  });
});

describe('the report', () => {
  const measure = { mustResidualMm: 1, belowMatMm: 0, overlapMm: 0, pastRangeDeg: 0 };
  const verdict = (person: number, key: string, change: Partial<PersonVerdict> = {}): PersonVerdict => ({
    person,
    key,
    outcome: 'as-written',
    measure,
    ...change,
  });
  const because = { kind: 'contact', what: 'palm.left', amount: 40, unit: 'mm' } as const;
  const sample = [
    verdict(0, 'dog'),
    verdict(0, 'cat', { outcome: 'prop', shown: 'cat/cushion', because }),
    verdict(1, 'dog', { measure: { ...measure, mustResidualMm: 4, belowMatMm: 2 } }),
    verdict(1, 'cat', { outcome: 'none', because, measure: { ...measure, mustResidualMm: 40 } }),
  ];

  it('counts what is shown within 2 and 5 mm, what answers, and what nothing answers', () => {
    expect(tallyOf(sample)).toEqual({
      solves: 4,
      within2Mm: 0.5,
      within5Mm: 0.75,
      answeredByProp: 0.25,
      answeredByEasier: 0,
      unanswered: 0.25,
      worstMatMm: 2,
      worstOverlapMm: 0,
      worstPastRangeDeg: 0,
    });
    expect(brokenBounds(tallyOf(sample))).toEqual([
      '50.0 % are within 2 mm, should be 95.0 %',
      '75.0 % are within 5 mm, should be 99.0 %',
    ]);
  });

  it('has a line for each keyframe, the worst first, and one for all', () => {
    expect(
      tableOf(sample)
        .split('\n')
        .map((line) => line.split(/ {2,}/)[0]),
    ).toEqual(['keyframe', 'cat', 'dog', 'all']);
  });

  it('names the worst, each person and each keyframe once', () => {
    expect(worstOf(sample, 10).map(({ person, key }) => [person, key])).toEqual([
      [1, 'cat'],
      [0, 'dog'],
    ]);
    expect(worstOf(sample, 1)).toHaveLength(1);
  });
});
