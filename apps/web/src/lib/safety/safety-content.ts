import type { Limit } from '@sacra/pose';
import type { Action, AdviceId, Answer, Checklist, Level, Region, Why } from '@sacra/safety';
import written from '../content/generated/checklist.json';

/** The questions, what follows from them, and all words around them, as content/safety says it. */
interface SafetyContent {
  readonly checklist: Checklist;
  readonly frame: {
    readonly title: string;
    readonly lines: readonly string[];
    readonly answers: Readonly<Record<Answer, string>>;
    readonly none: string;
    readonly levels: Readonly<Record<Level, { readonly title: string; readonly text: string }>>;
    readonly check: Action;
    readonly whys: Readonly<Record<Why, string>>;
    readonly reviewNote: string;
  };
  /** said where a sign is old and known to a doctor */
  readonly known: { readonly text: string };
  readonly advice: Readonly<Record<AdviceId, Action>>;
  readonly limits: Readonly<Record<Limit, { readonly name: string; readonly text: string }>>;
  readonly regions: readonly Region[];
  readonly regionsTitle: string;
}

// Checked when it is made (tools), so it is taken at its word here.
export const safetyContent = written as unknown as SafetyContent;

export const checklist = safetyContent.checklist;
