import { poseAsDone, type Catalogue } from '@sacra/pose';
import { orderAdvice, type Note, type OrderAdvice, type StepChange, type StepWhy, type Wish } from '@sacra/practice';
import type { Barring, Choice } from '@sacra/safety';
import { barringInWords, becauseInWords } from '../safety/safety-words.ts';
import { areaWords, listInWords } from './ask-words.ts';
import { minutesInWords } from '../diary/time-words.ts';

/** Within a sentence: "because you wished to settle". */
const wishVerbs: Readonly<Record<Wish, string>> = {
  'ease-lower-back': 'ease your lower back',
  'open-hips': 'open your hips',
  'loosen-up': 'loosen up',
  settle: 'settle',
};

/** More than this many sentences for one step tire the reader. */
const mostSentences = 2;

/** Why a step is there: its weightiest reasons as sentences. What a pose is said to reach stands for the wish that it serves. */
export function whyInWords(catalogue: Catalogue, step: Choice, whys: readonly StepWhy[]): readonly string[] {
  const areas = whys.flatMap((why) => (why.kind === 'area' ? [areaWords[why.area]] : []));
  const [reach = ''] = /^[^.]+\./.exec(poseAsDone(catalogue, step.pose, step.variation).reach.text) ?? [];
  const sentences = whys.map((why) => {
    switch (why.kind) {
      case 'area':
        return `For your ${listInWords(areas)}.`;
      case 'wish':
        return reach === '' ? `You wished to ${wishVerbs[why.wish]}.` : reach;
      default:
        return reasonInWords(catalogue, why);
    }
  });
  return [...new Set(sentences)].slice(0, mostSentences);
}

function reasonInWords(catalogue: Catalogue, why: Exclude<StepWhy, { readonly kind: 'area' | 'wish' }>): string {
  switch (why.kind) {
    case 'arrives':
      return 'To arrive and let your breath slow down.';
    case 'pauses':
      return 'A pause before it goes on.';
    case 'rests':
      return 'To rest at the end and let it settle.';
    case 'kept':
      return 'You keep it in.';
    case 'liked':
      return 'You like it.';
    case 'opened':
      return 'Its easier forms went well, so it is open to you now.';
    case 'stands-in':
      return `In place of ${nameOf(catalogue, why.for)}: ${standsInBecause(why.because)}`;
    case 'warms':
      return `It warms you for ${nameOf(catalogue, why.for)}.`;
    case 'evens':
      return `Both sides alike again after ${nameOf(catalogue, why.after)}.`;
    case 'again':
      return 'Once more, since there is time.';
    case 'moves':
      return 'It keeps you moving gently.';
  }
}

/** Without answers that caused it, it is for an easy start. */
function standsInBecause(because: readonly Barring[]): string {
  const [first] = because;
  return first === undefined ? 'it is the easier way in.' : lowered(barringInWords(first));
}

/** What there is to know about a practice as a whole. */
export function noteInWords(note: Note): string {
  switch (note.kind) {
    case 'flare-day':
      return `There is a lot of pain today, so this one is short and soft: gentle poses, shorter holds, ${note.minutes} minutes at most.`;
    case 'shorter':
      return `What may be done today fills ${minutesInWords(note.seconds)}, so it ends sooner than you asked.`;
    case 'rest-only':
      return `Rest and breathing only for now. ${becauseInWords(note.becauseOf)}`.trim();
  }
}

/** Something about the order that a teacher would mention. */
export function adviceInWords(advice: OrderAdvice, title: string): string {
  switch (advice.kind) {
    case 'cold':
      return advice.missing === 1
        ? `${title} comes early: another pose that warms would do it good before.`
        : `${title} comes early: ${advice.missing} more poses that warm would do it good before.`;
    case 'up-and-down':
      return `You get up from the floor for ${title}, and down again after it.`;
    case 'no-rest-at-the-end':
      return `It ends with ${title}. A rest after it would let everything settle.`;
  }
}

/** What a teacher would say of an order, step by step. */
export function orderInWords(catalogue: Catalogue, steps: readonly Choice[]): readonly (readonly string[])[] {
  const told = orderAdvice(catalogue, steps);
  return steps.map(({ pose }, index) =>
    told.filter(({ step }) => step === index).map((advice) => adviceInWords(advice, nameOf(catalogue, pose))),
  );
}

/** What becomes of a step at the door, where it can't be reached as it stands within what is allowed. */
export function changeInWords(catalogue: Catalogue, step: Choice, change: StepChange): string {
  const name = nameOf(catalogue, step.pose);
  switch (change.kind) {
    case 'replaced':
      return `Your answers speak against ${name} here. You will do ${titleOf(catalogue, change.by)} instead.`;
    case 'joined':
      return `Your answers speak against ${name} here. The step before takes its time.`;
    case 'left-out':
      return `Your answers speak against the way to ${name} from here, so it will be left out. Another place may do.`;
  }
}

/** "about 2 minutes", and where much of it is the way there: "about 3 minutes with getting there" */
export function stepTimeInWords({
  all,
  gettingThere,
}: {
  readonly all: number;
  readonly gettingThere: number;
}): string {
  const isLongWay = gettingThere > 60 && gettingThere > all / 2;
  return `about ${minutesInWords(all)}${isLongWay ? ' with getting there' : ''}`;
}

/** "Pigeon", "Cat and Cow, small range" */
export function titleOf(catalogue: Catalogue, { pose, variation }: Choice): string {
  const { title, variationName } = poseAsDone(catalogue, pose, variation);
  return variationName === null ? title : `${title}, ${lowered(variationName)}`;
}

export const nameOf = (catalogue: Catalogue, pose: string): string => catalogue.poses.get(pose)?.names.english ?? pose;

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
