import { keyframeOf, type Catalogue, type CatalogueWay } from './catalogue.ts';
import { mirrorKey, type KeyframeKey } from './key.ts';
import { sides, type Side } from './side.ts';
import { fillWords } from './words.ts';

/** One way, gone in one direction with one side leading. */
export interface Leg {
  /** id of the way in the catalogue, and of its clip in the atlas */
  readonly way: string;
  /** the clip is played from its end to its start */
  readonly reverse: boolean;
  /** `left`: the clip is shown mirrored */
  readonly side: Side;
  readonly from: KeyframeKey;
  readonly to: KeyframeKey;
  readonly seconds: number;
  /** what is said before the movement is made, with the sides filled in */
  readonly say: readonly string[];
}

/**
 * The quickest ways from one keyframe to another, in the order they are gone; none when the two are the same. Where two routes take
 * equally long, the one with fewer ways is taken, then the one that leads with the right side.
 *
 * @throws when a keyframe is unknown, or one cannot be reached from the other (both named)
 */
export function route(catalogue: Catalogue, fromKey: KeyframeKey, toKey: KeyframeKey): Leg[] {
  for (const key of [fromKey, toKey]) keyframeOf(catalogue, key);
  const arrivals = shortestArrivals(legsFrom(catalogue), fromKey, toKey);
  if (arrivals.get(toKey) === undefined && fromKey !== toKey) {
    throw new Error(`There is no way from "${fromKey}" to "${toKey}".`);
  }
  const legs: Leg[] = [];
  for (let at = arrivals.get(toKey)?.leg; at !== undefined; at = arrivals.get(at.from)?.leg) legs.unshift(at);
  return legs;
}

/** Every keyframe that can be reached, both sides, the start among them; only over the ways that `isOpen` lets through. */
export function reachableFrom(
  catalogue: Catalogue,
  fromKey: KeyframeKey,
  isOpen: (way: string) => boolean = () => true,
): Set<KeyframeKey> {
  const outgoing = legsFrom(catalogue);
  const reached = new Set([fromKey]);
  for (const key of reached) for (const leg of outgoing.get(key) ?? []) if (isOpen(leg.way)) reached.add(leg.to);
  return reached;
}

/** All legs that a way can be gone in: there and back, and mirrored when it has a side. */
export function legsOf(way: CatalogueWay): Leg[] {
  return (way.sided ? sides : sides.slice(0, 1)).flatMap((side) => {
    const forSide = (key: KeyframeKey): KeyframeKey => (side === 'left' ? mirrorKey(key) : key);
    const [from, to] = [forSide(way.from), forSide(way.to)];
    const filled = (lines: readonly string[]): string[] => lines.map((line) => fillWords(line, { side }));
    const there: Leg = { way: way.id, reverse: false, side, from, to, seconds: way.seconds, say: filled(way.say) };
    const { back } = way;
    if (back === undefined) return [there];
    return [
      there,
      { way: way.id, reverse: true, side, from: to, to: from, seconds: back.seconds, say: filled(back.say) },
    ];
  });
}

interface Arrival {
  readonly seconds: number;
  readonly count: number;
  /** absent at the start */
  readonly leg?: Leg;
}

/** Dijkstra's algorithm over seconds, then the number of legs; the graph is small, so the nearest open node is found by looking. */
function shortestArrivals(
  outgoing: ReadonlyMap<KeyframeKey, readonly Leg[]>,
  fromKey: KeyframeKey,
  toKey: KeyframeKey,
): ReadonlyMap<KeyframeKey, Arrival> {
  const arrivals = new Map<KeyframeKey, Arrival>([[fromKey, { seconds: 0, count: 0 }]]);
  const open = new Set([fromKey]);
  while (open.size > 0) {
    const key = [...open].reduce((best, one) => (isSooner(arrivals.get(one), arrivals.get(best)) ? one : best));
    open.delete(key);
    if (key === toKey) break;
    const { seconds, count } = arrivals.get(key) ?? { seconds: 0, count: 0 };
    for (const leg of outgoing.get(key) ?? []) {
      const arrival = { seconds: seconds + leg.seconds, count: count + 1, leg };
      if (!isSooner(arrival, arrivals.get(leg.to))) continue;
      arrivals.set(leg.to, arrival);
      open.add(leg.to);
    }
  }
  return arrivals;
}

function isSooner(a: Arrival | undefined, b: Arrival | undefined): boolean {
  if (a === undefined || b === undefined) return a !== undefined;
  return a.seconds < b.seconds || (a.seconds === b.seconds && a.count < b.count);
}

const legsByCatalogue = new WeakMap<Catalogue, ReadonlyMap<KeyframeKey, readonly Leg[]>>();

/** Legs by where they start, those that lead with the right side first; made once a catalogue. */
function legsFrom(catalogue: Catalogue): ReadonlyMap<KeyframeKey, readonly Leg[]> {
  const known = legsByCatalogue.get(catalogue);
  if (known !== undefined) return known;
  const outgoing = new Map<KeyframeKey, Leg[]>();
  const legs = [...catalogue.ways.values()].flatMap(legsOf);
  for (const leg of [...legs].sort((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side))) {
    outgoing.set(leg.from, [...(outgoing.get(leg.from) ?? []), leg]);
  }
  legsByCatalogue.set(catalogue, outgoing);
  return outgoing;
}
