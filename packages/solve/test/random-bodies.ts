import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  bodyTableNames,
  createBody,
  integrate,
  neutralConfiguration,
  parseBodyTables,
  referencePerson,
  type Body,
  type Configuration,
  type Person,
} from '@sacra/body';
import { readYaml } from '@sacra/pose';

const content = (file: string): unknown =>
  readYaml(readFileSync(new URL(`../../../content/${file}`, import.meta.url), 'utf8'), file).data;

const tables = parseBodyTables(
  Object.fromEntries(bodyTableNames.map((name) => [name, content(`body/${name}.yaml`)])),
  Object.keys(content('sources.yaml') as object),
);
if (!tables.ok) throw new Error(JSON.stringify(tables.error));

/** The body of a person; with nothing said, of the reference person. */
export const bodyOf = (change: Partial<Person> = {}): Body =>
  createBody({ ...referencePerson, ...change }, tables.value);

export const referenceBody = bodyOf();
const tallMan = createBody({ sex: 'male', statureM: 1.92, massKg: 104, legRatio: 1.04, armRatio: 0.97 }, tables.value);

/** Two bodies that differ in everything. */
export const bodies: readonly Body[] = [referenceBody, tallMan];
/** Which of them; the bodies themselves would fill a page when a property fails. */
export const anyBody: fc.Arbitrary<0 | 1> = fc.constantFrom(0, 1);
export const bodyAt = (which: 0 | 1): Body => bodies[which]!;

/** What a random configuration is grown from: evenly spread, where fast-check's own numbers crowd at nought and the ends. */
export const anySeed: fc.Arbitrary<number> = fc.integer({ min: 1, max: 0x7fffffff });

/** `count` numbers in −1…1 from a seed (mulberry32). */
export function sharesFrom(seed: number, count: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 31 - 1;
  });
}

/**
 * A configuration: hinges anywhere within their ranges stretched by `stretch`, shoulders turned anyhow, the pelvis within 0.4 m of half
 * a metre over the mat and turned anyhow.
 */
export function configurationFrom(body: Body, seed: number, stretch = 1): Configuration {
  const q = neutralConfiguration(body);
  const shares = sharesFrom(seed, body.velocitySize);
  const step = Float64Array.from(shares);
  for (const joint of body.joints) {
    const at = joint.vIndex;
    if (joint.kind === 'hinge') {
      const { minRad, maxRad } = joint.range;
      step[at] = (minRad + maxRad) / 2 + (stretch * shares[at]! * (maxRad - minRad)) / 2;
    } else if (joint.kind === 'ball') {
      for (let k = 0; k < 3; k++) step[at + k] = 1.6 * shares[at + k]!;
    } else {
      for (let k = 0; k < 3; k++) step[at + k] = 0.4 * shares[at + k]!;
      for (let k = 3; k < 6; k++) step[at + k] = 1.8 * shares[at + k]!;
      step[at + 2] = step[at + 2]! + 0.5 - q[2]!;
    }
  }
  return integrate(body, q, step, new Float64Array(body.configurationSize));
}

/** The largest difference between two lists of numbers. */
export function gap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`lengths differ: ${a.length} and ${b.length}`);
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]! - b[i]!));
  return largest;
}
