import { createBody, referencePerson, type Person } from '@sacra/body';
import { bindState, poseFigure, reshapeFigure } from '@sacra/figure';
import { catalogueSolver, fitOf } from '@sacra/solve';
import { describe, expect, test } from 'vitest';
import { readReferenceModel } from '../src/model.ts';
import { contentOrThrow } from '../src/robustness/share.ts';
import { skinDepths } from './skin-depth.ts';

const { catalogue, bodyTables } = contentOrThrow();

/** Skin a little under other skin looks pressed against it; deeper it looks swallowed. */
const PRESSED_M = 0.015;
const MOST_SWALLOWED = 0.1;

const people: readonly (readonly [string, Person])[] = [
  ['small and slight', { sex: 'female', statureM: 1.48, massKg: 41 }],
  ['the reference', referencePerson],
  ['small and heavy', { sex: 'female', statureM: 1.58, massKg: 95, fleshAtMiddle: 0.4 }],
];

describe('drawn flesh makes way', () => {
  const model = readReferenceModel(bodyTables);
  const usual = catalogueSolver(model.body, catalogue);

  test.each(people)(
    'in no pose does a tenth of forearms, hands and feet lie deeper than 15 mm in trunk or thighs: %s',
    (_, person) => {
      const body = createBody(person, bodyTables);
      const mesh = reshapeFigure(model.mesh, model.body, body);
      const bind = bindState(body);
      const solver = catalogueSolver(body, catalogue, usual);
      const swallowed: string[] = [];
      for (const key of catalogue.keyframes.keys()) {
        if (fitOf(solver, key).shown !== key) continue;
        const depths = skinDepths(body, poseFigure(body, mesh, bind, solver.keyframe(key).q));
        const share = depths.filter((depthM) => depthM > PRESSED_M).length / depths.length;
        if (share > MOST_SWALLOWED) swallowed.push(`${key}: ${(100 * share).toFixed(1)} %`);
      }
      expect(swallowed).toEqual([]);
    },
  );
});
