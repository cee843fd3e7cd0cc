import { depths, limits as everyLimit, type Depth, type Limit } from '@sacra/pose';
import { isAlarming, type Answer, type Answers } from './answers.ts';
import { itemsOf, type Adaptation, type AdviceId, type Checklist, type Item, type Tier } from './checklist.ts';

/** From the narrowest to the widest. Only the last two let a person move. */
export const levels = ['none', 'rest-and-breathing', 'with-limits', 'free'] as const;
export type Level = (typeof levels)[number];

/** What safety allows. Everything in it carries the ids of the items whose answers caused it. */
export interface Clearance {
  readonly level: Level;
  /** the answers, given or missing, that hold it at `none` or `rest-and-breathing`; empty at the two wider levels */
  readonly heldBy: readonly string[];
  /** in the order of the pose language's list; each once */
  readonly limits: readonly HeldLimit[];
  readonly depth: { readonly atMost: Depth; readonly becauseOf: readonly string[] };
  /** the share of their usual time that holds last: 1 is as written */
  readonly holds: { readonly share: number; readonly becauseOf: readonly string[] };
  readonly startFrom: { readonly place: 'anywhere' | 'chair-or-wall'; readonly becauseOf: readonly string[] };
  /** what to tell the person, the most pressing first */
  readonly actions: readonly DueAction[];
}

export interface HeldLimit {
  readonly limit: Limit;
  readonly becauseOf: readonly string[];
}

/**
 * A tier's action · `check`: items to answer before going on · `reminder`: old and known to a doctor; the emergency text once more, in
 * case it gets worse · an advice.
 */
export interface DueAction {
  readonly kind: Tier | 'check' | 'reminder' | AdviceId;
  readonly items: readonly string[];
}

/**
 * What follows from the answers. "Not sure", and a word that isn't one of ours, count as yes in every tier. A missing answer is never a
 * no: it allows no more than a yes would, and asks to be given. Only a no, or a professional's word where one can be given, lets a
 * person move.
 */
export function clearanceOf(checklist: Checklist, answers: Answers): Clearance {
  const verdicts = itemsOf(checklist).map((item) => verdictOf(item, answers.get(item.id)?.answer));
  const idsWhere = (test: (verdict: Verdict) => boolean): string[] => verdicts.filter(test).map(({ id }) => id);

  const adapted = verdicts.flatMap(({ id, adaptation }) => (adaptation === undefined ? [] : [{ id, adaptation }]));
  const limits = heldLimits(adapted);
  const depth = leastDepth(adapted);
  const holds = shortestHolds(adapted);
  const atChair = adapted.filter(({ adaptation }) => adaptation.startFrom !== undefined).map(({ id }) => id);
  const isFree = limits.length === 0 && [depth, holds].every(({ becauseOf }) => becauseOf.length === 0);
  const level = narrowest([
    ...verdicts.map((verdict) => verdict.level),
    isFree && atChair.length === 0 ? 'free' : 'with-limits',
  ]);
  const isHeld = level === 'none' || level === 'rest-and-breathing';

  return {
    level,
    heldBy: isHeld ? idsWhere((verdict) => verdict.level === level) : [],
    limits,
    depth,
    holds,
    startFrom: { place: atChair.length === 0 ? 'anywhere' : 'chair-or-wall', becauseOf: atChair },
    actions: actionOrder
      .map((kind) => ({ kind, items: idsWhere((verdict) => verdict.action === kind) }))
      .filter(({ items }) => items.length > 0),
  };
}

/** What one answer does by itself. */
interface Verdict {
  readonly id: string;
  readonly level: Level;
  readonly adaptation: Adaptation | undefined;
  readonly action: DueAction['kind'] | undefined;
}

const actionOrder: readonly DueAction['kind'][] = [
  'emergency',
  'urgent',
  'crisis',
  'check',
  'ask-first',
  'reminder',
  'adapt',
  'visit',
];

function verdictOf({ id, effect }: Item, answer: Answer | undefined): Verdict {
  const verdict = (level: Level, action?: DueAction['kind'], adaptation?: Adaptation): Verdict => {
    return { id, level, action, adaptation };
  };
  if (answer === 'no') return verdict('free');
  const isOpen = answer === undefined;
  switch (effect.kind) {
    case 'stop':
      if (isOpen) return verdict('none', 'check');
      if (!effect.mayBeKnown || isAlarming(answer)) return verdict('none', 'emergency');
      return answer === 'known' ? verdict('rest-and-breathing', 'reminder') : verdict('free', 'reminder');
    case 'no-practice':
      if (effect.mayBeCleared && answer === 'cleared') return verdict('free', undefined, effect.whenCleared);
      return verdict('none', isOpen ? 'check' : 'urgent', effect.whenCleared);
    case 'rest-only':
      if (answer === 'cleared') return verdict('free', undefined, effect.whenCleared);
      return verdict('rest-and-breathing', isOpen ? 'check' : 'ask-first', effect.whenCleared);
    case 'adapt':
      return verdict('free', isOpen ? 'check' : 'adapt', effect.adaptation);
    case 'advise':
      return verdict('free', isOpen ? undefined : effect.advice);
  }
}

interface Adapted {
  readonly id: string;
  readonly adaptation: Adaptation;
}

function heldLimits(adapted: readonly Adapted[]): HeldLimit[] {
  return everyLimit
    .map((limit) => ({
      limit,
      becauseOf: adapted.filter(({ adaptation }) => adaptation.limits.includes(limit)).map(({ id }) => id),
    }))
    .filter(({ becauseOf }) => becauseOf.length > 0);
}

function leastDepth(adapted: readonly Adapted[]): Clearance['depth'] {
  const bounds = adapted.flatMap(({ id, adaptation: { depthAtMost } }) =>
    depthAtMost === undefined ? [] : [{ id, depthAtMost }],
  );
  const index = Math.min(depths.length - 1, ...bounds.map(({ depthAtMost }) => depths.indexOf(depthAtMost)));
  return { atMost: depths[index] ?? 'rest', becauseOf: bounds.map(({ id }) => id) };
}

function shortestHolds(adapted: readonly Adapted[]): Clearance['holds'] {
  const shares = adapted.flatMap(({ id, adaptation: { holdsShare } }) =>
    holdsShare === undefined ? [] : [{ id, holdsShare }],
  );
  return {
    share: Math.min(1, ...shares.map(({ holdsShare }) => holdsShare)),
    becauseOf: shares.map(({ id }) => id),
  };
}

function narrowest(given: readonly Level[]): Level {
  return levels[Math.min(...given.map((level) => levels.indexOf(level)))] ?? 'none';
}
