import { doingOf, fillWords, parseKey, poseAsDone, poseOf, type Catalogue } from '@sacra/pose';
import { goTo, spokenName, withTitle, type Desk } from './go-to.ts';
import { layStep } from './lay-step.ts';
import { announce, type Spoken } from './lay-transition.ts';
import { englishPhrases, type Phrases } from './phrases.ts';
import { entryOf, type Practice } from './practice.ts';
import { createScore } from './score.ts';
import type { TimedStep } from './span.ts';
import { defaultSpeech, speakingSeconds, type SpeechSettings } from './speaking.ts';
import { fingerprintOf, type Timeline } from './timeline.ts';

export interface TimelineSettings {
  readonly speech: SpeechSettings;
  readonly phrases: Phrases;
}

export const defaultTimelineSettings: TimelineSettings = { speech: defaultSpeech, phrases: englishPhrases };

/** Silence after the opening words, in which to arrive. */
const arrivingMs = 4000;
/** Silence after the closing words. */
const leavingMs = 3000;

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
  const { phrases, speech } = settings;
  const speak = (text: string): Spoken => ({ text, lengthMs: Math.ceil(speakingSeconds(text, speech) * 10) * 100 });
  const desk: Desk = { score: createScore(), catalogue, phrases, speak };
  const steps: TimedStep[] = [];

  announce(desk.score, {
    ...{ kind: 'arrive', stepIndex: null, keyframe: practice.opensIn, bell: 'begin', quietAfterMs: arrivingMs },
    ...{ lines: openingLines(practice, catalogue, phrases).map(speak), purpose: 'opening' },
  });
  let at = practice.opensIn;
  for (const step of practice.steps) {
    for (const side of step.sides) {
      steps.push(layStep(desk, { practice, step, side, from: at, stepIndex: steps.length }));
      at = entryOf(doingOf(catalogue, step.pose, step.variation, side));
    }
  }
  goTo(desk, at, practice.closesIn, { preface: [speak(phrases.close)], bell: null, stepIndex: null, side: 'both' });
  announce(desk.score, {
    ...{ kind: 'end', stepIndex: null, keyframe: practice.closesIn, bell: 'end', quietAfterMs: leavingMs },
    ...{ lines: phrases.closing.map(speak), purpose: 'closing' },
  });

  const laidOut = {
    practiceId: practice.id,
    practiceTitle: practice.title,
    totalS: desk.score.endMs() / 1000,
    steps,
    ...desk.score.parts(),
  };
  return { ...laidOut, fingerprint: fingerprintOf(laidOut) };
}

/** Welcome, what to have at hand, how to be placed, and how to look after oneself. */
function openingLines(practice: Practice, catalogue: Catalogue, phrases: Phrases): string[] {
  const opensIn = poseOf(catalogue, parseKey(practice.opensIn)?.pose ?? practice.opensIn);
  const needs = practice.steps.flatMap((step) => poseAsDone(catalogue, step.pose, step.variation).needs);
  const ready = [...new Set(needs.map((need) => need.ready))];
  return [
    ...phrases.opening,
    ...(ready.length === 0 ? [] : [phrases.ready, ...ready]),
    withTitle(phrases.arrive, spokenName(opensIn)),
    fillWords(opensIn.words.instruction, {}),
    ...phrases.settling,
  ];
}
