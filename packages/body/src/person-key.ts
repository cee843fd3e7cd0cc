import type { PerSide } from './ease.ts';
import { easeLimits } from './person-limits.ts';
import type { Person } from './person.ts';

/**
 * One string for one body, for caches: fields in one order, what is left out and what is said as usual the same. Two persons with
 * the same key get the same body from the same tables.
 */
export function personKey(person: Person): string {
  const {
    sex,
    statureM,
    massKg,
    legRatio = 1,
    armRatio = 1,
    frameRatio = 1,
    fleshAtMiddle = 0,
    ease,
    rangesDeg,
  } = person;
  const answers = (Object.keys(easeLimits) as (keyof typeof easeLimits)[]).map((name) => answer(ease?.[name]));
  const ranges = Object.entries(rangesDeg ?? {})
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, [least, most]]) => `${name}:${number(least)}..${number(most)}`);
  const numbers = [statureM, massKg, legRatio, armRatio, frameRatio, fleshAtMiddle].map(number);
  return [sex, ...numbers, ...answers, ...ranges].join('|');
}

function answer(given: number | PerSide | undefined): string {
  if (given === undefined) return '';
  return typeof given === 'number' ? number(given) : `${number(given.left)},${number(given.right)}`;
}

/** In full; −0 is 0. */
const number = (value: number): string => String(value + 0);
