import { doingOf, fillWords, keyframeOf, poseAsDone, route, type Catalogue, type Leg, type Side } from '@sacra/pose';
import { defaultBreath, practiceOfOne, type CatCowBreath } from '@sacra/practice';
import type { Choice } from '@sacra/safety';

/** One movement on the way into a pose or out of it. */
export interface MoveStep {
  /** Id of the way, and which side of it, for its picture. */
  readonly way: string;
  readonly side: Side;
  readonly isReverse: boolean;
  /** Where it leads, for the card. */
  readonly keyframe: string;
  readonly says: readonly string[];
}

/** Where one is before the first movement. */
interface StartStep {
  readonly keyframe: string;
  readonly name: string;
  /** Where this place is a pose with a page of its own. */
  readonly choice: Choice | undefined;
  readonly says: string;
}

/** What one does in a pose that moves, with each half of the breath. */
interface BreathHalf {
  readonly breath: 'in' | 'out';
  readonly keyframe: string;
  readonly says: string;
}

/** A pose step by step, told for the right side where it has sides. */
export interface PoseSteps {
  /** Undefined where it is the pose itself. */
  readonly start: StartStep | undefined;
  readonly into: readonly MoveStep[];
  readonly there: {
    /** What is held; of a pose that moves, where it begins and ends. */
    readonly keyframe: string;
    readonly instruction: string;
    readonly says: readonly string[];
    readonly breath: string;
    /** Empty for a pose that is held. */
    readonly halves: readonly BreathHalf[];
  };
  /** The way back to where one started, or to the neutral place that is nearest. */
  readonly out: readonly MoveStep[];
}

export function stepsOf(catalogue: Catalogue, choice: Choice, catCowBreath: CatCowBreath): PoseSteps {
  const { pose, words } = poseAsDone(catalogue, choice.pose, choice.variation);
  const side = pose.sides === 'one-then-other' ? 'right' : 'both';
  const doing = doingOf(catalogue, choice.pose, choice.variation, side);
  const keyframe = doing.kind === 'hold' ? doing.keyframe : doing.home;
  const { opensIn } = practiceOfOne(catalogue, choice, { breath: defaultBreath, catCowBreath });
  const fill = (line: string): string => fillWords(line, side === 'both' ? {} : { side });

  const isSwapped = choice.pose === 'cat-cow' && catCowBreath === 'in-to-cat';
  const half = (written: 'in' | 'out', breath: 'in' | 'out', to: string): BreathHalf => {
    const [first = ''] = words.cycle?.[written] ?? [];
    return { breath, keyframe: to, says: fillWords(first, { breath, ...(side === 'both' ? {} : { side }) }) };
  };
  const halves =
    doing.kind === 'hold'
      ? []
      : isSwapped
        ? [half('out', 'in', doing.out), half('in', 'out', doing.in)]
        : [half('in', 'in', doing.in), half('out', 'out', doing.out)];

  return {
    start: opensIn === keyframe && doing.kind === 'hold' ? undefined : startIn(catalogue, opensIn),
    into: route(catalogue, opensIn, keyframe).map(moveOf),
    there: {
      keyframe,
      instruction: fill(words.instruction),
      says: words.there.filter((line) => line !== words.instruction).map(fill),
      breath: fill(words.breath),
      halves,
    },
    out: route(catalogue, keyframe, opensIn).map(moveOf),
  };
}

const moveOf = ({ way, side, reverse, to, say }: Leg): MoveStep => {
  return { way, side, isReverse: reverse, keyframe: to, says: say };
};

function startIn(catalogue: Catalogue, key: string): StartStep {
  const { pose } = keyframeOf(catalogue, key);
  return {
    keyframe: key,
    name: pose.names.english,
    choice: pose.purpose === 'practice' ? { pose: pose.id, variation: null } : undefined,
    says: fillWords(pose.words.instruction, {}),
  };
}
