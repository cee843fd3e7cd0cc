import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { quatExp, type Vec3 } from '@sacra/geometry';
import {
  bodyTableNames,
  createBody,
  describeProblem,
  easeLimits,
  neutralConfiguration,
  parseBodyTables,
  referencePerson,
  shoulderFromAngles,
  type Body,
  type Configuration,
  type Ease,
  type FieldLimit,
  type Person,
} from '../src/index.ts';

const content = (file: string): unknown =>
  parse(readFileSync(new URL(`../../../content/${file}`, import.meta.url), 'utf8'));

/** What the content files hold, as plain data. */
export const rawTables = (): unknown =>
  Object.fromEntries(bodyTableNames.map((name) => [name, content(`body/${name}.yaml`)]));

export const sourceIds: readonly string[] = Object.keys(content('sources.yaml') as object);

const parsed = parseBodyTables(rawTables(), sourceIds);
if (!parsed.ok) throw new Error(parsed.error.map(describeProblem).join('\n'));
export const tables = parsed.value;

const tallMan: Person = { sex: 'male', statureM: 1.92, massKg: 104, legRatio: 1.04, armRatio: 0.97 };

const unevenWoman: Person = {
  sex: 'female',
  statureM: 1.56,
  massKg: 88,
  legRatio: 0.96,
  frameRatio: 1.05,
  fleshAtMiddle: 0.7,
  ease: {
    straightLegLiftDeg: { left: 45, right: 80 },
    seatToHeelsGapM: 0.14,
    armsOverheadGapDeg: 30,
    figureFourRiseDeg: { left: 10, right: 45 },
    toesToWallM: { left: 0.03, right: 0.12 },
  },
  rangesDeg: { 'knee.flexion.right': [0, 110] },
};

/** Three persons that differ in everything. */
export const bodies: readonly Body[] = [referencePerson, tallMan, unevenWoman].map((person) =>
  createBody(person, tables),
);

export const anyBody: fc.Arbitrary<Body> = fc.constantFrom(...bodies);

const bySide = (limit: FieldLimit) => fc.record({ left: within(limit), right: within(limit) });
const within = ({ least, most }: Pick<FieldLimit, 'least' | 'most'>) =>
  // −0 would come back from a file as 0
  fc.double({ min: least, max: most, noNaN: true }).map((value) => value + 0);

/** Any answers to any of the tries. */
export const anyEase: fc.Arbitrary<Ease> = fc.record(
  {
    straightLegLiftDeg: bySide(easeLimits.straightLegLiftDeg),
    seatToHeelsGapM: within(easeLimits.seatToHeelsGapM),
    armsOverheadGapDeg: within(easeLimits.armsOverheadGapDeg),
    figureFourRiseDeg: bySide(easeLimits.figureFourRiseDeg),
    toesToWallM: bySide(easeLimits.toesToWallM),
  },
  { requiredKeys: [] },
);

/** Any person with a plausible body; some of the fields are left out. */
export const anyPerson: fc.Arbitrary<Person> = fc
  .record(
    {
      sex: fc.constantFrom('female' as const, 'male' as const),
      statureM: fc.double({ min: 1.4, max: 2.1, noNaN: true }),
      bodyMassIndex: fc.double({ min: 16, max: 45, noNaN: true }),
      legRatio: within({ least: 0.92, most: 1.08 }),
      armRatio: within({ least: 0.92, most: 1.08 }),
      frameRatio: within({ least: 0.92, most: 1.08 }),
      fleshAtMiddle: within({ least: -1, most: 1 }),
      ease: anyEase,
    },
    { requiredKeys: ['sex', 'statureM', 'bodyMassIndex'] },
  )
  .map(({ bodyMassIndex, ...person }) => ({ ...person, massKg: bodyMassIndex * person.statureM ** 2 }));

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
const coordinate = fc.double({ min: -2, max: 2, noNaN: true });

/** Any configuration within the hinges' ranges, lying and turned anyhow. */
export function anyConfiguration(body: Body): fc.Arbitrary<Configuration> {
  return fc
    .tuple(
      fc.tuple(coordinate, coordinate, coordinate),
      fc.tuple(angle, angle, angle),
      fc.array(unit, { minLength: body.joints.length, maxLength: body.joints.length }),
      fc.tuple(unit, angle, angle, unit, angle, angle),
    )
    .map(([place, turn, shares, shoulders]) => {
      const q = neutralConfiguration(body);
      q.set(place, 0);
      q.set(quatExp(turn), 3);
      for (const [i, joint] of body.joints.entries()) {
        if (joint.kind === 'hinge') {
          q[joint.qIndex] = joint.range.minRad + shares[i]! * (joint.range.maxRad - joint.range.minRad);
        } else if (joint.kind === 'ball') {
          const at = joint.side === 'left' ? 0 : 3;
          const elevationRad = (shoulders[at] as number) * Math.PI;
          const [planeRad, externalRotationRad] = [shoulders[at + 1]!, shoulders[at + 2]!];
          q.set(shoulderFromAngles(joint.side, { elevationRad, planeRad, externalRotationRad }), joint.qIndex);
        }
      }
      return q;
    });
}

export const anyBodyAndConfiguration: fc.Arbitrary<{ body: Body; q: Configuration }> = anyBody.chain((body) =>
  anyConfiguration(body).map((q) => ({ body, q })),
);

export const anyLocalPoint: fc.Arbitrary<Vec3> = fc
  .tuple(coordinate, coordinate, coordinate)
  .map(([x, y, z]) => [x / 5, y / 5, z / 5]);

/** The largest difference between two lists of numbers. */
export function gap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`lengths differ: ${a.length} and ${b.length}`);
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]! - b[i]!));
  return largest;
}
