import { createCatalogue, type Passage, type Pose, type PracticePose, type Way } from '@sacra/pose';

/**
 * A catalogue made up for these tests: a floor, two held poses (one with a leading side), a rest on a side, and three cycles (one named as the
 * one that is taught both ways round, one with even halves, one with a leading side).
 */
const way = (from: string, seconds: number, words: string, back?: string): Way => ({
  from,
  seconds,
  say: [words, 'Go as far as is comfortable.'],
  ...(back === undefined ? {} : { back: { seconds: seconds + 1, say: [back] } }),
});

const base = {
  position: 'all-fours' as const,
  camera: { azimuthDeg: 0, elevationDeg: 0 },
  bodies: { gives: {}, answeredBy: [] },
  sources: [],
  form: { kind: 'hold' as const, shape: {} },
};

const passage = (id: string, sides: Pose['sides'], ways: readonly Way[]): Passage => ({
  ...base,
  ...{ id, purpose: 'passage', names: { english: id }, sides, ways, variations: [] },
  words: { instruction: `Be in ${id}.`, there: [], breath: 'Breathe.' },
});

const practised = (
  id: string,
  sides: Pose['sides'],
  ways: readonly Way[],
  more: Partial<PracticePose> = {},
): PracticePose => ({
  ...base,
  ...{ id, purpose: 'practice', names: { english: `The ${id}`, spoken: id }, sides, ways, variations: [] },
  breaths: { default: 5, min: 1, max: 12, counted: 'breaths' },
  reach: { text: 'Said to be easy.', source: 'nobody' },
  cautions: [{ text: 'Take care.', source: 'nobody' }],
  easier: [{ text: 'Do less.', source: 'nobody' }],
  character: { areas: ['lower-back'], aims: ['settle'], depth: 'gentle', barredBy: [] },
  faults: [],
  needs: [],
  words: {
    instruction: sides === 'one-then-other' ? '{Side} leg forward.' : 'Settle.',
    there:
      sides === 'one-then-other'
        ? [
            'Your {side} knee is easy.',
            'Your {other} leg is long.',
            'Let both hips be heavy.',
            'If it pinches, come out.',
          ]
        : ['Forehead heavy.', 'Breathe into the back of your ribs, and feel them widen.', 'Nothing to reach for.'],
    breath: 'Breathe in to grow. Breathe out to settle.',
  },
  ...more,
});

export const smallCatalogue = createCatalogue([
  passage('floor', 'both-together', []),
  passage('hill', 'both-together', [way('floor', 3, 'Round up.', 'Come level.'), way('valley', 3, 'Rise.', 'Sink.')]),
  passage('valley', 'both-together', [way('floor', 3, 'Hollow.', 'Come level.')]),
  passage('sway', 'one-then-other', [
    way('floor', 3, 'Lean to the {side}.', 'Come to the middle.'),
    way('sway@left', 3, 'Change, to the {side}.'),
  ]),
  passage('lunge-high', 'one-then-other', [
    way('lunge', 3, 'Rise over your {side} leg.', 'Sink over your {side} leg.'),
  ]),
  passage('lunge-low', 'one-then-other', [
    way('lunge', 3, 'Sink over your {side} leg.', 'Rise a little.'),
    way('lunge-high', 3, 'Sink all the way.', 'Rise all the way.'),
  ]),
  practised('fold', 'both-together', [way('floor', 6, 'Sink back.', 'Come forward.')], {
    variations: [
      {
        ...{ id: 'cushion', name: 'On a cushion', why: 'It is softer.', offered: 'offered', form: base.form },
        needs: [{ prop: 'cushion', ready: 'A cushion beside you.' }],
        words: { instruction: 'Settle on the cushion.' },
        ways: [way('floor', 7, 'Take the cushion, and sink back onto it.', 'Come forward off the cushion.')],
      },
    ],
  }),
  practised('lunge', 'one-then-other', [way('floor', 8, '{Side} side. Step your {side} foot forward.', 'Step back.')], {
    variations: [
      {
        ...{ id: 'deep', name: 'Deeper', why: 'It reaches further.', offered: 'offered', form: base.form },
        ...{ needs: [], words: {}, ways: [way('lunge', 5, 'Lower your {side} hip.', 'Lift your {side} hip.')] },
      },
      {
        ...{ id: 'rock', name: 'Rocking', why: 'It moves.', offered: 'offered', needs: [], ways: [] },
        form: { kind: 'cycle', home: 'lunge', in: 'lunge-high', out: 'lunge-low', pace: 'breath' },
        words: { cycle: { in: ['Up over your {side} leg.'], out: ['Down over your {side} leg.'] } },
      },
    ],
  }),
  practised('lean', 'one-then-other', [way('floor', 5, '{Side} side. Lie down.', 'Come up.')], {
    position: 'lying',
    character: { areas: ['lower-back'], aims: ['settle'], depth: 'rest', barredBy: [] },
    words: {
      instruction: 'Lie on your {side} side.',
      there: ['Your {side} ear on the floor.'],
      breath: 'Breathe as it comes.',
    },
  }),
  practised('cat-cow', 'both-together', [], {
    form: { kind: 'cycle', home: 'floor', in: 'valley', out: 'hill', pace: 'breath' },
    words: {
      instruction: 'Flow.',
      there: ['Elbows soft.', 'Small is enough.', 'Let your head follow.'],
      breath: 'One breath a round.',
      cycle: {
        in: ['Breathe {breath}: belly softens down, chest and chin lift to the valley.', 'Breathe {breath}: valley.'],
        out: ['Breathe {breath}: tailbone tucks, back rounds up to the hill.', 'Breathe {breath}: hill.'],
      },
    },
  }),
  practised('swaying', 'both-together', [], {
    form: { kind: 'cycle', home: 'floor', in: 'sway@right', out: 'sway@left', pace: 'half-breath' },
    words: {
      instruction: 'Sway.',
      there: ['Hips level.'],
      breath: 'Breathe as you like.',
      cycle: { in: ['Right.', 'And right.'], out: ['Left.', 'And left.'] },
    },
  }),
]);
