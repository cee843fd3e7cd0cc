import type { Check } from './answers.ts';

/** What the device remembers that bears on safety. Moments are ISO 8601 with an offset. The order doesn't matter. */
export interface SafetyHistory {
  readonly checks: readonly Check[];
  readonly sessions: readonly { readonly startedAt: string }[];
  /** what the person noted of their pain, 0 to 10; null when they noted something without a number */
  readonly pains: readonly { readonly notedAt: string; readonly pain0to10: number | null }[];
  readonly events: readonly SafetyEvent[];
}

export interface SafetyEvent {
  readonly kind: 'new-leg-symptoms' | 'fall';
  readonly at: string;
}

export const emptyHistory: SafetyHistory = { checks: [], sessions: [], pains: [], events: [] };
