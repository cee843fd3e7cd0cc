import { createCatalogue, type Bar, type Limit, type Passage, type PracticePose, type Way } from '@sacra/pose';

/** A catalogue made up for the laws of adapting: a mat, the back and a chair, and poses that limits bar and others stand in for. */
const way = (from: string): Way => ({ from, seconds: 4, say: ['Go.'], back: { seconds: 4, say: ['Come back.'] } });

const shared = {
  camera: { azimuthDeg: 0, elevationDeg: 0 },
  bodies: { gives: {}, answeredBy: [] },
  sources: [],
  form: { kind: 'hold' as const, shape: {} },
  variations: [],
  sides: 'both-together' as const,
};

const passage = (id: string, position: Passage['position'], from: readonly string[]): Passage => ({
  ...shared,
  ...{ id, purpose: 'passage', position, names: { english: id }, ways: from.map(way) },
  words: { instruction: id, there: [], breath: 'Breathe.' },
});

interface Practised {
  readonly position: PracticePose['position'];
  readonly from: string;
  readonly depth?: PracticePose['character']['depth'];
  readonly isSided?: boolean;
  readonly needs?: PracticePose['needs'];
  /** by limit, what stands in */
  readonly barred?: Partial<Readonly<Record<Limit, readonly string[]>>>;
}

function practised(
  id: string,
  { position, from, depth = 'gentle', isSided = false, needs = [], barred = {} }: Practised,
): PracticePose {
  const barredBy = Object.entries(barred).map(([limit, standsIn]): Bar => ({
    limit: limit as Limit,
    standsIn,
    source: 'nobody',
  }));
  return {
    ...shared,
    ...{ id, purpose: 'practice', position, names: { english: id }, ways: [way(from)], needs },
    sides: isSided ? 'one-then-other' : 'both-together',
    breaths: { default: 5, min: 2, max: 10, counted: 'breaths' },
    reach: { text: 'Said to be easy.', source: 'nobody' },
    cautions: [{ text: 'Take care.', source: 'nobody' }],
    easier: [{ text: 'Do less.', source: 'nobody' }],
    character: { areas: ['lower-back'], aims: ['settle'], depth, barredBy },
    faults: [],
    words: { instruction: id, there: [], breath: 'Breathe.' },
  };
}

const chair = [{ prop: 'chair' as const, ready: 'A chair.' }];
const onChair = ['chair-bow'];

export const catalogueWithLimits = createCatalogue([
  passage('tabletop', 'all-fours', []),
  passage('knees-bent-on-back', 'lying', ['tabletop', 'sitting-on-chair']),
  passage('sitting-on-chair', 'sitting', ['tabletop']),
  practised('heels', {
    position: 'kneeling',
    from: 'tabletop',
    barred: { 'no-deep-knee-bend': ['curl'], 'no-kneeling': ['curl'], 'chair-only': onChair },
  }),
  practised('pigeon', {
    position: 'all-fours',
    from: 'tabletop',
    depth: 'deep',
    isSided: true,
    barred: {
      'no-deep-knee-bend': ['curl'],
      'no-kneeling': ['curl'],
      'symmetric-only': ['curl'],
      'chair-only': onChair,
    },
  }),
  practised('wave', {
    position: 'all-fours',
    from: 'tabletop',
    barred: { 'no-weight-on-wrists': ['chair-bow'], 'no-kneeling': onChair, 'chair-only': onChair },
  }),
  practised('curl', {
    position: 'lying',
    from: 'knees-bent-on-back',
    barred: { 'no-flat-back-lying': ['chair-bow'], 'chair-only': onChair },
  }),
  practised('turn', {
    position: 'lying',
    from: 'knees-bent-on-back',
    isSided: true,
    barred: { 'symmetric-only': ['curl'], 'no-flat-back-lying': [], 'chair-only': [] },
  }),
  practised('lie', {
    position: 'lying',
    from: 'knees-bent-on-back',
    depth: 'rest',
    barred: { 'no-flat-back-lying': ['side', 'sit'], 'chair-only': ['sit'] },
  }),
  practised('side', {
    position: 'lying',
    from: 'tabletop',
    depth: 'rest',
    isSided: true,
    barred: { 'chair-only': ['sit'] },
  }),
  practised('chair-bow', {
    position: 'sitting',
    from: 'sitting-on-chair',
    needs: chair,
    barred: { 'no-end-range-rounding': [] },
  }),
  practised('sit', { position: 'sitting', from: 'sitting-on-chair', depth: 'rest', needs: chair }),
]);
