import type { ComposeModel, ModelArc, ModelItem, Path } from './model.ts';

/**
 * The best path whose units lie in the budget, by dynamic programming over (item, units used, items that warmed before, as far as any
 * item still asks). Exact. Where no path fits the budget, the one that comes nearest to it from below, and of those the best;
 * undefined when there is no path at all.
 *
 * O(arcs × units × (1 + most asked for)) time. Of equal paths the one that ends with the earlier item, and goes by earlier items, is taken.
 */
export function solveModel(model: ComposeModel): Path | undefined {
  const { items, budget } = model;
  const table = createTable(model);
  for (let to = 0; to < items.length; to += 1) {
    for (const arc of table.arcsInto[to] ?? []) enter(table, arc);
    hold(table, to);
  }
  const end = bestEnd(table, budget.from, budget.to) ?? latestEnd(table, budget.from);
  return end && walkBack(table, end);
}

interface Table {
  readonly items: readonly ModelItem[];
  readonly arcsInto: readonly (readonly ModelArc[])[];
  /** warmth that is told apart: 0 … `levels − 1` */
  readonly levels: number;
  /** columns of a row: units 0 … `width − 1` */
  readonly width: number;
  /** best worth by [item × levels + warmth][units]: on arriving, and after the hold; −∞ where there is no path */
  readonly entered: readonly Float64Array[];
  readonly held: readonly Float64Array[];
  /** units between which a row of `held` has any path */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

interface End {
  readonly item: number;
  readonly warmth: number;
  readonly units: number;
}

function createTable({ items, arcs, budget }: ComposeModel): Table {
  const levels = 1 + Math.max(0, ...items.map(({ needsBefore }) => needsBefore));
  const width = budget.to + 1;
  const rows = (): Float64Array[] => {
    const all = new Float64Array(items.length * levels * width).fill(-Infinity);
    return Array.from({ length: items.length * levels }, (_, row) => all.subarray(row * width, (row + 1) * width));
  };
  const arcsInto = items.map((): ModelArc[] => []);
  for (const arc of arcs) arcsInto[arc.to]?.push(arc);
  for (const list of arcsInto) list.sort((a, b) => a.from - b.from);
  const spans = items.length * levels;
  return {
    ...{ items, arcsInto, levels, width, entered: rows(), held: rows() },
    ...{ first: new Int32Array(spans).fill(width), last: new Int32Array(spans).fill(-1) },
  };
}

/** Warmth on arriving at an item from one whose row has `warmth`; undefined when the item asks for more. */
function warmthAt({ items, levels }: Table, to: number, warmth: number): number | undefined {
  const item = items[to] as ModelItem;
  if (warmth < item.needsBefore) return undefined;
  return item.warms ? Math.min(levels - 1, warmth + 1) : warmth;
}

function enter(table: Table, { from, to, units, worth }: ModelArc): void {
  const { levels, width, entered, held, first, last } = table;
  if (from < 0) {
    const warmth = warmthAt(table, to, 0);
    if (warmth === undefined || units >= width) return;
    const row = entered[to * levels + warmth] as Float64Array;
    row[units] = Math.max(row[units] as number, worth);
    return;
  }
  for (let before = 0; before < levels; before += 1) {
    const warmth = warmthAt(table, to, before);
    const source = from * levels + before;
    if (warmth === undefined) continue;
    const row = entered[to * levels + warmth] as Float64Array;
    const come = held[source] as Float64Array;
    const until = Math.min(last[source] as number, width - 1 - units);
    for (let at = first[source] as number; at <= until; at += 1) {
      const value = (come[at] as number) + worth;
      if (value > (row[at + units] as number)) row[at + units] = value;
    }
  }
}

function hold({ items, levels, width, entered, held, first, last }: Table, index: number): void {
  const item = items[index] as ModelItem;
  for (let warmth = 0; warmth < levels; warmth += 1) {
    const row = index * levels + warmth;
    const come = entered[row] as Float64Array;
    const stay = held[row] as Float64Array;
    const start = come.findIndex((value) => value > -Infinity);
    if (start < 0) continue;
    const end = come.findLastIndex((value) => value > -Infinity);
    for (const { units, worth } of item.holds) {
      const until = Math.min(end, width - 1 - units);
      for (let at = start; at <= until; at += 1) {
        const value = (come[at] as number) + worth;
        if (value > (stay[at + units] as number)) stay[at + units] = value;
      }
    }
    first[row] = stay.findIndex((value) => value > -Infinity);
    last[row] = stay.findLastIndex((value) => value > -Infinity);
    if (first[row] === -1) first[row] = width;
  }
}

function bestEnd(table: Table, from: number, to: number): End | undefined {
  let best: End | undefined;
  let worth = -Infinity;
  for (const end of endsBetween(table, from, to)) {
    const value = worthOf(table, end);
    if (value > worth) [best, worth] = [end, value];
  }
  return best;
}

/** Looked for from the budget down, one unit at a time. */
function latestEnd(table: Table, below: number): End | undefined {
  for (let units = Math.min(below, table.width) - 1; units >= 0; units -= 1) {
    const end = bestEnd(table, units, units);
    if (end !== undefined) return end;
  }
  return undefined;
}

function* endsBetween({ items, levels, held }: Table, from: number, to: number): Generator<End> {
  for (let item = 0; item < items.length; item += 1) {
    if (items[item]?.isLast !== true) continue;
    for (let warmth = 0; warmth < levels; warmth += 1) {
      const row = held[item * levels + warmth] as Float64Array;
      for (let units = Math.max(0, from); units <= to && units < row.length; units += 1) {
        if ((row[units] as number) > -Infinity) yield { item, warmth, units };
      }
    }
  }
}

const worthOf = ({ held, levels }: Table, { item, warmth, units }: End): number =>
  held[item * levels + warmth]?.[units] ?? -Infinity;

/** Finds again which choice each number came from: the very sums are repeated, so they are equal to the last bit. */
function walkBack(table: Table, end: End): Path {
  const { items, levels, entered, held, arcsInto } = table;
  const steps: { item: number; breaths: number }[] = [];
  let at: End | undefined = end;
  while (at !== undefined) {
    const { item, warmth, units }: End = at;
    const model = items[item] as ModelItem;
    const value = worthOf(table, at);
    const come = entered[item * levels + warmth] as Float64Array;
    const held_ = model.holds.findIndex(
      (one) => one.units <= units && (come[units - one.units] as number) + one.worth === value,
    );
    const entry = units - (model.holds[held_]?.units ?? 0);
    steps.unshift({ item, breaths: model.fewest + held_ });
    at = undefined;
    search: for (const arc of arcsInto[item] ?? []) {
      for (let before = 0; before < levels; before += 1) {
        if (warmthAt(table, item, before) !== warmth) continue;
        if (arc.from < 0) {
          if (before === 0 && arc.units === entry && arc.worth === come[entry]) break search;
          continue;
        }
        const row = held[arc.from * levels + before] as Float64Array;
        const left = entry - arc.units;
        if (left >= 0 && (row[left] as number) + arc.worth === come[entry]) {
          at = { item: arc.from, warmth: before, units: left };
          break search;
        }
      }
    }
  }
  return { steps, units: end.units, worth: worthOf(table, end) };
}
