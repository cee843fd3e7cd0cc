import { radFromDeg } from '@sacra/geometry';
import type { Coupling } from './body.ts';
import { easeChanges } from './ease-changes.ts';
import type { Measure } from './measure.ts';
import type { Person } from './person.ts';
import { sides } from './sides.ts';
import { couplingMuscles, type BodyTables } from './tables.ts';

/** The muscles over two joints of a person, each side on its own. */
export function createCouplings(person: Person, tables: BodyTables, measure: Measure): Coupling[] {
  const changes = easeChanges(person, tables, measure);
  return couplingMuscles.flatMap((muscle) => {
    const { limited, easedBy, per } = tables.couplings[muscle];
    return sides.map((side) => ({
      name: `${muscle}.${side}`,
      muscle,
      side,
      limited: `${limited}.${side}`,
      easedBy: `${easedBy}.${side}`,
      reachRad: radFromDeg(changes.reachDeg(muscle, side)),
      per,
    }));
  });
}
