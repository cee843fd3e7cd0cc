import { parseKey, type Catalogue, type Depth } from '@sacra/pose';
import type { LeftOut, LeftOutWhy } from '@sacra/practice';
import { barringInWords } from '../safety/safety-words.ts';
import { capitalised, listInWords } from './ask-words.ts';
import { nameOf, titleOf } from './why-words.ts';

/** Poses that one rule leaves out. */
interface LeftOutRule {
  /** one sentence each; empty where the title of the group says it all */
  readonly why: readonly string[];
  readonly poses: readonly LeftOutPose[];
}

interface LeftOutPose {
  readonly pose: string;
  readonly name: string;
  /** what stands in */
  readonly instead: string | undefined;
  /** left out by the person, so that they can bring it back */
  readonly isTheirs: boolean;
}

export interface LeftOutGroup {
  readonly title: string;
  readonly rules: readonly LeftOutRule[];
}

const titles = {
  answers: 'Because of your answers',
  today: 'Not today',
  things: 'Something is needed for it',
  yours: 'You left them out',
  others: 'Others serve today better',
  standIns: 'They step in where another pose can’t be done',
  passing: 'You pass through it anyway',
} as const;

/** What each rule is told under. */
const groupOf: Readonly<Record<LeftOutWhy['kind'], keyof typeof titles>> = {
  ...{ barred: 'answers', 'easy-start': 'answers', 'no-prop': 'things', unwanted: 'yours', painful: 'yours' },
  ...{
    'pain-today': 'today',
    level: 'today',
    gate: 'today',
    'one-new': 'today',
    'not-chosen': 'others',
    'same-work': 'others',
  },
  ...{ 'stand-in-only': 'standIns', 'on-the-way': 'passing' },
};

export function leftOutInWords(catalogue: Catalogue, leftOut: readonly LeftOut[]): LeftOutGroup[] {
  return Object.entries(titles)
    .map(([group, title]) => ({
      title,
      rules: rulesOf(
        catalogue,
        leftOut.filter(({ why }) => groupOf[why.kind] === group),
      ),
    }))
    .filter(({ rules }) => rules.length > 0);
}

/** Each rule once, with everything that it leaves out. */
function rulesOf(catalogue: Catalogue, leftOut: readonly LeftOut[]): LeftOutRule[] {
  const rules = new Map<string, { why: readonly string[]; poses: LeftOutPose[] }>();
  for (const { pose, why, standsIn } of leftOut) {
    const sentences = ruleInWords(catalogue, why);
    const rule = rules.get(sentences.join(' ')) ?? { why: sentences, poses: [] };
    rules.set(sentences.join(' '), rule);
    rule.poses.push({
      ...{ pose, name: nameOf(catalogue, pose), isTheirs: groupOf[why.kind] === 'yours' },
      instead: standsIn === undefined ? undefined : titleOf(catalogue, standsIn),
    });
  }
  return [...rules.values()];
}

/** The rule that leaves a pose out; nothing where there is no more to it than the title of its group. */
function ruleInWords(catalogue: Catalogue, why: LeftOutWhy): readonly string[] {
  switch (why.kind) {
    case 'barred':
      return why.by.map(barringInWords);
    case 'easy-start':
      return ['We begin at a chair or a wall, because of your answers.'];
    case 'no-prop':
      return [`It needs a ${listInWords(why.props)}.`];
    case 'unwanted':
      return ['You don’t want it for now.'];
    case 'painful':
      return ['It hurt lately, so it waits for four weeks.'];
    case 'pain-today':
      return [`With the pain of today, ${depthsUpTo(why.atMost)}.`];
    case 'level':
      return [`${capitalised(depthsUpTo(why.atMost))} for now. More opens as sessions go well.`];
    case 'gate':
      return [gateInWords(catalogue, why)];
    case 'one-new':
      return [`One new pose at a time. Today it is ${nameOf(catalogue, why.instead)}.`];
    case 'same-work':
      return [`${nameOf(catalogue, why.instead)} is in, and does the same work.`];
    case 'stand-in-only':
    case 'on-the-way':
    case 'not-chosen':
      return [];
  }
}

function gateInWords(catalogue: Catalogue, { easier, had, needed }: LeftOutWhy & { readonly kind: 'gate' }): string {
  const names = easier.map((key) => {
    const { pose, variation } = parseKey(key) ?? { pose: key, variation: undefined };
    return titleOf(catalogue, { pose, variation: variation ?? null });
  });
  const either = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);
  return `It opens after ${needed} sessions with ${either} that ended with a pain of 2 or less. So far: ${had}.`;
}

function depthsUpTo(depth: Depth): string {
  switch (depth) {
    case 'rest':
      return 'only poses to rest in';
    case 'gentle':
      return 'gentle poses only';
    case 'moderate':
      return 'gentle and moderate poses';
    case 'deep':
      return 'all poses';
  }
}
