import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  createBody,
  createState,
  easeBySide,
  expandPaired,
  forwardKinematics,
  landmarkByName,
  pointToWorld,
  referencePerson,
  type Ease,
  type Person,
} from '@sacra/body';
import { describeError, readYaml, resolveShape, sayingOf, tryShape, type Try, type YamlFile } from '@sacra/pose';
import { solveKeyframe, type SolvedKeyframe } from '@sacra/solve';
import { readBodyTables } from '../src/content/read-body.ts';
import { referenceVocabulary } from '../src/content/read-content.ts';
import { readTries } from '../src/content/read-tries.ts';

const contentDir = fileURLToPath(new URL('../../content/', import.meta.url));
const tables = readBodyTables(contentDir);
if (!tables.ok) throw new Error(tables.errors.map(describeError).join('\n'));
const bodyTables = tables.value;
const sourceIds = Object.keys(
  readYaml(readFileSync(`${contentDir}sources.yaml`, 'utf8'), 'sources.yaml').data as object,
);
const names = { vocabulary: referenceVocabulary(tables.value), sources: new Set(sourceIds) };

const texts = new Map(
  readdirSync(`${contentDir}tries`).map((name) => [name, readFileSync(`${contentDir}tries/${name}`, 'utf8')]),
);
const filesWith = (change: (text: string, name: string) => string): YamlFile[] =>
  [...texts].map(([name, text]) => readYaml(change(text, name), `content/tries/${name}`));

function messagesAfter(name: string, from: string, to: string): string[] {
  const files = filesWith((text, file) => {
    if (file !== name) return text;
    expect(text).toContain(from);
    return text.replace(from, to);
  });
  const read = readTries(files, names);
  return read.ok ? [] : read.errors.map(describeError);
}

const whole = readTries(
  filesWith((text) => text),
  names,
);
if (!whole.ok) throw new Error(whole.errors.map(describeError).join('\n'));
const tries = whole.value;

test('there is a try for every answer, in the order of their places', () => {
  expect(tries.map(({ answers }) => answers).toSorted()).toEqual(Object.keys(easeBySide).toSorted());
  expect(tries.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5]);
});

test('every value of a slider has its words, and each word is met', () => {
  for (const { slider } of tries) {
    const met = new Set<string>();
    for (let value = slider.least; value <= slider.most + 1e-9; value += slider.step) met.add(sayingOf(slider, value));
    expect([...met]).toEqual(slider.says.map(({ text }) => text));
  }
});

describe('a mistake in a try is told with its line', () => {
  test.each([
    [
      'a slider past what a person may answer',
      'heel-down-lunge.yaml',
      'least: 0',
      'least: -0.1',
      /heel-down-lunge.yaml:\d+:\d+: toesToWallM lies between 0 and 0.22; -0.1 is outside/,
    ],
    ['an unknown patch', 'seat-to-heels.yaml', 'patch: foot-top', 'patch: foot-tops', /foot-tops/],
    ['an unknown joint', 'straight-leg-lift.yaml', 'knee.flexion.left: 2', 'kne.flexion.left: 2', /kne\.flexion\.left/],
    [
      'an angle past the joint',
      'straight-leg-lift.yaml',
      'knee.flexion.left: 2',
      'knee.flexion.left: 200',
      /200° is outside the range/,
    ],
    [
      'a surface that isn’t there',
      'arms-overhead.yaml',
      'patch: buttock, on: wall',
      'patch: buttock, on: fence',
      /fence/,
    ],
    [
      'a side where there is none',
      'arms-overhead.yaml',
      'Lift both arms',
      'Lift your {side} arm',
      /\{side\} stands for nothing here/,
    ],
    [
      'an answer given twice',
      'arms-overhead.yaml',
      'answers: armsOverheadGapDeg',
      'answers: seatToHeelsGapM',
      /has answers seatToHeelsGapM too/,
    ],
    ['an id that isn’t the file’s', 'arms-overhead.yaml', 'id: arms-overhead', 'id: arms-up', /arms-up/],
    [
      'a shape without a start',
      'arms-overhead.yaml',
      'start: { heightM: 0.9, headwards: up, front: forward }',
      'balance: { over: [sole], marginM: 0 }',
      /needs `start`/,
    ],
  ])('%s', (_, name, from, to, message) => {
    expect(messagesAfter(name, from, to).join('\n')).toMatch(message);
  });
});

const bodies: readonly Person[] = [
  referencePerson,
  { sex: 'male', statureM: 1.92, massKg: 96, legRatio: 1.03 },
  { sex: 'female', statureM: 1.55, massKg: 75, fleshAtMiddle: 0.6 },
];

/** What one would see on the solved body, in the unit of the answer. */
const seen: Readonly<Record<Try['answers'], (place: Place, lengthScale: number) => number>> = {
  straightLegLiftDeg: (at) => degrees(at('hip-centre.right'), at('ankle-centre.right'), (x, z) => Math.atan2(z, -x)),
  // the seat over where it rests when it is on the heels
  seatToHeelsGapM: (at) => at('sit-bone.right')[2],
  armsOverheadGapDeg: (at) =>
    degrees(at('shoulder-centre.right'), at('wrist-centre.right'), (x, z) => Math.atan2(x, z)),
  figureFourRiseDeg: (at) => {
    const [knee, ankle] = [at('knee-centre.right'), at('ankle-centre.right')];
    const lengthM = Math.hypot(knee[0] - ankle[0], knee[1] - ankle[1], knee[2] - ankle[2]);
    return (Math.asin((knee[2] - ankle[2]) / lengthM) * 180) / Math.PI;
  },
  toesToWallM: (at, lengthScale) => 0.42 * lengthScale - at('toe-tip.right')[0],
};
type Place = (landmark: string) => readonly [number, number, number];

function degrees(from: readonly number[], to: readonly number[], angle: (x: number, z: number) => number): number {
  return (angle(to[0]! - from[0]!, to[2]! - from[2]!) * 180) / Math.PI;
}

function tried(one: Try, person: Person, value: number): { keyframe: SolvedKeyframe; seen: number } {
  const ease: Ease = { [one.answers]: one.bySide ? { left: value, right: value } : value };
  const body = createBody({ ...person, ease }, bodyTables);
  const shape = resolveShape(tryShape(one, value), () => undefined, {
    isPaired: (name) => expandPaired(name).length === 2,
  });
  const keyframe = solveKeyframe(body, one.id, shape, (key) => {
    throw new Error(`a try stands by itself, not on ${key}`);
  });
  const state = createState(body);
  forwardKinematics(body, keyframe.q, state);
  const at: Place = (name) => {
    const { segment, positionM } = landmarkByName(body, name);
    return pointToWorld(state, segment, positionM);
  };
  return { keyframe, seen: seen[one.answers](at, person.statureM / 1.7) };
}

describe('a body that was given an answer shows it when it does the try', () => {
  test.each(tries.map((one) => ({ id: one.id, one })))('$id', ({ one }) => {
    const { least, most } = one.slider;
    const isLength = one.answers.endsWith('M');
    for (const person of bodies) {
      // where the seat rests with no gap
      const onHeelsM = one.answers === 'seatToHeelsGapM' ? tried(one, person, 0).seen : 0;
      for (const share of [0.2, 0.5, 0.8]) {
        const value = least + share * (most - least);
        const { keyframe, seen: found } = tried(one, person, value);
        expect(Math.abs(found - onHeelsM - value), `${person.statureM} m, ${value}`).toBeLessThan(
          isLength ? 0.025 : 10,
        );
        expect(keyframe.residualMm).toBeLessThan(10);
      }
    }
  });
});
