import type { Catalogue } from '@sacra/pose';
import type { Choice } from '@sacra/safety';
import type { Weighed } from './build-model.ts';
import { weighedFor, type Choosable } from './choosable.ts';
import { formOf } from './form.ts';
import type { LeftOut } from './left-out.ts';
import { asOfToday, isFlareDay, type ComposeRequest } from './request.ts';
import { whysOf, type StepWhy } from './why.ts';
import { doSameWork } from './same-work.ts';
import { worthOf } from './worth.ts';

/** `flare-day`: short and soft today · `shorter`: nothing more may be added · `rest-only`: safety allows rest and breathing */
export type Note =
  | { readonly kind: 'flare-day'; readonly minutes: number }
  | { readonly kind: 'shorter'; readonly seconds: number }
  | { readonly kind: 'rest-only'; readonly becauseOf: readonly string[] };

export interface Explained {
  /** for each step, the weightiest first; at least one each */
  readonly whys: readonly (readonly StepWhy[])[];
  readonly leftOut: readonly LeftOut[];
  /** what today asks of any practice */
  readonly notes: readonly Note[];
}

/** Why each step is in a practice for that request, and each other pose is not: for steps that were composed, or changed by hand since. */
export function explainPractice(catalogue: Catalogue, asked: ComposeRequest, steps: readonly Choice[]): Explained {
  const request = asOfToday(asked);
  return explain(catalogue, request, weighedFor(catalogue, request), steps);
}

/** The same where it is known already what may come in. */
export function explain(
  catalogue: Catalogue,
  request: ComposeRequest,
  { weighed, leftOut }: Choosable,
  steps: readonly Choice[],
): Explained {
  const byKey = new Map(weighed.map((one) => [one.form.key, one]));
  const told = steps.map((step): Weighed => {
    const form = formOf(catalogue, step);
    return byKey.get(form.key) ?? { form, isKept: false, worth: worthOf(catalogue, request, form, 0) };
  });
  const used = new Set(told.map(({ form }) => form.choice.pose));
  const notChosen = weighed.map(({ form }): LeftOut => {
    const twin = told.find((one) => doSameWork(catalogue, form, one.form))?.form.choice.pose;
    return {
      pose: form.choice.pose,
      why: twin === undefined ? { kind: 'not-chosen' } : { kind: 'same-work', instead: twin },
    };
  });
  const seen = new Set<string>(used);
  return {
    whys: whysOf(request, told),
    leftOut: [...leftOut, ...notChosen].filter(({ pose }) => !seen.has(pose) && seen.add(pose)),
    notes: notesFor(request),
  };
}

/** @param request as it holds today */
export function notesFor(request: ComposeRequest): readonly Note[] {
  const { level, heldBy } = request.clearance;
  return [
    ...(isFlareDay(request) ? [{ kind: 'flare-day' as const, minutes: request.minutes }] : []),
    ...(level === 'rest-and-breathing' ? [{ kind: 'rest-only' as const, becauseOf: heldBy }] : []),
  ];
}
