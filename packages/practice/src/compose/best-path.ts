import type { Catalogue } from '@sacra/pose';
import { buildModel, type Place, type Plan, type Size, type Weighed } from './build-model.ts';
import type { ComposeModel, Path } from './model.ts';
import type { ComposeRequest } from './request.ts';
import { solveModel } from './solve-model.ts';
import { breathMs, type Travel } from './travel.ts';

/** How far from the minutes asked a practice may end. */
export const toleranceMs = 15_000;
/** How far the model may end: the rest is for what rounding to whole units takes away. */
const windowMs = 7_000;

export interface Found {
  readonly plan: Plan;
  readonly path: Path;
  readonly exactMs: number;
  /** how far it had to be stretched to fill the time: 0 is not at all */
  readonly stretch: number;
}

/** Of several sets to choose from, the one whose best path fits the time, and is worth most. */
export function bestOf(
  catalogue: Catalogue,
  travel: Travel,
  request: ComposeRequest,
  sets: readonly (readonly Weighed[])[],
): Found | undefined {
  const missingMs = ({ exactMs }: Found): number =>
    Math.max(0, Math.abs(exactMs - request.minutes * 60_000) - toleranceMs);
  return sets
    .flatMap((weighed) => bestPath(catalogue, travel, request, weighed) ?? [])
    .toSorted((a, b) => missingMs(a) - missingMs(b) || a.stretch - b.stretch || b.path.worth - a.path.worth)[0];
}

/** The arc is gone again only where its longest way doesn't fill the time; where that doesn't either, one rests for longer. */
function bestPath(
  catalogue: Catalogue,
  travel: Travel,
  request: ComposeRequest,
  weighed: readonly Weighed[],
): Found | undefined {
  const unitMs = request.minutes > 30 ? 2000 : 1000;
  const moves = weighed.some(({ form }) => form.done.character.depth !== 'rest');
  const sizes = [
    ...(moves ? [1, 2, 3, 4] : []).map((rounds) => ({ rounds, longRests: false, unitMs })),
    ...(moves ? [1, 2, 4, 8] : [1]).map((rounds) => ({ rounds, longRests: true, unitMs })),
  ];
  let best: Found | undefined;
  for (const [stretch, size] of sizes.entries()) {
    const within = pathWithin(catalogue, travel, request, weighed, size, size === sizes.at(-1));
    if (within === undefined) continue;
    const found = { ...within, stretch };
    if (Math.abs(found.exactMs - request.minutes * 60_000) <= toleranceMs) return found;
    if (best === undefined || found.exactMs > best.exactMs) best = found;
  }
  return best;
}

/** Solves in whole units and checks with the exact time; where rounding mattered, once more with the difference taken off. */
function pathWithin(
  catalogue: Catalogue,
  travel: Travel,
  request: ComposeRequest,
  weighed: readonly Weighed[],
  size: Size,
  isLast: boolean,
): Omit<Found, 'stretch'> | undefined {
  const targetMs = request.minutes * 60_000;
  const { unitMs } = size;
  const plan = buildModel(catalogue, travel, request, weighed, size);
  if (!isLast && longestUnits(plan) * unitMs < targetMs - windowMs) return undefined;
  let shiftMs = 0;
  let best: Omit<Found, 'stretch'> | undefined;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const budget = budgetFor(targetMs + shiftMs, unitMs);
    const path = solveModel({ ...plan.model, budget });
    if (path === undefined) return best;
    const exactMs = exactMsOf(travel, request, plan, path);
    const isNearer = best === undefined || Math.abs(exactMs - targetMs) < Math.abs(best.exactMs - targetMs);
    if (isNearer) best = { plan, path, exactMs };
    if (Math.abs(exactMs - targetMs) <= toleranceMs || path.units < budget.from) return best;
    shiftMs += targetMs - exactMs;
  }
  return best;
}

export function budgetFor(targetMs: number, unitMs: number): ComposeModel['budget'] {
  return { from: Math.ceil((targetMs - windowMs) / unitMs), to: Math.floor((targetMs + windowMs) / unitMs) };
}

/** What the longest path takes, whatever it is worth. The arcs stand in the order of where they lead, so one look at each is enough. */
function longestUnits({ model: { items, arcs } }: Plan): number {
  const until = new Array<number>(items.length).fill(-Infinity);
  for (const { from, to, units } of arcs) {
    const before = from < 0 ? 0 : (until[from] ?? -Infinity);
    until[to] = Math.max(until[to] ?? -Infinity, before + units + (items[to]?.holds.at(-1)?.units ?? 0));
  }
  return Math.max(...until.filter((_, index) => items[index]?.isLast === true));
}

function exactMsOf(travel: Travel, request: ComposeRequest, { places }: Plan, { steps }: Path): number {
  const chosen = steps.map(({ item, breaths }) => ({ place: places[item] as Place, breaths }));
  const forms = chosen.map(({ place }) => place.weighed.form);
  const opensIn = chosen[0]?.place.opensIn ?? '';
  const last = chosen.at(-1)?.place;
  let at = opensIn;
  let sum = travel.openingMs(opensIn, forms);
  for (const { place, breaths } of chosen) {
    const { form } = place.weighed;
    sum += travel.intoMs(at, form) + breaths * form.sides.length * breathMs(request);
    at = travel.ends(form).exit;
  }
  return sum + travel.closingMs(at, last?.closesIn ?? at);
}
