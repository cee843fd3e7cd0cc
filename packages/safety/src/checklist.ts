import type { Depth, Limit, SourceId } from '@sacra/pose';

/**
 * The tiers, the most pressing first: stop and get help now · speak to somebody today · ask before moving · practise with changes.
 * They are asked in this order.
 */
export const tiers = ['emergency', 'urgent', 'ask-first', 'adapt'] as const;
export type Tier = (typeof tiers)[number];

/** The questions, and what follows from each. Written in content/safety, compiled at build time. */
export interface Checklist {
  /** one for each tier, in the order of {@link tiers} */
  readonly lists: readonly TierList[];
}

export interface TierList {
  readonly tier: Tier;
  readonly title: string;
  /** the question that all items of the list answer */
  readonly ask: string;
  readonly items: readonly Item[];
  /** what to do when an answer of this tier holds a person back */
  readonly action: Action;
}

/** Whether a clinician has read the wording and the rule. */
export type Review = 'awaited' | 'reviewed';

export interface Action {
  readonly title: string;
  readonly steps: readonly string[];
  readonly sources: readonly SourceId[];
  readonly review: Review;
}

/** One thing that is asked. Ids are unique over all tiers and never given a second meaning: they stand in people's records. */
export interface Item {
  readonly id: string;
  /** the number it had in the evidence that it was written from, for reviewers */
  readonly ref: string;
  /** what it is about, to finish the sentence "because of what you said about …" */
  readonly about: string;
  readonly text: string;
  readonly effect: Effect;
  readonly sources: readonly SourceId[];
  readonly review: Review;
}

/** What a yes to an item does. */
export type Effect =
  /** nothing may be played; `mayBeKnown`: it can be old and known to a doctor, who is then asked first */
  | { readonly kind: 'stop'; readonly mayBeKnown: boolean }
  /** nothing may be played until a professional has said that gentle movement is fine, if one can */
  | { readonly kind: 'no-practice'; readonly mayBeCleared: boolean; readonly whenCleared?: Adaptation }
  /** breathing and rest only, until a professional has said that gentle movement is fine */
  | { readonly kind: 'rest-only'; readonly whenCleared?: Adaptation }
  | { readonly kind: 'adapt'; readonly adaptation: Adaptation }
  /** bars nothing, and may be left unanswered */
  | { readonly kind: 'advise'; readonly advice: AdviceId };

/** `visit`: worth an appointment · `crisis`: people to talk to, at once */
export const advices = ['visit', 'crisis'] as const;
export type AdviceId = (typeof advices)[number];

export interface Adaptation {
  /** what changes, in words for the person */
  readonly note: string;
  readonly limits: readonly Limit[];
  /** holds last this share of their usual time, over 0 to 1 */
  readonly holdsShare?: number;
  readonly depthAtMost?: Depth;
  /** begin with the versions at a chair or a wall */
  readonly startFrom?: 'chair-or-wall';
}

/** Every item, the most pressing tier first. */
export function itemsOf(checklist: Checklist): readonly Item[] {
  return checklist.lists.flatMap(({ items }) => items);
}
