import { createState, forwardKinematics, mirrorName, referencePerson, type Person } from '@sacra/body';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bindConfiguration } from '../src/bind.ts';
import { dressFigure } from '../src/dress.ts';
import { BODY_DENSITY_KG_PER_L, bindState, buildFigure } from '../src/figure.ts';
import { enclosedVolume, type FigureMesh, type FigureShape } from '../src/mesh.ts';
import { usualOutfit } from '../src/outfit.ts';
import { reshapeFigure } from '../src/reshape.ts';
import { DUAL_QUATERNION_SIZE, segmentDualQuaternions, skinVertices } from '../src/skinning.ts';
import { bodyOf, referenceBody } from './reference-body.ts';
import { referenceSkin } from './reference-figure.ts';
import { areSame } from './same-values.ts';

const mesh = dressFigure(referenceBody, referenceSkin, undefined, usualOutfit);

const people: Readonly<Record<string, Person>> = {
  'a small light woman': { sex: 'female', statureM: 1.48, massKg: 41 },
  'a short heavy woman': { sex: 'female', statureM: 1.6, massKg: 95 },
  'a man': { sex: 'male', statureM: 1.75, massKg: 70 },
  'a very tall man': { sex: 'male', statureM: 1.98, massKg: 80 },
  'short legs and arms': { sex: 'female', statureM: 1.7, massKg: 65, legRatio: 0.94, armRatio: 0.94 },
};
const everyone = Object.entries(people);

/** Any plausible person. */
const anyPerson: fc.Arbitrary<Person> = fc
  .record({
    sex: fc.constantFrom('female' as const, 'male' as const),
    statureM: fc.double({ min: 1.45, max: 2, noNaN: true }),
    bodyMassIndex: fc.double({ min: 17, max: 40, noNaN: true }),
    legRatio: fc.double({ min: 0.94, max: 1.06, noNaN: true }),
    armRatio: fc.double({ min: 0.94, max: 1.06, noNaN: true }),
  })
  .map(({ bodyMassIndex, ...person }) => ({ ...person, massKg: bodyMassIndex * person.statureM ** 2 }));

const volumeL = ({ positions, indices }: FigureShape): number => 1000 * enclosedVolume(positions, indices);

describe('a figure reshaped to another body', () => {
  test('is the same figure, to the last bit, for the same body', () => {
    const same = reshapeFigure(mesh, referenceBody, bodyOf({ ...referencePerson }));
    expect(areSame(same.positions, mesh.positions)).toBe(true);
    let most = 0;
    same.normals.forEach((value, i) => (most = Math.max(most, Math.abs(value - mesh.normals[i]!))));
    expect(most).toBeLessThan(1e-6);
  });

  test.each(everyone)('stays the mirror image of itself, to the last bit: %s', (_, person) => {
    const { positions, normals, boneIndices } = reshapeFigure(mesh, referenceBody, bodyOf(person));
    const places = new Map<string, number>();
    const at = (v: number, ySign: 1 | -1): string =>
      [mesh.positions[3 * v]!, ySign * mesh.positions[3 * v + 1]! + 0, mesh.positions[3 * v + 2]!].join();
    for (let v = 0; v < positions.length / 3; v++) places.set(at(v, 1), v);
    let [twins, apart] = [0, 0];
    for (let v = 0; v < positions.length / 3; v++) {
      const twin = places.get(at(v, -1));
      if (twin === undefined) continue;
      twins++;
      for (const values of [positions, normals]) {
        const isMirrored = [1, -1, 1].every((sign, k) => values[3 * twin + k] === sign * values[3 * v + k]!);
        if (!isMirrored) apart++;
      }
      const name = (index: number): string => referenceBody.segments[boneIndices[4 * index]!]!.name;
      if (twin !== v && name(twin) !== mirrorName(name(v))) apart++;
    }
    expect(apart).toBe(0);
    expect(twins).toBeGreaterThan(0.99 * (positions.length / 3));
  });

  test('weighs what the person weighs, for people of every build', () => {
    fc.assert(
      fc.property(anyPerson, (person) => {
        const reshaped = reshapeFigure(mesh, referenceBody, bodyOf(person));
        const wanted = (volumeL(mesh) * person.massKg) / referencePerson.massKg;
        expect(Math.abs(volumeL(reshaped) / wanted - 1)).toBeLessThan(0.02);
      }),
      { numRuns: 12 },
    );
  });

  test('is whole: numbers everywhere, unit normals that point out of the skin', () => {
    fc.assert(
      fc.property(anyPerson, (person) => {
        const { positions, normals, indices } = reshapeFigure(mesh, referenceBody, bodyOf(person));
        expect(positions.every(Number.isFinite)).toBe(true);
        let against = 0;
        for (let o = 0; o < normals.length; o += 3) {
          const [x, y, z] = [normals[o]!, normals[o + 1]!, normals[o + 2]!];
          if (Math.abs(Math.hypot(x, y, z) - 1) > 1e-5) throw new Error('a normal is not of unit length');
        }
        for (let t = 0; t < indices.length; t += 3) {
          const [a, b, c] = [3 * indices[t]!, 3 * indices[t + 1]!, 3 * indices[t + 2]!];
          const edge = (to: number): number[] => [0, 1, 2].map((k) => positions[to + k]! - positions[a + k]!);
          const [u, v] = [edge(b), edge(c)] as [number[], number[]];
          const out = [0, 1, 2].map((k) => u[(k + 1) % 3]! * v[(k + 2) % 3]! - u[(k + 2) % 3]! * v[(k + 1) % 3]!);
          const facing = [a, b, c].some((o) => out.reduce((sum, n, k) => sum + n * normals[o + k]!, 0) > 0);
          if (!facing) against++;
        }
        expect(against / (indices.length / 3)).toBeLessThan(0.002);
      }),
      { numRuns: 4 },
    );
  });

  test.each(everyone)('lies close to the figure that is modelled for that body: %s', (_, person) => {
    const body = bodyOf(person);
    const reshaped = reshapeFigure(mesh, referenceBody, body);
    const modelled = buildFigure(body, 0.016);
    const massKg = volumeL(modelled) * BODY_DENSITY_KG_PER_L;
    expect(Math.abs(massKg / person.massKg - 1), 'what is modelled weighs what the person weighs').toBeLessThan(0.03);
    const distances = Array.from({ length: 400 }, (_unused, i) => {
      const v = 3 * Math.floor((i * (reshaped.positions.length / 3)) / 400);
      return nearestM(modelled, reshaped.positions.subarray(v, v + 3));
    }).sort((a, b) => a - b);
    expect(distances[200]).toBeLessThan(0.01);
    expect(distances[380]).toBeLessThan(0.03);
  });

  test.each(everyone)('stands on its soles, as tall as the person: %s', (_, person) => {
    const body = bodyOf(person);
    const reshaped = reshapeFigure(mesh, referenceBody, body);
    const standing = standingHeights(reshaped, person);
    const reference = standingHeights(mesh, referencePerson);
    expect(Math.abs(standing.low)).toBeLessThan(0.012);
    const tallness = (of: { low: number; high: number }): number => of.high - of.low;
    const wanted = (tallness(reference) * person.statureM) / referencePerson.statureM;
    expect(tallness(standing)).toBeCloseTo(wanted, 2);
  });
});

function nearestM({ positions }: FigureShape, point: Float32Array): number {
  let least = Infinity;
  for (let o = 0; o < positions.length; o += 3)
    least = Math.min(
      least,
      Math.hypot(positions[o]! - point[0]!, positions[o + 1]! - point[1]!, positions[o + 2]! - point[2]!),
    );
  return least;
}

/** Lowest and highest point of the figure when the body stands at rest, metres. */
function standingHeights(figure: FigureMesh, person: Person): { low: number; high: number } {
  const body = bodyOf(person);
  const bind = bindState(body);
  const state = createState(body);
  const q = bindConfiguration(body);
  for (const joint of body.joints) if (joint.kind === 'hinge') q[joint.qIndex] = 0;
  forwardKinematics(body, q, state);
  const motion = new Float32Array(DUAL_QUATERNION_SIZE * body.segments.length);
  segmentDualQuaternions(body, bind, state, motion);
  const [positions, normals] = [new Float32Array(figure.positions.length), new Float32Array(figure.normals.length)];
  skinVertices(figure, motion, positions, normals);
  let [low, high] = [Infinity, -Infinity];
  for (let o = 2; o < positions.length; o += 3) {
    low = Math.min(low, positions[o]!);
    high = Math.max(high, positions[o]!);
  }
  return { low, high };
}
