import { fillWords, keyframeOf, parseKey, poseAsDone, poseOf, type Catalogue } from '@sacra/pose';
import type { TimelineSettings } from './build-timeline.ts';
import { goTo, spokenName, withTitle, type Desk } from './go-to.ts';
import { announce } from './lay-transition.ts';
import type { Phrases } from './phrases.ts';
import type { Practice } from './practice.ts';
import { createScore } from './score.ts';
import { speakingSeconds } from './speaking.ts';

/** Silence after the opening words, in which to arrive. */
const arrivingMs = 4000;
/** Silence after the closing words. */
const leavingMs = 3000;

/** A desk with an empty score. */
export function createDesk(catalogue: Catalogue, { phrases, speech }: TimelineSettings): Desk {
  const speak: Desk['speak'] = (text) => ({ text, lengthMs: Math.ceil(speakingSeconds(text, speech) * 10) * 100 });
  return { score: createScore(), catalogue, phrases, speak };
}

/** The opening words, in the keyframe that the practice opens in. */
export function layOpening(
  { score, catalogue, phrases, speak }: Desk,
  practice: Pick<Practice, 'opensIn' | 'steps'>,
): void {
  announce(score, {
    ...{ kind: 'arrive', stepIndex: null, keyframe: practice.opensIn, bell: 'begin', quietAfterMs: arrivingMs },
    ...{ lines: openingLines(practice, catalogue, phrases).map(speak), purpose: 'opening' },
  });
}

/** The ways from the last step's keyframe to the one that the practice closes in, and the closing words. */
export function layClosing(desk: Desk, from: string, closesIn: string): void {
  const { score, catalogue, phrases, speak } = desk;
  const { pose, variation, sided } = keyframeOf(catalogue, closesIn);
  const isLying = (variation?.position ?? pose.position) === 'lying';
  const gettingUp = phrases.gettingUp[!isLying ? 'upright' : sided ? 'onSide' : 'lying'];
  goTo(desk, from, closesIn, { preface: [speak(phrases.close)], bell: null, stepIndex: null, side: 'both' });
  announce(score, {
    ...{ kind: 'end', stepIndex: null, keyframe: closesIn, bell: 'end', quietAfterMs: leavingMs },
    ...{ lines: [...phrases.closing, gettingUp].map(speak), purpose: 'closing' },
  });
}

/** Welcome, what to have at hand, how to be placed, and how to look after oneself. */
function openingLines(practice: Pick<Practice, 'opensIn' | 'steps'>, catalogue: Catalogue, phrases: Phrases): string[] {
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
