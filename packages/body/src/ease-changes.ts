import { easeBySide, type easeLimits } from './person-limits.ts';
import type { Measure } from './measure.ts';
import type { Person } from './person.ts';
import type { Side } from './sides.ts';
import type { BodyTables, CouplingMuscle } from './tables.ts';

/** The ranges and reaches of the tables as a person's ease moves them, degrees. Asked for a joint of the middle, both sides count half. */
export interface EaseChanges {
  readonly rangeDeg: (hinge: string, side: Side | undefined) => readonly [leastDeg: number, mostDeg: number];
  readonly reachDeg: (muscle: CouplingMuscle, side: Side) => number;
  /** How far from its middle direction the upper arm points at most on its way up. */
  readonly overheadDeg: (side: Side) => number;
}

type Answer = keyof typeof easeLimits;

export function easeChanges(person: Person, tables: BodyTables, m: Measure): EaseChanges {
  const answers = Object.keys(easeBySide) as Answer[];
  const changesOf = (side: Side | undefined): readonly (readonly [Change, number])[] =>
    answers.flatMap((answer) => {
      const byDeg = differenceDeg(person, tables, m, answer, side);
      return tables.ease[answer].changes.map((change) => [change, byDeg] as const);
    });
  const moved = (fromDeg: number, side: Side | undefined, concerns: (change: Change) => boolean): number =>
    changesOf(side)
      .filter(([change, byDeg]) => byDeg !== 0 && concerns(change))
      .reduce(
        (deg, [{ per, between }, byDeg]) => Math.min(between[1], Math.max(between[0], deg + per * byDeg)),
        fromDeg,
      );

  return {
    rangeDeg: (hinge, side) => {
      const [leastDeg, mostDeg] = tables.ranges.hinges[hinge]!.range;
      const end = (fromDeg: number, which: 'least' | 'most'): number =>
        moved(fromDeg, side, (change) => 'hinge' in change && change.hinge === hinge && change.end === which);
      return [end(leastDeg, 'least'), end(mostDeg, 'most')];
    },
    reachDeg: (muscle, side) =>
      moved(tables.couplings[muscle].reach, side, (change) => 'coupling' in change && change.coupling === muscle),
    overheadDeg: (side) => moved(tables.ranges.shoulder.overhead.max, side, (change) => 'shoulder' in change),
  };
}

type Change = BodyTables['ease'][Answer]['changes'][number];

/**
 * By how many degrees what was seen differs from what the reference body would have seen; 0 when nothing was answered.
 *
 * Two answers are lengths. Sitting back, thigh and shin make a triangle with the height of the seat: with a gap g more than the
 * reference's, sin(180° − knee) is more by g / thigh. At the wall, the shin leans over the foot: with toes d further away,
 * sin(ankle) is more by d / shin. The reference's d grows with stature, so that the same feet and shins give the same angle.
 */
function differenceDeg(person: Person, tables: BodyTables, m: Measure, answer: Answer, side: Side | undefined): number {
  const given = person.ease?.[answer];
  if (given === undefined) return 0;
  const seen = typeof given === 'number' ? given : side === undefined ? (given.left + given.right) / 2 : given[side];
  const { reference } = tables.ease[answer];
  if (answer === 'seatToHeelsGapM') {
    const kneeDeg = tables.ranges.hinges['knee.flexion']!.range[1];
    return -movedAngleDeg(180 - kneeDeg, (seen - reference) / m.thighM);
  }
  if (answer === 'toesToWallM') {
    const ankleDeg = tables.ranges.hinges['ankle.dorsiflexion']!.range[1];
    return movedAngleDeg(ankleDeg, (seen - reference * m.lengthScale) / m.shankM);
  }
  return seen - reference;
}

/** By how much an angle under 90° changes when its sine grows by `bySine`; it stays within 3° and 80°. */
function movedAngleDeg(fromDeg: number, bySine: number): number {
  if (bySine === 0) return 0;
  const [least, most] = [0.05, 0.985];
  const sine = Math.min(most, Math.max(least, Math.sin((fromDeg * Math.PI) / 180) + bySine));
  return (Math.asin(sine) * 180) / Math.PI - fromDeg;
}
