import type { ShapeSource } from './shape.ts';

/** The answers of a person's `ease` (packages/body) that a try can give. */
export const tryAnswers = [
  'straightLegLiftDeg',
  'seatToHeelsGapM',
  'armsOverheadGapDeg',
  'figureFourRiseDeg',
  'toesToWallM',
] as const;
export type TryAnswer = (typeof tryAnswers)[number];

/**
 * One thing a person can try at home so that the figure moves as they do (content/tries). What comes out is an answer in the person's
 * own seeing, not a measurement; each try can be skipped.
 */
export interface Try {
  readonly id: string;
  readonly answers: TryAnswer;
  /** Place in the row of tries, from 1. */
  readonly place: number;
  readonly title: string;
  /** Whether each side is tried and answered on its own. */
  readonly bySide: boolean;
  /** What is needed, such as a wall; absent when nothing is. */
  readonly needs?: string;
  /** What to do, one sentence after the other. `{side}` and `{other}` where each side is tried on its own. */
  readonly how: readonly string[];
  /** Where to stop, and who leaves it out. Always shown with `how`. */
  readonly care: readonly string[];
  readonly question: string;
  readonly slider: TrySlider;
  /** What the answer changes in the figure. */
  readonly changes: string;
  /** Words on the button that leaves it out, and what then holds. */
  readonly skip: { readonly button: string; readonly text: string };
  /** The figure doing it, with the right side if each side is tried. */
  readonly shape: ShapeSource;
  /** What the shape says besides at some values, ascending. */
  readonly stops: readonly TryStop[];
  readonly camera: { readonly azimuthDeg: number; readonly elevationDeg: number };
  readonly sources: readonly string[];
}

/** Values are those of the answer: degrees, or metres. */
export interface TrySlider {
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Where the handle stands before it is touched. */
  readonly start: number;
  /** How a value is told: times `factor`, rounded, with `unit` behind it. */
  readonly factor: number;
  readonly unit: string;
  /** What is seen at the values up to `upTo`, in words; ascending, the last one reaches the most. */
  readonly says: readonly { readonly upTo: number; readonly text: string }[];
}

export interface TryStop {
  readonly at: number;
  readonly shape: ShapeSource;
}

/**
 * The shape that shows a try at a value: between two stops every number lies as far between theirs as the value between them; outside the
 * stops the nearest one stands. Best shown on a body with this answer, so that it can do what is shown.
 */
export function tryShape({ shape, stops }: Pick<Try, 'shape' | 'stops'>, value: number): ShapeSource {
  const next = stops.findIndex(({ at }) => at > value);
  const before = stops.at(next < 0 ? -1 : Math.max(0, next - 1));
  if (before === undefined) return shape;
  const after = stops[next] ?? before;
  const share = value <= before.at || after === before ? 0 : (value - before.at) / (after.at - before.at);
  return laidOver(shape, between(before.shape, after.shape, share) as ShapeSource);
}

/** Records are laid over one another, lists follow one another (of two wishes about one thing the later stands), the rest is replaced. */
function laidOver(base: ShapeSource, over: ShapeSource): ShapeSource {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const under = merged[key];
    if (Array.isArray(under) && Array.isArray(value)) merged[key] = [...(under as unknown[]), ...(value as unknown[])];
    else merged[key] = isObject(under) && isObject(value) ? { ...under, ...value } : value;
  }
  return merged;
}

/** What a value is called in words. */
export const sayingOf = ({ says }: Pick<TrySlider, 'says'>, value: number): string =>
  (says.find(({ upTo }) => value <= upTo) ?? says.at(-1)!).text;

function between(a: unknown, b: unknown, share: number): unknown {
  if (typeof a === 'number' && typeof b === 'number') return a + (b - a) * share;
  if (Array.isArray(a) && Array.isArray(b)) return a.map((item, i) => between(item, b[i], share));
  if (isObject(a) && isObject(b)) {
    return Object.fromEntries(Object.entries(a).map(([key, item]) => [key, between(item, b[key], share)]));
  }
  return a;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
