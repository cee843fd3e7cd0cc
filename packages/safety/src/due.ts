import { isAlarming, latestAnswers, type Answers, type DatedAnswer } from './answers.ts';
import type { Checklist, Item, Tier } from './checklist.ts';
import { flaresIn } from './flare.ts';
import type { SafetyHistory } from './history.ts';
import { daysBetween, instantMs } from './moment.ts';

/**
 * Why something is asked: never answered · the clock stands before the answer, so its age can't be told · four weeks have gone by · a flare,
 * new leg symptoms or a fall since · a session begins.
 */
export const whys = [
  'unanswered',
  'clock',
  'flare',
  'new-leg-symptoms',
  'fall',
  'four-weeks',
  'before-session',
] as const;
export type Why = (typeof whys)[number];

export interface Due {
  readonly tier: Tier;
  /** in the order of {@link whys}; at least one */
  readonly whys: readonly Why[];
}

const recheckDays = 28;
/** An answer to the emergency tier serves a session that begins within this time. */
const emergencyAnswerMs = 2 * 3_600_000;
/** Clocks are set by a little all the time. */
const clockToleranceMs = 10 * 60_000;

/**
 * The tiers to go through before a session may begin at `now` (ISO 8601 with the offset of the person's clock), in their order. Days
 * are calendar days of the person's own clock at each moment; minutes are counted between instants. So neither summer time nor a
 * journey moves a check, and where a clock was set back the tier is asked again.
 */
export function checkDue(checklist: Checklist, history: SafetyHistory, now: string): readonly Due[] {
  const answers = latestAnswers(history.checks);
  const stale = staleness(history, now);
  return checklist.lists
    .map(({ tier, items }) => {
      const found = new Set(items.flatMap((item) => stale(tier, item, answers.get(item.id))));
      return { tier, whys: whys.filter((why) => found.has(why)) };
    })
    .filter((due) => due.whys.length > 0);
}

/**
 * The answers that a session may rest on at `now`: the latest, without those that are due again. A yes stays until it is answered anew;
 * it never lapses into a question that was not answered.
 */
export function answersNow(checklist: Checklist, history: SafetyHistory, now: string): Answers {
  const stale = staleness(history, now);
  const latest = latestAnswers(history.checks);
  const standing = checklist.lists.flatMap(({ tier, items }) =>
    items.flatMap((item): [string, DatedAnswer][] => {
      const given = latest.get(item.id);
      if (given === undefined) return [];
      return isAlarming(given.answer) || stale(tier, item, given).length === 0 ? [[item.id, given]] : [];
    }),
  );
  return new Map(standing);
}

/** Why an item's answer can't be rested on. Built once for a history. */
function staleness(
  history: SafetyHistory,
  now: string,
): (tier: Tier, item: Item, given: DatedAnswer | undefined) => Why[] {
  const nowMs = instantMs(now);
  // What lies in the future was noted while the clock was wrong. It can't be ordered, and waits until its time has come.
  const lastOf = (moments: readonly string[]): number =>
    Math.max(-Infinity, ...moments.map(instantMs).filter((ms) => ms <= nowMs + clockToleranceMs));
  const lastSessionMs = lastOf(history.sessions.map(({ startedAt }) => startedAt));
  const lastMs = {
    flare: lastOf(flaresIn(history.pains)),
    'new-leg-symptoms': lastOf(momentsOf(history, 'new-leg-symptoms')),
    fall: lastOf(momentsOf(history, 'fall')),
  };

  return (tier, { effect }, given) => {
    if (given === undefined) return effect.kind === 'advise' ? [] : ['unanswered'];
    const atMs = instantMs(given.at);
    if (!(atMs <= nowMs + clockToleranceMs)) return ['clock'];
    const isPressing = tier === 'emergency' || tier === 'urgent';
    const since = (['flare', 'new-leg-symptoms', 'fall'] as const).filter((kind) => isPressing && lastMs[kind] >= atMs);
    const isOld = !(daysBetween(given.at, now) < recheckDays);
    const isUsedUp = tier === 'emergency' && (lastSessionMs >= atMs || nowMs - atMs > emergencyAnswerMs);
    return [...since, ...(isOld ? ['four-weeks' as const] : []), ...(isUsedUp ? ['before-session' as const] : [])];
  };
}

function momentsOf({ events }: SafetyHistory, kind: SafetyHistory['events'][number]['kind']): string[] {
  return events.filter((event) => event.kind === kind).map(({ at }) => at);
}
