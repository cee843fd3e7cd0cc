import { createCatalogue, type Catalogue } from '../src/catalogue.ts';
import type { Passage, PracticePose, Way } from '../src/pose.ts';

const remark = { text: 'Said to rest the back.', source: 'taught' };

/** A passage that holds one shape. */
export function passage(id: string, ways: readonly Way[], sides: Passage['sides'] = 'both-together'): Passage {
  return {
    id,
    names: { english: id },
    position: 'lying',
    purpose: 'passage',
    sides,
    form: { kind: 'hold', shape: {} },
    words: { instruction: id, there: [], breath: 'Breathe.' },
    variations: [],
    ways,
    camera: { azimuthDeg: 0, elevationDeg: 0 },
    bodies: { gives: {}, answeredBy: [] },
    sources: [],
  };
}

export function practised(id: string, change: Partial<PracticePose>): PracticePose {
  return {
    ...passage(id, []),
    purpose: 'practice',
    needs: [],
    breaths: { default: 5, min: 1, max: 10, counted: 'breaths' },
    reach: remark,
    cautions: [remark],
    easier: [remark],
    character: { areas: ['lower-back'], aims: ['settle'], depth: 'gentle', barredBy: [] },
    faults: [],
    variations: [],
    ...change,
  };
}

export const way = (from: string, seconds = 5, change: Partial<Way> = {}): Way => ({
  from,
  seconds,
  say: [`from ${from}`],
  back: { seconds, say: [`back to ${from}`] },
  ...change,
});

/** A floor and a dog; two sides to turn to from the floor, with a deeper turn; pedalling in the dog. */
export const smallCatalogue: Catalogue = createCatalogue([
  passage('floor', []),
  practised('dog', {
    ways: [way('floor', 7)],
    variations: [
      {
        ...{
          id: 'pedal',
          name: 'Pedal',
          why: 'For calves.',
          offered: 'from-start',
          words: { instruction: 'Pedal.' },
          needs: [],
          ways: [],
        },
        form: { kind: 'cycle', home: 'dog', in: 'dog-pedal@right', out: 'dog-pedal@left', pace: 'half-breath' },
      },
    ],
  }),
  passage('dog-pedal', [way('dog', 3), way('dog-pedal@left', 4, { say: ['Change. {Side} knee.'] })], 'one-then-other'),
  practised('turn', {
    sides: 'one-then-other',
    ways: [way('floor', 6, { say: ['{Side} side. Knees to the {side}, head to the {other}.'] })],
    cautions: [{ text: 'Slowly.', source: 'taught' }],
    variations: [
      {
        ...{
          id: 'deep',
          name: 'Deep',
          why: 'For more.',
          offered: 'offered',
          needs: [],
          form: { kind: 'hold', shape: {} },
        },
        ...{
          words: { there: ['Deep to the {side}.'] },
          cautions: [{ text: 'Not today.', source: 'taught' }],
          ways: [way('turn', 4)],
        },
      },
    ],
  }),
  passage('island', []),
]);
