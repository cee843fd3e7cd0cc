import { normalise, radFromDeg, type Vec3 } from '@sacra/geometry';
import type { Joint } from './body.ts';
import { easeChanges, type EaseChanges } from './ease-changes.ts';
import type { Measure } from './measure.ts';
import type { Person } from './person.ts';
import { axisForSide, forSide, type Side } from './sides.ts';
import { skeleton } from './skeleton.ts';
import type { BodyTables } from './tables.ts';

/** The joints of a person: ranges from the tables, moved by what the person's ease says, replaced where the person's ranges are known. */
export function createJoints(person: Person, tables: BodyTables, measure: Measure): Joint[] {
  const changes = easeChanges(person, tables, measure);
  const joints: Joint[] = [];
  let qIndex = 0;
  let vIndex = 0;
  for (const [segment, { plan, side }] of skeleton.entries()) {
    if (plan.hinges === 'root') {
      joints.push({ kind: 'free', name: 'root', segment, qIndex, vIndex });
      qIndex += 7;
      vIndex += 6;
    } else if (plan.hinges === 'shoulder') {
      if (side === undefined) throw new Error('a shoulder has a side');
      const range = shoulderRange(side, tables, changes);
      joints.push({ kind: 'ball', name: `shoulder.${side}`, side, segment, ...range, qIndex, vIndex });
      qIndex += 4;
      vIndex += 3;
    } else {
      for (const hinge of plan.hinges) {
        const name = side === undefined ? hinge.name : `${hinge.name}.${side}`;
        const [leastDeg, mostDeg] = person.rangesDeg?.[name] ?? changes.rangeDeg(hinge.name, side);
        joints.push({
          kind: 'hinge',
          name,
          side,
          segment,
          axis: axisForSide(hinge.axis, side),
          range: { minRad: radFromDeg(leastDeg), maxRad: radFromDeg(mostDeg) },
          stiffness: tables.ranges.hinges[hinge.name]!.stiffness,
          qIndex: qIndex++,
          vIndex: vIndex++,
        });
      }
    }
  }
  return joints;
}

function shoulderRange(side: Side, { ranges: { shoulder } }: BodyTables, changes: EaseChanges) {
  const direction = (towards: Vec3): Vec3 => forSide(normalise(towards), side);
  return {
    swing: { centre: direction(shoulder.swing.centre), maxRad: radFromDeg(shoulder.swing.max) },
    twist: { minRad: radFromDeg(shoulder.twist[0]), maxRad: radFromDeg(shoulder.twist[1]) },
    overhead: { centre: direction(shoulder.overhead.centre), maxRad: radFromDeg(changes.overheadDeg(side)) },
    stiffness: shoulder.stiffness,
  };
}
