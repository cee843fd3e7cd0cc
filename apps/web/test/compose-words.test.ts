import { createComposer } from '@sacra/practice';
import { createCheckIn } from '@sacra/diary';
import { type LeftOutWhy, type StepWhy } from '@sacra/practice';
import { describe, expect, test } from 'vitest';
import { AskDraft } from '../src/lib/compose/ask-draft.svelte.ts';
import { todayInWords } from '../src/lib/compose/ask-words.ts';
import { defaultAsked, parseAsked, type Asked } from '../src/lib/compose/asked.ts';
import { placeAt } from '../src/lib/compose/drag-order.svelte.ts';
import { leftOutInWords } from '../src/lib/compose/left-out-words.ts';
import { parseLikings } from '../src/lib/compose/likings-document.ts';
import { painsOf } from '../src/lib/compose/pains.ts';
import { whyInWords } from '../src/lib/compose/why-words.ts';
import { catalogue, inMemory, newLikings, now, request } from './support/composing.ts';

describe('what is asked', () => {
  test('is read back field by field, whatever lies there', () => {
    const asked: Asked = {
      ...defaultAsked,
      minutes: 23,
      pain0to10: 4,
      places: ['sacrum'],
      reach: 'chair',
      saidAt: now,
    };
    expect(parseAsked(JSON.parse(JSON.stringify(asked)))).toEqual(asked);
    for (const damaged of [null, 'x', 7, [], { minutes: 400, wish: 'fly', places: 'sacrum', props: ['sofa'] }])
      expect(parseAsked(damaged)).toEqual({
        ...defaultAsked,
        ...(typeof damaged === 'object' && damaged !== null && 'props' in damaged ? { props: [] } : {}),
      });
  });

  test('begins with what was said last, and with the diary where it knows of later', () => {
    const draft = new AskDraft({
      ...defaultAsked,
      pain0to10: 2,
      places: ['lower-back'],
      saidAt: '2026-03-01T08:00:00+01:00',
    });
    const checkIn = (notedAt: string) =>
      createCheckIn({
        ...{ id: 'c', recordedAt: notedAt, notedAt, corrects: null, pain0to10: 6, places: ['hip.left'], note: '' },
        afterSessionId: null,
      });
    draft.takeFromDiary(checkIn('2026-02-20T08:00:00+01:00'));
    expect(draft.current).toMatchObject({ pain0to10: 2, places: ['lower-back'] });
    draft.takeFromDiary(checkIn('2026-03-01T20:00:00+01:00'));
    expect(draft.current).toMatchObject({ pain0to10: 6, places: ['hip.left'] });
    expect(todayInWords(draft.current)).toBe(
      'Left hip, 6 of 10. On the floor, with cushion, blanket, chair and free wall.',
    );
  });

  test('becomes pain in areas with their sides; both sides marked is both', () => {
    const pains = (places: Asked['places'], side: Asked['side'] = 'both') => painsOf({ places, side, pain0to10: 5 });
    expect(pains(['hip.right', 'buttock.right'])).toEqual([{ area: 'hips', pain0to10: 5, side: 'right' }]);
    expect(pains(['hip.right', 'groin.left'])).toEqual([{ area: 'hips', pain0to10: 5, side: 'both' }]);
    expect(pains(['sacrum'], 'left')).toEqual([{ area: 'sacrum', pain0to10: 5, side: 'left' }]);
    expect(pains(['elsewhere'])).toEqual([]);
  });

  test('a pain in a place that no pose is for still makes the practice soft, and much of it short', () => {
    expect(request({ pain0to10: 8, places: ['elsewhere'], minutes: 30 })).toMatchObject({
      pains: [],
      otherPain0to10: 8,
    });
    const composed = createComposer(catalogue)(request({ pain0to10: 8, places: ['elsewhere'], minutes: 30 }));
    expect(composed).toMatchObject({ kind: 'practice', notes: [{ kind: 'flare-day', minutes: 12 }] });
  });
});

describe('likings', () => {
  test('are kept, and read back as nothing said where they are damaged or newer', () => {
    const storage = inMemory();
    newLikings(storage).setLiked('bridge', true);
    newLikings(storage).dropForGood(catalogue, { pose: 'pigeon', variation: 'fold' });
    expect(newLikings(storage).current).toMatchObject({ liked: ['bridge'], unwanted: ['pigeon'] });
    expect(parseLikings({ format: 'sacra.likings', version: 2, liked: ['bridge'] }).liked).toEqual([]);
    expect(parseLikings('x').unwanted).toEqual([]);
    const hurt = [{ pose: 'bridge', saidAt: '2026-03-01T08:00:00+01:00' }, { pose: 'pigeon', saidAt: 'once' }, 'cow'];
    expect(parseLikings({ ...parseLikings(undefined), hurt }).hurt).toEqual(hurt.slice(0, 1));
  });
});

describe('in words', () => {
  const step = { pose: 'cat-cow', variation: null };
  const barred = { kind: 'limit', limit: 'no-kneeling', becauseOf: ['knees'] } as const;
  const whys: readonly StepWhy[] = [
    ...(['arrives', 'pauses', 'rests', 'kept', 'liked', 'opened', 'again', 'moves'] as const).map((kind) => ({ kind })),
    { kind: 'area', area: 'sacrum' },
    { kind: 'wish', wish: 'settle' },
    { kind: 'stands-in', for: 'pigeon', because: [] },
    { kind: 'stands-in', for: 'pigeon', because: [barred] },
    { kind: 'warms', for: 'pigeon' },
    { kind: 'evens', after: 'pigeon' },
  ];
  const leftOutWhys: readonly LeftOutWhy[] = [
    ...(['unwanted', 'painful', 'easy-start', 'stand-in-only', 'on-the-way', 'not-chosen'] as const).map((kind) => ({
      kind,
    })),
    { kind: 'barred', by: [barred] },
    { kind: 'no-prop', props: ['chair', 'table'] },
    { kind: 'pain-today', atMost: 'gentle' },
    { kind: 'level', atMost: 'moderate' },
    { kind: 'gate', easier: ['reclined-figure-four', 'chair-figure-four'], had: 1, needed: 3 },
    { kind: 'one-new', instead: 'bridge' },
    { kind: 'same-work', instead: 'bridge' },
  ];

  test('each reason is a sentence that starts with a capital and ends with a full stop', () => {
    for (const why of whys) {
      const [sentence] = whyInWords(catalogue, step, [why]);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toContain('undefined');
    }
    expect(
      whyInWords(catalogue, step, [
        { kind: 'area', area: 'sacrum' },
        { kind: 'area', area: 'hips' },
      ]),
    ).toEqual(['For your sacrum and hips.']);
  });

  test('each rule that leaves a pose out is told under a title, and what stands in with it', () => {
    for (const why of leftOutWhys) {
      const [group] = leftOutInWords(catalogue, [
        { pose: 'pigeon', why, standsIn: { pose: 'bridge', variation: 'low' } },
      ]);
      expect(group?.title).toMatch(/^[A-Z]/);
      for (const sentence of group?.rules[0]?.why ?? []) expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(group?.rules[0]?.poses[0]).toMatchObject({ name: 'Pigeon', instead: expect.stringMatching(/^Bridge, /) });
    }
  });
});

describe('dragging', () => {
  test('comes to the place among the middles that it was carried past', () => {
    const middles = [50, 150, 250, 350];
    expect(placeAt(50, 0, middles)).toBe(0);
    expect(placeAt(260, 0, middles)).toBe(2);
    expect(placeAt(10, 3, middles)).toBe(0);
    expect(placeAt(1000, 1, middles)).toBe(3);
  });
});
