import { doingOf, fillWords, poseAsDone, type Doing, type Words } from '@sacra/pose';
import { goTo, spokenName, withTitle, type Desk } from './go-to.ts';
import { layCycle, type CycleHalf } from './lay-cycle.ts';
import { layHold } from './lay-hold.ts';
import { announce, type Spoken } from './lay-transition.ts';
import { entryOf, holdSeconds, type Practice, type Step, type StepSide } from './practice.ts';
import type { TimedStep } from './span.ts';

export interface StepToLay {
  readonly practice: Practice;
  readonly step: Step;
  readonly side: StepSide;
  /** The keyframe that the figure is in. */
  readonly from: string;
  readonly stepIndex: number;
}

/** One step on one side: its announcement, the ways to it, and its holding. */
export function layStep(desk: Desk, { practice, step, side, from, stepIndex }: StepToLay): TimedStep {
  const { score, catalogue, phrases, speak } = desk;
  const { title, variationName, words, pose } = poseAsDone(catalogue, step.pose, step.variation);
  const doing = doingOf(catalogue, step.pose, step.variation, side);
  const keyframe = entryOf(doing);
  const fill = (line: string): string => fillWords(line, side === 'both' ? {} : { side });
  const [arrived, ...later] = words.there.map((line) => speak(fill(line)));
  const breathing = speak(fill(words.breath));
  const onArrival = arrived === undefined ? [breathing] : [arrived, breathing];

  const startS = score.endMs() / 1000;
  const preface = prefaceOf(desk, step, side, stepIndex === 0).map(speak);
  const bell = side !== 'both' && side === step.sides[1] ? 'side' : null;
  const isOnTheWay = goTo(desk, from, keyframe, { preface, bell, stepIndex, side });

  // Spoken before the cycle starts, since it is a movement too, or because there was no way to announce the step with.
  const cycleEnds = speak(phrases.cycleEnds);
  const isCycleLongEnough = cycleEnds.lengthMs + 1000 <= 1000 * holdSeconds(step, practice.breath);
  const beforehand = [
    ...(isOnTheWay ? [] : preface),
    ...(doing.kind === 'hold' ? [] : isCycleLongEnough ? onArrival : [...onArrival, cycleEnds]),
  ];
  if (beforehand.length > 0) {
    announce(score, {
      ...{ kind: 'announce', stepIndex, keyframe, purpose: 'announce' },
      ...{ bell: isOnTheWay ? null : bell, lines: beforehand },
    });
  }

  const holdStartS = score.endMs() / 1000;
  const common = { stepIndex, breaths: step.breaths, pace: practice.breath };
  if (doing.kind === 'hold') {
    layHold(score, { ...common, keyframe, lines: [...onArrival, ...later] });
  } else {
    layCycle(score, catalogue, {
      ...{ ...common, home: doing.home, evenHalves: doing.pace === 'half-breath' },
      ...{ halves: halvesOf(desk, practice, step, side, doing, words), guidance: later },
      lastLine: isCycleLongEnough ? cycleEnds : null,
    });
  }

  return {
    ...{ id: side === 'both' ? step.id : `${step.id}@${side}`, stepId: step.id },
    ...{ pose: step.pose, variation: step.variation, side, keyframe, title, variationName },
    ...{ instruction: fill(words.instruction), counted: pose.breaths.counted, breaths: step.breaths },
    ...{ startS, holdStartS, endS: score.endMs() / 1000 },
  };
}

/** What comes: the pose's name, and whether either side will do; or the other side of the one just done. */
function prefaceOf({ catalogue, phrases }: Desk, step: Step, side: StepSide, isFirst: boolean): string[] {
  if (side !== 'both' && side === step.sides[1]) return [fillWords(phrases.otherSide, { side })];
  const { pose, variation } = poseAsDone(catalogue, step.pose, step.variation);
  const title = variation === null ? spokenName(pose) : `${spokenName(pose)}. ${variation.name}`;
  const isEither = side !== 'both' && step.sides.length === 1;
  return [
    withTitle(isFirst ? phrases.firstStep : phrases.nextStep, title),
    ...(isEither ? [fillWords(phrases.eitherSide, { side })] : []),
  ];
}

/**
 * What the breath in leads to, and the breath out, each with its words. Cat and Cow alone is taught both ways round; the words stay
 * with their movement.
 */
function halvesOf(
  { speak }: Desk,
  practice: Practice,
  step: Step,
  side: StepSide,
  doing: Doing & { kind: 'cycle' },
  words: Words,
): { readonly in: CycleHalf; readonly out: CycleHalf } {
  const isSwapped = step.pose === 'cat-cow' && practice.catCowBreath === 'in-to-cat';
  const half = (written: 'in' | 'out', breath: 'in' | 'out'): CycleHalf => ({
    keyframe: doing[written],
    lines: (words.cycle?.[written] ?? []).map((line): Spoken => {
      return speak(fillWords(line, side === 'both' ? { breath } : { breath, side }));
    }),
  });
  return isSwapped
    ? { in: half('out', 'in'), out: half('in', 'out') }
    : { in: half('in', 'in'), out: half('out', 'out') };
}
