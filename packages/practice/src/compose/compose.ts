import type { Catalogue } from '@sacra/pose';
import { defaultTimelineSettings, type TimelineSettings } from '../build-timeline.ts';
import type { Practice, Step } from '../practice.ts';
import { bestPath, budgetFor, toleranceMs } from './best-path.ts';
import { buildModel, type Place } from './build-model.ts';
import { weighedFor } from './choosable.ts';
import type { LeftOut } from './left-out.ts';
import type { ComposeModel } from './model.ts';
import { asOfToday, isFlareDay, type ComposeRequest } from './request.ts';
import { titleFor } from './title.ts';
import { createTravel, sidesOf, type Travel } from './travel.ts';
import { whysOf, type StepWhy } from './why.ts';

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

/** `flare-day`: short and soft today · `shorter`: nothing more may be added · `rest-only`: safety allows rest and breathing */
export type Note =
  | { readonly kind: 'flare-day'; readonly minutes: number }
  | { readonly kind: 'shorter'; readonly seconds: number }
  | { readonly kind: 'rest-only'; readonly becauseOf: readonly string[] };

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
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 60) {
    throw new Error(`A practice takes 5 to 60 whole minutes, not ${minutes}.`);
  }
  const { level, heldBy } = request.clearance;
  if (level === 'none') return { kind: 'stopped', becauseOf: heldBy };
  const { weighed, leftOut: left } = weighedFor(catalogue, request);
  const notes: Note[] = [
    ...(isFlareDay(request) ? [{ kind: 'flare-day' as const, minutes: request.minutes }] : []),
    ...(level === 'rest-and-breathing' ? [{ kind: 'rest-only' as const, becauseOf: heldBy }] : []),
  ];

  const found = bestPath(catalogue, travel, request, weighed);
  if (found === undefined) return { kind: 'breathing-only', leftOut: left, notes };
  const { plan, path, exactMs } = found;
  const chosen = path.steps.map(({ item, breaths }) => ({ place: plan.places[item] as Place, breaths }));
  const practice = practiceOf(request, chosen);
  const used = new Set(chosen.map(({ place }) => place.weighed.form.key));
  const notChosen = weighed
    .filter(({ form }) => !used.has(form.key))
    .map(({ form }): LeftOut => ({ pose: form.choice.pose, why: { kind: 'not-chosen' } }));
  const isShort = exactMs < request.minutes * 60_000 - toleranceMs;
  return {
    kind: 'practice',
    practice,
    whys: whysOf(
      request,
      chosen.map(({ place }) => place),
    ).map((why, index) => ({
      step: practice.steps[index]?.id ?? '',
      why,
    })),
    leftOut: [...left, ...notChosen.filter(({ pose }) => !left.some((one) => one.pose === pose))],
    notes: [...notes, ...(isShort ? [{ kind: 'shorter' as const, seconds: exactMs / 1000 }] : [])],
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
  const ids = chosen.map(({ place }) => place.weighed.form.key.replace('/', '-'));
  const steps = chosen.map(({ place, breaths }, index): Step => {
    const id = ids[index] ?? '';
    const before = ids.slice(0, index).filter((one) => one === id).length;
    const { form } = place.weighed;
    return { id: before === 0 ? id : `${id}-${before + 1}`, ...form.choice, sides: sidesOf(form), breaths };
  });
  return {
    ...{ format: 'sacra.practice', version: 1, id: `composed-${request.seed}`, title: titleFor(request), steps },
    ...{ breath: request.breath, catCowBreath: request.catCowBreath },
    opensIn: chosen[0]?.place.opensIn ?? '',
    closesIn: chosen.at(-1)?.place.closesIn ?? '',
  };
}
