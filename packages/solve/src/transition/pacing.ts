import type { Body } from '@sacra/body';
import { radFromDeg } from '@sacra/geometry';
import { zeroBetween } from '../zero-between.ts';
import { turnBetween, type Knot } from './clip.ts';
import { easeTopSpeed } from './ease.ts';

/** No joint turns further in a thirtieth of a second. */
const largestTurnRad = radFromDeg(3.1);
/** So much of it is let pass where a knot is put between others. */
const calmTurnRad = radFromDeg(3.5);
const framesPerSecond = 30;

/**
 * Where knots lie in a movement of so many seconds, 0…1 before the time course of `ease`. As the path has it, if that is slow enough
 * everywhere; else what would be quick takes more of the time, and what is slow takes less, as little as need be.
 */
export function placesInTime(body: Body, knots: readonly Knot[], seconds: number): number[] {
  const spans = knots.slice(1).map(({ fraction, q }, k) => {
    const length = fraction - knots[k]!.fraction;
    return { length, speed: turnBetween(body, knots[k]!.q, q) / length };
  });
  // A neighbour's quickness counts, so that the pace changes gradually.
  const speeds = spans.map(({ speed }, k) =>
    Math.max(speed, ((spans[k - 1]?.speed ?? 0) + (spans[k + 1]?.speed ?? 0)) / 3),
  );
  const top = (largestTurnRad * (framesPerSecond * seconds - 1)) / easeTopSpeed;
  // What is slower than the floor goes at its pace along the path; everything quicker gets time in proportion to how far it turns.
  const total = (floor: number): number =>
    spans.reduce((sum, { length }, k) => sum + length * Math.max(speeds[k]!, floor), 0);
  const highest = Math.max(...speeds);
  const low = total(highest) > top ? zeroBetween(0, highest, (floor) => top - total(floor)) : highest;
  const sum = total(low);
  const places = [0];
  spans.forEach(({ length }, k) => places.push(places[k]! + (length * Math.max(speeds[k]!, low)) / sum));
  places[places.length - 1] = 1;
  return places;
}

/** Whether no joint turns by more than is seen as quick where knots lie so in a movement of so many seconds. */
export function isCalm(body: Body, at: readonly number[], knots: readonly Knot[], seconds: number): boolean {
  const frames = framesPerSecond * seconds - 1;
  return knots.slice(1).every(({ q }, k) => {
    const shareOfFrame = easeTopSpeed / ((at[k + 1]! - at[k]!) * frames);
    return turnBetween(body, knots[k]!.q, q) * shareOfFrame <= calmTurnRad;
  });
}
