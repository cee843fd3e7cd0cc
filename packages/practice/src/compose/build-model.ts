import type { Catalogue, Depth, Limit } from '@sacra/pose';
import { arcPlace } from './arc-place.ts';
import type { Candidate } from './candidates.ts';
import { closingRests } from './closing-rest.ts';
import type { PoseForm } from './form.ts';
import type { ComposeModel, ModelArc, ModelItem } from './model.ts';
import { closingFor, groundOf, openingFor } from './openers.ts';
import { holdsShare, isFlareDay, type ComposeRequest } from './request.ts';
import { breathMs, type Travel } from './travel.ts';
import type { Worth } from './worth.ts';

/** A candidate with what it is worth today. */
export interface Weighed extends Candidate {
  readonly worth: Worth;
}

/** An item of the model: a candidate at one of its places in the arc. */
export interface Place {
  readonly weighed: Weighed;
  readonly role: 'arrive' | 'practise' | 'rest';
  /** 1 when the arc is gone for the first time */
  readonly round: number;
  /** in which the practice opens when it begins here; undefined where it can't */
  readonly opensIn: string | undefined;
  readonly closesIn: string | undefined;
}

/** `rounds`: how often the arc is gone · `longRests`: resting may take as long as its pose lets it · `unitMs`: of the model's time */
export interface Size {
  readonly rounds: number;
  readonly longRests: boolean;
  readonly unitMs: number;
}

export interface Plan {
  readonly places: readonly Place[];
  readonly model: Omit<ComposeModel, 'budget'>;
}

/** The problem of docs/science/composer.md, parts 2 and 3, in numbers. Time is in units of `unitMs`. */
export function buildModel(
  catalogue: Catalogue,
  travel: Travel,
  request: ComposeRequest,
  weighed: readonly Weighed[],
  { rounds, longRests, unitMs }: Size,
): Plan {
  const places = placesOf(catalogue, travel, request, weighed, { rounds, longRests });
  const toUnits = (ms: number): number => Math.round(ms / unitMs);
  const items = places.map((place) => itemOf(place, request, travel, toUnits, longRests));

  const arcs: ModelArc[] = [];
  const all = [...new Set([...weighed, ...places.map((place) => place.weighed)])];
  const readyMs = readyWordsMs(travel, all);
  const between = goingBetween(travel, all, readyMs, toUnits);
  const numberOf = new Map(all.map((one, index) => [one, index]));
  const numbers = places.map((place) => numberOf.get(place.weighed) ?? 0);
  places.forEach((place, to) => {
    if (place.role === 'rest' && place.closesIn === undefined) return;
    if (place.opensIn !== undefined && place.round === 1) {
      const { form } = place.weighed;
      const intoMs = travel.intoMs(place.opensIn, form) + (readyMs[numbers[to] as number] as number);
      const units = toUnits(travel.openingMs(place.opensIn, [])) + toUnits(intoMs);
      arcs.push({ from: -1, to, units, worth: -stepCost });
    }
    for (let from = 0; from < to; from += 1) {
      if (!mayFollow(places[from] as Place, place)) continue;
      const going = between(numbers[from] as number, numbers[to] as number);
      if (going === undefined) continue;
      const { units, readyUnits, worth } = going;
      const again = place.role === 'practise' && place.round > 1 ? againCost : 0;
      arcs.push({ from, to, units: units + (isFirstTime(place) ? readyUnits : 0), worth: worth - again });
    }
  });
  return { places, model: { items, arcs } };
}

/** What each candidate adds to the opening words; what another has asked for already is not said again. */
function readyWordsMs(travel: Travel, weighed: readonly Weighed[]): number[] {
  const said = new Set<string>();
  return weighed.map(({ form }) => {
    const lines = form.done.needs.map(({ ready }) => ready);
    const isNew = lines.some((line) => !said.has(line));
    for (const line of lines) said.add(line);
    return isNew ? travel.readyMs(form) : 0;
  });
}

interface Going {
  readonly units: number;
  /** of the opening words, for what is to be had ready */
  readonly readyUnits: number;
  readonly worth: number;
}

/** What going from one candidate to another takes and is worth, worked out once for all rounds; undefined where one can't. */
function goingBetween(
  travel: Travel,
  weighed: readonly Weighed[],
  readyMs: readonly number[],
  toUnits: (ms: number) => number,
): (from: number, to: number) => Going | undefined {
  const known = new Array<Going | undefined | null>(weighed.length ** 2).fill(null);
  return (from, to) => {
    const at = from * weighed.length + to;
    const before = known[at];
    if (before !== null) return before;
    const [one, other] = [(weighed[from] as Weighed).form, (weighed[to] as Weighed).form];
    const { exit } = travel.ends(one);
    const canGo = travel.canGo(exit, travel.ends(other).entry);
    if (!canGo) return (known[at] = undefined);
    const [units, readyUnits] = [toUnits(travel.intoMs(exit, other)), toUnits(readyMs[to] as number)];
    return (known[at] = { units, readyUnits, worth: worthOfGoing(one, other) });
  };
}

const stepCost = 0.3;
const againCost = 0.3;
/** more than everything else together */
const worthOfKeeping = 100;
const roundFactor = 0.2;
const breathFactor = 0.8;
const longestArrivalMs = 120_000;
/** of the minutes, that the last rest takes at least */
const restShare = (request: ComposeRequest): number => (isFlareDay(request) ? 1 / 6 : 1 / 10);
const mostBreaths = { starter: 5, steady: 8, full: 10 } as const;
const fewestBreaths = { starter: 3, steady: 4, full: 5 } as const;

function placesOf(
  catalogue: Catalogue,
  travel: Travel,
  request: ComposeRequest,
  weighed: readonly Weighed[],
  { rounds, longRests }: Pick<Size, 'rounds' | 'longRests'>,
): Place[] {
  const { clearance } = request;
  const sorted = weighed
    .filter(({ form }) => canChangeSides(travel, form))
    .toSorted((a, b) => arcPlace(a.form) - arcPlace(b.form));
  const resting = sorted.filter(({ form }) => form.done.character.depth === 'rest');
  const even = resting.filter(({ form }) => form.done.pose.sides === 'both-together');
  const closing = closingRests(request, resting, { longRests });
  const moving = sorted.filter(({ form }) => form.done.character.depth !== 'rest');
  const notDeep = moving.filter(({ form }) => form.done.character.depth !== 'deep');
  const opensIn = new Map(
    [...sorted, ...closing].map((one) => [one, openingFor(catalogue, travel, one.form, clearance)]),
  );
  const placeAs =
    (role: Place['role'], round: number) =>
    (one: Weighed): Place => ({
      ...{ weighed: one, role, round, opensIn: opensIn.get(one) },
      closesIn: role === 'rest' ? closingFor(catalogue, travel, one.form, clearance) : undefined,
    });
  return [
    ...Array.from({ length: rounds }, (_, round) => [
      ...(round === 0 || longRests ? even : []).map(placeAs('arrive', round + 1)),
      ...(round === 0 ? moving : notDeep).map(placeAs('practise', round + 1)),
    ]).flat(),
    ...closing.map(placeAs('rest', 1)),
  ];
}

/** Things are asked for once, however often the form comes. */
const isFirstTime = ({ role, round }: Place): boolean => round === 1 && role !== 'rest';

/** From the right side to the left one, past nothing that a limit forbids. */
function canChangeSides(travel: Travel, form: PoseForm): boolean {
  const { entry, exit } = travel.ends(form);
  return entry === exit || travel.canGo(entry, exit);
}

/** One arrives at the start, or pauses between two rounds; nothing comes after the last rest, and nothing follows itself. */
function mayFollow(before: Place, place: Place): boolean {
  if (before.role === 'rest' || before.weighed.form.key === place.weighed.form.key) return false;
  return place.role !== 'arrive' || (place.round > 1 && before.role === 'practise');
}

function itemOf(
  place: Place,
  request: ComposeRequest,
  travel: Travel,
  toUnits: (ms: number) => number,
  longRests: boolean,
): ModelItem {
  const { weighed, role, round, closesIn } = place;
  const { form, worth } = weighed;
  const { depth } = form.done.character;
  const { fewest, most } = breathsFor(place, request, longRests);
  const usual = form.done.pose.breaths.default;
  const sides = form.sides.length;
  const closingMs = role === 'rest' && closesIn !== undefined ? travel.closingMs(travel.ends(form).exit, closesIn) : 0;
  // a place counts once for a form that is kept: where it does its work
  const isKeptHere = weighed.isKept && round === 1 && role === (depth === 'rest' ? 'rest' : 'practise');
  const keptWorth = isKeptHere ? worthOfKeeping : 0;
  const total = role === 'practise' ? worth.total * roundFactor ** (round - 1) : restWorth(place, request);
  return {
    fewest,
    holds: Array.from({ length: most - fewest + 1 }, (_, more) => ({
      units: toUnits((fewest + more) * sides * breathMs(request) + closingMs),
      worth: keptWorth + (total * (1 - breathFactor ** (fewest + more))) / (1 - breathFactor ** usual),
    })),
    needsBefore: warmUpsFor(depth),
    warms: role === 'practise' && isWarming(form),
    isLast: role === 'rest',
  };
}

/** How many steps that warm a pose of that depth wants before it. */
export const warmUpsFor = (depth: Depth): number => (depth === 'deep' ? 3 : depth === 'moderate' ? 1 : 0);

/** Resting is not weighed like a pose: it opens and closes, and takes what is left over. */
function restWorth({ weighed, role }: Place, request: ComposeRequest): number {
  const relief = weighed.worth.areas.reduce((sum, { worth }) => sum + worth, 0);
  return (role === 'arrive' ? 0.35 : 0.5) + 0.3 * relief + (isQuiet(request) ? 0.3 : 0);
}

/** Who wants to settle, and who has a lot of pain, rests for longer. */
const isQuiet = (request: ComposeRequest): boolean => request.wish === 'settle' || isFlareDay(request);

/** Moving warms, and so does more than gentle; folding and being still settle. */
export function isWarming({ done: { pose, variation, character, position } }: PoseForm): boolean {
  const isMoving = (variation?.form ?? pose.form).kind === 'cycle';
  return isMoving || character.depth === 'moderate' || pose.sides === 'one-then-other' || position === 'standing';
}

/** How many breaths a form may be held today, on each side. */
function breathsFor(
  { weighed: { form }, role }: Place,
  request: ComposeRequest,
  longRests: boolean,
): { fewest: number; most: number } {
  const { min, max } = form.done.pose.breaths;
  const share = holdsShare(request);
  if (role === 'practise') {
    // who wants to settle may stay in what settles
    const slower = request.wish === 'settle' && form.done.character.aims.includes('settle') ? 2 : 1;
    const most = Math.max(min, Math.ceil(Math.min(max, slower * mostBreaths[request.level]) * share));
    return { fewest: Math.min(most, Math.max(min, Math.ceil(fewestBreaths[request.level] * share))), most };
  }
  const within = (part: number, round: (breaths: number) => number): number => {
    const breaths = round((request.minutes * 60_000 * part) / breathMs(request) / form.sides.length);
    return Math.min(max, Math.max(min, breaths));
  };
  if (role === 'arrive') {
    const soon = Math.ceil(longestArrivalMs / breathMs(request));
    const most = longRests ? max : Math.min(soon, within(isQuiet(request) ? 1 / 6 : 1 / 12, Math.ceil));
    return { fewest: Math.min(most, Math.max(min, fewestBreaths[request.level])), most };
  }
  const most = longRests ? max : within(isQuiet(request) ? 1 / 3 : 1 / 6, Math.ceil);
  return { fewest: Math.min(most, within(restShare(request), Math.ceil)), most };
}

function worthOfGoing(from: PoseForm, to: PoseForm): number {
  return -stepCost - costOfMoving(from, to) + counterWorth(from, to);
}

/** Getting up costs people with pain most: from the floor or down to it, and next to that from lying on the back. */
function costOfMoving(from: PoseForm, to: PoseForm): number {
  const [before, after] = [groundOf(from), groundOf(to)];
  if (before === after) return 0;
  const isFloor = (ground: typeof before): boolean => ground === 'lying' || ground === 'mat';
  if (isFloor(before) !== isFloor(after)) return 1;
  if (before === 'lying') return 0.6;
  return isFloor(before) ? 0.25 : 0.4;
}

function counterWorth(from: PoseForm, to: PoseForm): number {
  const [before, after] = [from.done.character, to.done.character];
  const isCalm = after.depth === 'gentle' || after.depth === 'rest';
  const roundsAfterArching =
    bars(from, 'no-end-range-arching') && bars(to, 'no-end-range-rounding') && !bars(to, 'no-end-range-arching');
  return (
    (roundsAfterArching ? 0.2 : 0) + (isCounterOf(from, to) ? 0.2 : 0) - (before.depth === 'deep' && !isCalm ? 0.2 : 0)
  );
}

/** Both legs alike and gently after one at a time. Resting comes anyway. */
export function isCounterOf(from: PoseForm, { done }: PoseForm): boolean {
  const isGentle = done.character.depth === 'gentle';
  return from.done.pose.sides === 'one-then-other' && done.pose.sides === 'both-together' && isGentle;
}

const bars = ({ done }: PoseForm, limit: Limit): boolean => done.character.barredBy.some((bar) => bar.limit === limit);
