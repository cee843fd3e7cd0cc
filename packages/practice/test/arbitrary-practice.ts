import fc from 'fast-check';
import type { PracticePose } from '@sacra/pose';
import {
  defaultTimelineSettings,
  timeline,
  type BreathPace,
  type Practice,
  type Step,
  type TimelineSettings,
} from '../src/index.ts';
import { sidesAllowed } from '../src/step-sides.ts';
import { smallCatalogue } from './small-catalogue.ts';

const practisedPoses = [...smallCatalogue.poses.values()].filter(
  (pose): pose is PracticePose => pose.purpose === 'practice',
);

const step: fc.Arbitrary<Omit<Step, 'id'>> = fc.constantFrom(...practisedPoses).chain((pose) =>
  fc.record({
    pose: fc.constant(pose.id),
    variation: fc.constantFrom(null, ...pose.variations.map((variation) => variation.id)),
    sides: fc.constantFrom(...sidesAllowed({ pose, character: pose.character })),
    breaths: fc.integer({ min: pose.breaths.min, max: pose.breaths.max }),
  }),
);

const tenths = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 10, max: max * 10 }).map((value) => value / 10);

const breath: fc.Arbitrary<BreathPace> = fc.record({ inS: tenths(2, 8), outS: tenths(2, 10) });

export const practice: fc.Arbitrary<Practice> = fc
  .record({
    steps: fc.array(step, { minLength: 1, maxLength: 6 }),
    breath,
    catCowBreath: fc.constantFrom('in-to-cow', 'in-to-cat'),
    closesIn: fc.constantFrom('floor', 'fold', 'where it ends'),
  })
  .map(({ steps, closesIn, ...rest }) => {
    const last = steps.at(-1);
    const ends = last?.pose === 'lean' ? `lean@${last.sides.at(-1)}` : 'floor';
    return {
      ...{ format: 'sacra.practice', version: 1, id: 'random', title: 'Random', opensIn: 'floor', ...rest },
      closesIn: closesIn === 'where it ends' ? ends : closesIn,
      steps: steps.map((each, index) => ({ id: `step-${index}`, ...each })),
    };
  });

export const settings: fc.Arbitrary<TimelineSettings> = fc
  .integer({ min: 80, max: 260 })
  .map((wordsPerMinute) => ({ ...defaultTimelineSettings, speech: { wordsPerMinute } }));

/** A random practice, laid out at a random rate of speech. */
export const laidOut = fc
  .tuple(practice, settings)
  .map(([document, chosen]) => ({ document, chosen, laid: timeline(document, smallCatalogue, chosen) }));
