import { createBody, referencePerson, type Person } from '@sacra/body';
import { bindState, enclosedVolume, poseFigure, reshapeFigure, type PosedFigure } from '@sacra/figure';
import { catalogueSolver, fitOf } from '@sacra/solve';
import { describe, expect, test } from 'vitest';
import { readReferenceModel } from '../src/model.ts';
import { contentOrThrow } from '../src/robustness/share.ts';
import { skinDepths } from './skin-depth.ts';
import { skinOverlaps } from './skin-overlaps.ts';

const { catalogue, bodyTables } = contentOrThrow();

/** Skin a little under other skin looks pressed against it; deeper it looks swallowed. */
const PRESSED_M = 0.015;
const MOST_SWALLOWED = 0.1;

/**
 * How much of a body may lie in two of its parts at once, millilitres a litre. Flesh that is pressed flat in a fold isn't drawn flat: there
 * belly, thighs and calves run into one another, out of sight, and so does a heavy flank with the arm that lies in it. Nothing else does by
 * more than can be taken for a dent: `elsewhere`.
 */
interface MostShared {
  readonly inFolds: Readonly<Record<string, number>>;
  readonly elsewhere: number;
  readonly inAll: number;
}

const people: readonly (readonly [string, Person, MostShared])[] = [
  [
    'small and slight',
    { sex: 'female', statureM: 1.48, massKg: 41 },
    {
      inFolds: { 'thigh in trunk': 26, 'calf in thigh': 25, 'thigh in thigh': 6, 'trunk in upper arm': 6 },
      elsewhere: 3,
      inAll: 50,
    },
  ],
  [
    'the reference',
    referencePerson,
    {
      inFolds: { 'thigh in trunk': 23, 'calf in thigh': 26, 'thigh in thigh': 8, 'trunk in upper arm': 4 },
      elsewhere: 2.5,
      inAll: 50,
    },
  ],
  [
    'small and heavy',
    { sex: 'female', statureM: 1.58, massKg: 95, fleshAtMiddle: 0.4 },
    {
      inFolds: {
        ...{ 'thigh in trunk': 56, 'calf in thigh': 31, 'thigh in thigh': 12 },
        ...{ 'trunk in upper arm': 14, 'thigh in upper arm': 10, 'forearm in trunk': 9 },
      },
      elsewhere: 7,
      inAll: 92,
    },
  ],
];

/** Lines upright through a figure find its volume again to this share. */
const VOLUME_OFF = 0.01;

describe.each(people)('drawn flesh makes way: %s', (_, person, most) => {
  const model = readReferenceModel(bodyTables);
  const body = createBody(person, bodyTables);
  const mesh = reshapeFigure(model.mesh, model.body, body);
  const solver = catalogueSolver(body, catalogue, catalogueSolver(model.body, catalogue));
  /** Every keyframe that fits the body, one after the other. */
  function* poses(): Generator<readonly [key: string, posed: PosedFigure]> {
    for (const key of catalogue.keyframes.keys())
      if (fitOf(solver, key).shown === key)
        yield [key, poseFigure(body, mesh, bindState(body), solver.keyframe(key).q)];
  }

  test('in no pose does a tenth of forearms, hands and feet lie deeper than 15 mm in trunk or thighs', () => {
    const swallowed: string[] = [];
    for (const [key, posed] of poses()) {
      const depths = skinDepths(body, posed);
      const share = depths.filter((depthM) => depthM > PRESSED_M).length / depths.length;
      if (share > MOST_SWALLOWED) swallowed.push(`${key}: ${(100 * share).toFixed(1)} %`);
    }
    expect(swallowed).toEqual([]);
  });

  test('in no pose do two parts, whichever they are, share more than folds of flesh do', () => {
    const tooMuch: string[] = [];
    for (const [key, posed] of poses()) {
      const { enclosedM3, sharedM3 } = skinOverlaps(body, posed);
      const millilitresALitre = (volumeM3: number): number => (1000 * volumeM3) / enclosedM3;
      for (const [pair, volumeM3] of sharedM3) {
        const shared = millilitresALitre(volumeM3);
        if (shared > (most.inFolds[pair] ?? most.elsewhere)) tooMuch.push(`${key}: ${pair} ${shared.toFixed(1)}`);
      }
      const all = [...sharedM3.values()].reduce((sum, volumeM3) => sum + volumeM3, 0);
      if (millilitresALitre(all) > most.inAll) tooMuch.push(`${key}: ${millilitresALitre(all).toFixed(1)} in all`);
      // what is counted once, and again where two share it, is what the skin encloses
      const byTriangles = enclosedVolume(posed.positions, posed.mesh.indices.subarray(0, posed.mesh.skinIndexCount));
      expect(Math.abs((enclosedM3 + all) / byTriangles - 1), key).toBeLessThan(VOLUME_OFF);
    }
    expect(tooMuch).toEqual([]);
  });
});
