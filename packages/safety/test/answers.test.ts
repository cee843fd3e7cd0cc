import { describe, expect, it } from 'vitest';
import { latestAnswers, noneOfThese, toShow } from '../src/index.ts';
import { answersWith, noon, smallChecklist } from './small-checklist.ts';

const [emergency, urgent] = smallChecklist.lists as [
  (typeof smallChecklist.lists)[number],
  (typeof smallChecklist.lists)[number],
];

describe('the latest answer', () => {
  it('is the one given last, whatever the order of reading and the offset of the clock', () => {
    const early = { at: '2026-03-02T09:00:00+01:00', answers: { fever: 'yes', stiff: 'no' } } as const;
    const late = { at: '2026-03-02T08:30:00+00:00', answers: { fever: 'no' } } as const;
    for (const checks of [
      [early, late],
      [late, early],
    ]) {
      expect([...latestAnswers(checks)].map(([id, { answer }]) => [id, answer]).sort()).toEqual([
        ['fever', 'no'],
        ['stiff', 'no'],
      ]);
    }
  });

  it('is the graver of two given at one moment', () => {
    const yes = { at: noon, answers: { fever: 'yes' } } as const;
    const no = { at: noon, answers: { fever: 'no' } } as const;
    for (const checks of [
      [yes, no],
      [no, yes],
    ])
      expect(latestAnswers(checks).get('fever')?.answer).toBe('yes');
  });

  it('is not lost to one whose moment can’t be read', () => {
    const checks = [
      { at: 'then', answers: { fever: 'no' } } as const,
      { at: noon, answers: { fever: 'yes' } } as const,
    ];
    for (const some of [checks, checks.toReversed()]) expect(latestAnswers(some).get('fever')?.answer).toBe('yes');
  });
});

describe('one tap for a whole tier', () => {
  it('says no to what was not answered or was a no, and keeps what is known and cleared', () => {
    expect(noneOfThese(emergency, answersWith({ numb: 'known' }), noon)).toEqual({
      ...{ at: noon, answers: { sudden: 'no', numb: 'known' } },
    });
    expect(noneOfThese(urgent, answersWith({ fragile: 'cleared', young: undefined }), noon)?.answers).toEqual({
      ...{ fever: 'no', fragile: 'cleared', young: 'no' },
    });
  });

  it('is not enough after a yes or a not sure', () => {
    expect(noneOfThese(emergency, answersWith({ sudden: 'yes' }), noon)).toBeUndefined();
    expect(noneOfThese(urgent, answersWith({ fever: 'not-sure' }), noon)).toBeUndefined();
  });
});

describe('what can be shown to a professional', () => {
  it('is every item that was not a no, in the order of the lists, with when it was answered', () => {
    const shown = toShow(
      smallChecklist.lists,
      answersWith({ knees: 'yes', numb: 'known', long: 'not-sure', fever: undefined }),
    );
    expect(shown.map(({ list, item, given }) => [list.tier, item.id, given.answer, given.at])).toEqual([
      ['emergency', 'numb', 'known', noon],
      ['ask-first', 'long', 'not-sure', noon],
      ['adapt', 'knees', 'yes', noon],
    ]);
  });
});
