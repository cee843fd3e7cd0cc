import type { Item, TierList } from './checklist.ts';
import { instantMs } from './moment.ts';

/**
 * `not-sure` counts as a yes everywhere · `known`: it has been exactly so for a long time and a doctor knows · `cleared`: it is so, and a
 * health professional who knows about it has said that gentle movement is fine.
 */
export const answerWords = ['no', 'yes', 'not-sure', 'known', 'cleared'] as const;
export type Answer = (typeof answerWords)[number];

/** One time that a person went through some of the items. Kept on the device; later checks replace earlier answers. */
export interface Check {
  /** ISO 8601 with an offset, e.g. `2026-03-01T07:30:00+01:00` */
  readonly at: string;
  /** by the item's id */
  readonly answers: Readonly<Record<string, Answer>>;
}

export interface DatedAnswer {
  readonly answer: Answer;
  readonly at: string;
}

/** By the item's id. An item that isn't here has not been answered. */
export type Answers = ReadonlyMap<string, DatedAnswer>;

/** The last answer to each item, in whatever order the checks come. Of two at one moment the more worrying one stands. */
export function latestAnswers(checks: readonly Check[]): Answers {
  const latest = new Map<string, DatedAnswer>();
  for (const { at, answers } of checks) {
    for (const [id, answer] of Object.entries(answers)) {
      const known = latest.get(id);
      if (known === undefined || isLater({ answer, at }, known)) latest.set(id, { answer, at });
    }
  }
  return latest;
}

/**
 * "None of these" for a whole tier in one tap: what was known or cleared stays so, the rest becomes a no. Undefined when an item was
 * last answered with yes or not sure: that one has to be answered by itself.
 */
export function noneOfThese({ items }: TierList, latest: Answers, at: string): Check | undefined {
  const answers = items.map(({ id }): [string, Answer] => [id, latest.get(id)?.answer ?? 'no']);
  if (answers.some(([, answer]) => isAlarming(answer))) return undefined;
  return { at, answers: Object.fromEntries(answers) };
}

/** Yes and not sure, and whatever isn't one of our words. */
export function isAlarming(answer: Answer): boolean {
  return answer !== 'no' && answer !== 'known' && answer !== 'cleared';
}

/** What a person may want to show a professional: every item that was not answered with no, in the order of the lists. */
export function toShow(
  lists: readonly TierList[],
  answers: Answers,
): readonly { readonly list: TierList; readonly item: Item; readonly given: DatedAnswer }[] {
  return lists.flatMap((list) =>
    list.items.flatMap((item) => {
      const given = answers.get(item.id);
      return given === undefined || given.answer === 'no' ? [] : [{ list, item, given }];
    }),
  );
}

function isLater(one: DatedAnswer, other: DatedAnswer): boolean {
  const [oneMs, otherMs] = [instantMs(one.at), instantMs(other.at)];
  return oneMs > otherMs || (oneMs === otherMs && isAlarming(one.answer)) || Number.isNaN(otherMs);
}
