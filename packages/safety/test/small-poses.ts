import { createCatalogue, type Bar, type Depth, type Easing, type PracticePose, type Variation } from '@sacra/pose';

const form = { kind: 'hold', shape: {} } as const;

const pose = (id: string, depth: Depth, barredBy: readonly Bar[], more: Partial<PracticePose> = {}): PracticePose => ({
  ...{ id, purpose: 'practice', names: { english: id }, position: 'lying', sides: 'both-together', form },
  words: { instruction: 'Settle.', there: [], breath: 'Breathe.' },
  ...{ ways: [], camera: { azimuthDeg: 0, elevationDeg: 0 }, bodies: { gives: {}, answeredBy: [] }, sources: [] },
  ...{ breaths: { default: 5, min: 1, max: 8, counted: 'breaths' }, reach: { text: 'Easy.', source: 'nobody' } },
  ...{ cautions: [], easier: [], faults: [], needs: [], variations: [] },
  character: { areas: ['hips'], aims: ['settle'], depth, barredBy },
  ...more,
});
const variation = (id: string, more: Partial<Variation> = {}): Variation => ({
  ...{ id, name: id, why: 'It is easier.', offered: 'offered', form, words: {}, needs: [], ways: [], ...more },
});
const bar = (limit: Bar['limit'], ...standsIn: string[]): Bar => ({ limit, standsIn, source: 'nobody' });
const easier = (more: Pick<Easing, 'variation'> | Pick<Easing, 'pose'>): Easing => ({
  text: 'Less.',
  source: 'nobody',
  ...more,
});

/** `deep` names `bolster` for knees and `deep/chair` for the chair; `bolster` itself is barred by the chair and names `chair`. */
export const smallCatalogue = createCatalogue([
  pose('deep', 'deep', [bar('no-deep-knee-bend', 'bolster'), bar('chair-only', 'deep/chair'), bar('symmetric-only')], {
    variations: [
      variation('soft', { character: { areas: ['hips'], aims: ['settle'], depth: 'gentle', barredBy: [] } }),
      variation('chair', {
        character: { areas: ['hips'], aims: ['settle'], depth: 'gentle', barredBy: [bar('no-hip-turned-out', 'rest')] },
      }),
      variation('plain'),
      variation('bolstered', { form: { kind: 'pose', pose: 'bolster' } }),
    ],
    easier: [easier({ variation: 'soft' }), easier({ pose: 'rest' })],
  }),
  pose('bolster', 'gentle', [bar('chair-only', 'chair')]),
  pose('chair', 'gentle', [bar('no-deep-hip-bend', 'bolster', 'chair')]),
  pose('rest', 'rest', []),
]);
