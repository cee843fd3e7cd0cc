import { doingOf, type Catalogue } from '@sacra/pose';
import { createDesk, layClosing, layOpening } from './lay-ends.ts';
import { layStep } from './lay-step.ts';
import { englishPhrases, type Phrases } from './phrases.ts';
import { entryOf, type Practice } from './practice.ts';
import type { TimedStep } from './span.ts';
import { defaultSpeech, type SpeechSettings } from './speaking.ts';
import { fingerprintOf, type Timeline } from './timeline.ts';

export interface TimelineSettings {
  readonly speech: SpeechSettings;
  readonly phrases: Phrases;
}

export const defaultTimelineSettings: TimelineSettings = { speech: defaultSpeech, phrases: englishPhrases };

/**
 * Lays a practice out in time.
 *
 * Throws when the practice names what the catalogue doesn't have: `parsePractice` finds that first, and says where.
 */
export function timeline(
  practice: Practice,
  catalogue: Catalogue,
  settings: TimelineSettings = defaultTimelineSettings,
): Timeline {
  const desk = createDesk(catalogue, settings);
  const steps: TimedStep[] = [];

  layOpening(desk, practice);
  let at = practice.opensIn;
  for (const step of practice.steps) {
    for (const side of step.sides) {
      steps.push(layStep(desk, { practice, step, side, from: at, stepIndex: steps.length }));
      at = entryOf(doingOf(catalogue, step.pose, step.variation, side));
    }
  }
  layClosing(desk, at, practice.closesIn);

  const laidOut = {
    practiceId: practice.id,
    practiceTitle: practice.title,
    totalS: desk.score.endMs() / 1000,
    steps,
    ...desk.score.parts(),
  };
  return { ...laidOut, fingerprint: fingerprintOf(laidOut) };
}
