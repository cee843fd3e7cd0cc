import type { Catalogue } from '@sacra/pose';
import { defaultTimelineSettings, type TimelineSettings } from '../build-timeline.ts';
import type { Practice, Step } from '../practice.ts';
import { bestOf, budgetFor, toleranceMs } from './best-path.ts';
import { buildModel, type Place } from './build-model.ts';
import { weighedFor } from './choosable.ts';
import { explain, notesFor, type Note } from './explain.ts';
import type { LeftOut } from './left-out.ts';
import type { ComposeModel } from './model.ts';
import { asOfToday, composeMinutes, type ComposeRequest } from './request.ts';
import { withoutSameWork } from './same-work.ts';
import { stepIdFor } from './step-id.ts';
import { titleFor } from './title.ts';
import { createTravel, type Travel } from './travel.ts';
import type { StepWhy } from './why.ts';

/** What was made. `breathing-only`: no pose may be played, and `leftOut` says why · `stopped`: safety allows nothing at all. */
export type Composed =
  | {
      readonly kind: 'practice';
      readonly practice: Practice;
      /** one for each step of the practice */
      readonly whys: readonly { readonly step: string; readonly why: readonly StepWhy[] }[];
      readonly leftOut: readonly LeftOut[];
      readonly notes: readonly Note[];
      /** as the timeline lays it with the settings given */
      readonly seconds: number;
    }
  | { readonly kind: 'breathing-only'; readonly leftOut: readonly LeftOut[]; readonly notes: readonly Note[] }
  | { readonly kind: 'stopped'; readonly becauseOf: readonly string[] };

export type Compose = (request: ComposeRequest) => Composed;

/**
 * A composer for a catalogue: the best practice for a request, by the model of docs/science/composer.md. The same request gives the same
 * practice. It remembers how long ways and words take, so the first request takes longer than the others.
 *
 * @throws when the minutes are not whole or not 5 … 60
 */
export function createComposer(catalogue: Catalogue, settings: TimelineSettings = defaultTimelineSettings): Compose {
  const travelFor = createTravel(catalogue, settings);
  return (asked) => {
    const request = asOfToday(asked);
    return compose(catalogue, travelFor(request, request.clearance), request);
  };
}

function compose(catalogue: Catalogue, travel: Travel, request: ComposeRequest): Composed {
  const { minutes } = request;
  const { min, max } = composeMinutes;
  if (!Number.isInteger(minutes) || minutes < min || minutes > max) {
    throw new Error(`A practice takes ${min} to ${max} whole minutes, not ${minutes}.`);
  }
  const { level, heldBy } = request.clearance;
  if (level === 'none') return { kind: 'stopped', becauseOf: heldBy };
  const choosable = weighedFor(catalogue, request);
  const found = bestOf(catalogue, travel, request, withoutSameWork(catalogue, choosable.weighed));
  if (found === undefined) return { kind: 'breathing-only', leftOut: choosable.leftOut, notes: notesFor(request) };
  const { plan, path, exactMs } = found;
  const chosen = path.steps.map(({ item, breaths }) => ({ place: plan.places[item] as Place, breaths }));
  const practice = practiceOf(request, chosen);
  const explained = explain(catalogue, request, choosable, practice.steps);
  const isShort = exactMs < request.minutes * 60_000 - toleranceMs;
  return {
    kind: 'practice',
    practice,
    whys: explained.whys.map((why, index) => ({ step: practice.steps[index]?.id ?? '', why })),
    leftOut: explained.leftOut,
    notes: [...explained.notes, ...(isShort ? [{ kind: 'shorter' as const, seconds: exactMs / 1000 }] : [])],
    seconds: exactMs / 1000,
  };
}

/**
 * The problem behind a practice in numbers, for looking at it and for handing it to another solver: the arc gone once, every second counted,
 * and within the time asked as nearly as it can be told before it is solved.
 */
export function composeProblem(
  catalogue: Catalogue,
  asked: ComposeRequest,
  settings: TimelineSettings = defaultTimelineSettings,
): ComposeModel {
  const request = asOfToday(asked);
  const travel = createTravel(catalogue, settings)(request, request.clearance);
  const { weighed } = weighedFor(catalogue, request);
  const unitMs = 1000;
  const { model } = buildModel(catalogue, travel, request, weighed, { rounds: 1, longRests: false, unitMs });
  return { ...model, budget: budgetFor(request.minutes * 60_000, unitMs) };
}

function practiceOf(
  request: ComposeRequest,
  chosen: readonly { readonly place: Place; readonly breaths: number }[],
): Practice {
  const steps: Step[] = [];
  for (const { place, breaths } of chosen) {
    const { form } = place.weighed;
    const taken = steps.map(({ id }) => id);
    steps.push({ id: stepIdFor(form.key, taken), ...form.choice, sides: form.sides, breaths });
  }
  return {
    ...{ format: 'sacra.practice', version: 1, id: `composed-${request.seed}`, title: titleFor(request), steps },
    ...{ breath: request.breath, catCowBreath: request.catCowBreath },
    opensIn: chosen[0]?.place.opensIn ?? '',
    closesIn: chosen.at(-1)?.place.closesIn ?? '',
  };
}
