import { doingOf, keyframeOf, reachableFrom, route, type Catalogue, type Position } from '@sacra/pose';
import { positionsBarred, type Clearance } from '@sacra/safety';
import type { TimelineSettings } from '../build-timeline.ts';
import { createDesk, layClosing, layOpening } from '../lay-ends.ts';
import { layStep } from '../lay-step.ts';
import { entryOf, type Practice, type Step, type StepSide } from '../practice.ts';
import type { PoseForm } from './form.ts';

/** How long things take with their words and ways, as the timeline lays them. Remembers what it has laid. */
export interface Travel {
  /** keyframes in which a form is entered first and left last */
  readonly ends: (form: PoseForm) => { readonly entry: string; readonly exit: string };
  /** milliseconds from one keyframe into a form, all its sides, without its breaths */
  readonly intoMs: (from: string, form: PoseForm) => number;
  /** milliseconds of a way to the close and the closing words */
  readonly closingMs: (from: string, to: string) => number;
  /** milliseconds of the opening words, with what to have ready for the forms */
  readonly openingMs: (opensIn: string, forms: readonly PoseForm[]) => number;
  /** milliseconds that a form adds to the opening words by what is to be had ready */
  readonly readyMs: (form: PoseForm) => number;
  /** whether one can get there without passing through a position that a limit of the person forbids */
  readonly canGo: (from: string, to: string) => boolean;
}

export type Pace = Pick<Practice, 'breath' | 'catCowBreath'>;

/** What it remembers it shares among all that it gives. */
export function createTravel(
  catalogue: Catalogue,
  settings: TimelineSettings,
): (pace: Pace, clearance: Clearance) => Travel {
  const kept = new Map<string, number>();
  const keep = (key: string, make: () => number): number => {
    const known = kept.get(key) ?? make();
    kept.set(key, known);
    return known;
  };
  const ends = new WeakMap<PoseForm, { readonly entry: string; readonly exit: string }>();
  const reached = new Map<string, ReadonlySet<string>>();
  const passedFrom = new Map<string, Map<string, readonly Position[] | undefined>>();
  const intoByPace = new Map<string, Map<string, Map<string, number>>>();

  const layMs = (from: string, form: PoseForm, pace: Pace): number => {
    const { sides } = form;
    const step = stepOf(form);
    const practice: Practice = {
      ...{
        format: 'sacra.practice',
        version: 1,
        id: 'travel',
        title: '',
        steps: [step],
        opensIn: from,
        closesIn: from,
      },
      ...pace,
    };
    const own = createDesk(catalogue, settings);
    let at = from;
    sides.forEach((side, index) => {
      // the first step of a practice is announced in other words; both are as short, and the whole is checked in the end
      layStep(own, { practice, step, side, from: at, stepIndex: index + 1 });
      at = keyframeAt(catalogue, form, side);
    });
    return own.score.endMs() - sides.length * step.breaths * breathMs(pace);
  };

  /** positions between the two; undefined where there is no way */
  const passed = (from: string, to: string): readonly Position[] | undefined => {
    const known = innerMap(passedFrom, from);
    if (!known.has(to)) {
      const open = reached.get(from) ?? reachableFrom(catalogue, from);
      reached.set(from, open);
      const legs = open.has(to) ? route(catalogue, from, to) : undefined;
      known.set(
        to,
        legs?.slice(0, -1).map((leg) => positionOf(catalogue, leg.to)),
      );
    }
    return known.get(to);
  };

  const openingMs: Travel['openingMs'] = (opensIn, forms) => {
    const needing = forms.filter(({ done }) => done.needs.length > 0);
    return keep([opensIn, ...needing.map(({ key }) => key)].join('+'), () => {
      const own = createDesk(catalogue, settings);
      layOpening(own, { opensIn, steps: needing.map(stepOf) });
      return own.score.endMs();
    });
  };
  const somewhere = [...catalogue.keyframes.values()].find(({ sided }) => !sided)?.key ?? '';

  const endsOf: Travel['ends'] = (form) => {
    const known = ends.get(form);
    if (known !== undefined) return known;
    const { sides } = form;
    const found = {
      entry: keyframeAt(catalogue, form, sides[0]),
      exit: keyframeAt(catalogue, form, sides.at(-1) ?? 'both'),
    };
    ends.set(form, found);
    return found;
  };
  const closingMs: Travel['closingMs'] = (from, to) =>
    keep(`${from}>${to}`, () => {
      const own = createDesk(catalogue, settings);
      layClosing(own, from, to);
      return own.score.endMs();
    });
  const readyMs: Travel['readyMs'] = (form) =>
    form.done.needs.length === 0 ? 0 : openingMs(somewhere, [form]) - openingMs(somewhere, []);

  return (pace, clearance) => {
    const into = innerMap(intoByPace, `${pace.breath.inS}/${pace.breath.outS} ${pace.catCowBreath}`);
    const barred = positionsBarred(clearance);
    return {
      ...{ ends: endsOf, closingMs, openingMs, readyMs },
      intoMs: (from, form) => {
        const known = innerMap(into, `${form.key} ${form.sides.join()}`);
        const ms = known.get(from) ?? layMs(from, form, pace);
        known.set(from, ms);
        return ms;
      },
      canGo: (from, to) => passed(from, to)?.every((position) => !barred.has(position)) ?? false,
    };
  };
}

function innerMap<Inner>(outer: Map<string, Map<string, Inner>>, key: string): Map<string, Inner> {
  const known = outer.get(key) ?? new Map<string, Inner>();
  outer.set(key, known);
  return known;
}

export const breathMs = ({ breath }: Pace): number => Math.round((breath.inS + breath.outS) * 1000);

const stepOf = (form: PoseForm): Step => ({
  ...{ id: form.key, ...form.choice, sides: form.sides },
  breaths: form.done.pose.breaths.default,
});

const keyframeAt = (catalogue: Catalogue, { choice }: PoseForm, side: StepSide): string =>
  entryOf(doingOf(catalogue, choice.pose, choice.variation, side));

function positionOf(catalogue: Catalogue, key: string): Position {
  const { pose, variation } = keyframeOf(catalogue, key);
  return variation?.position ?? pose.position;
}
