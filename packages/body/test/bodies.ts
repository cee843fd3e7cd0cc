import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { quatExp, type Vec3 } from '@sacra/geometry';
import {
  createBody,
  describeProblem,
  neutralConfiguration,
  parseBodyTables,
  referencePerson,
  shoulderFromAngles,
  type Body,
  type Configuration,
  type Person,
} from '../src/index.ts';

const content = (file: string): unknown =>
  parse(readFileSync(new URL(`../../../content/${file}`, import.meta.url), 'utf8'));

/** What the content files hold, as plain data. */
export const rawTables = (): unknown => ({
  proportions: content('body/proportions.yaml'),
  masses: content('body/masses.yaml'),
  ranges: content('body/ranges.yaml'),
});

export const sourceIds: readonly string[] = Object.keys(content('sources.yaml') as object);

const parsed = parseBodyTables(rawTables(), sourceIds);
if (!parsed.ok) throw new Error(parsed.error.map(describeProblem).join('\n'));
export const tables = parsed.value;

const tallMan: Person = { sex: 'male', statureM: 1.92, massKg: 104, legRatio: 1.04, armRatio: 0.97 };

/** Two persons that differ in everything. */
export const bodies: readonly Body[] = [createBody(referencePerson, tables), createBody(tallMan, tables)];

export const anyBody: fc.Arbitrary<Body> = fc.constantFrom(...bodies);

export const anyPerson: fc.Arbitrary<Person> = fc.record({
  sex: fc.constantFrom('female' as const, 'male' as const),
  statureM: fc.double({ min: 1.4, max: 2.1, noNaN: true }),
  massKg: fc.double({ min: 40, max: 160, noNaN: true }),
  legRatio: fc.double({ min: 0.9, max: 1.1, noNaN: true }),
  armRatio: fc.double({ min: 0.9, max: 1.1, noNaN: true }),
});

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
