import { describe, expect, it } from 'vitest';
import {
  hingeByName,
  landmarkByName,
  mirrorConfiguration,
  patchByName,
  pointToWorld,
  type Body,
  type Configuration,
} from '@sacra/body';
import { distance, mirror } from '@sacra/geometry';
import { mirrorShape, type Shape } from '@sacra/pose';
import { mirrorKeyframe, solveKeyframe, type SolvedKeyframe } from '../src/index.ts';
import { attempts, type Attempt } from '../src/attempts.ts';
import { strain } from '../src/measure.ts';
import { problemOf } from '../src/problem.ts';
import { Solver } from '../src/solver.ts';
import { SolveState } from '../src/state.ts';
import { bodies, referenceBody as body } from './random-bodies.ts';
import { noAnchors, shapeFrom, shapes } from './shapes.ts';

const solve = (
  shape: Shape,
  on: Body = body,
  anchors: Parameters<typeof solveKeyframe>[3] = noAnchors,
): SolvedKeyframe => solveKeyframe(on, 'tried', shape, anchors);

const placeOf = (keyframe: SolvedKeyframe, landmark: string, on: Body = body) => {
  const { segment, positionM } = landmarkByName(on, landmark);
  return pointToWorld(new SolveState(on, keyframe.q).kinematics, segment, positionM);
};

describe('a solved shape', () => {
  const cases = Object.entries(shapes).flatMap(([name, shape]) =>
    bodies.map((on) => ({ name, shape, on, statureM: on.person.statureM })),
  );
  it.each(cases)(
    '$name has its contacts within 2 mm on a body of $statureM m, and says how far they are off',
    ({ shape, on }) => {
      const keyframe = solve(shape, on);
      const offMm = shape.contacts.flatMap(({ patch }) =>
        patchByName(on, patch).landmarks.map((name) => Math.abs(placeOf(keyframe, name, on)[2]) * 1000),
      );
      expect(Math.max(...offMm)).toBeLessThan(2);
      expect(keyframe.residualMm).toBeCloseTo(Math.max(...offMm), 9);
    },
  );

  it('has the lengths of its shape told on 1.70 m, and grown with the body', () => {
    const wide = shapeFrom({
      symmetric: true,
      start: { heightM: 0.9, headwards: 'up', front: 'forward' },
      contacts: [{ patch: 'sole' }],
      places: [{ point: 'ankle-centre', xM: 0.1, yM: 0.2, hold: 'firm' }],
      givesWay: ['hips', 'knees', 'ankles', 'spine', 'stance'],
    });
    for (const on of bodies) {
      const [x, y] = placeOf(solve(wide, on), 'ankle-centre.left', on);
      const scale = on.person.statureM / 1.7;
      expect(Math.abs(x - 0.1 * scale)).toBeLessThan(0.004);
      expect(Math.abs(y - 0.2 * scale)).toBeLessThan(0.004);
    }
  });

  it('stands where the keyframe that it is anchored to has its patches', () => {
    const first = solve(shapes.handsAndKnees);
    const shape: Shape = {
      ...shapes.armOut,
      anchors: [{ of: 'first', patches: ['knee.left', 'palm.left'] }],
      places: [],
    };
    const keyframe = solve(shape, body, (of, patch) => {
      expect(of).toBe('first');
      return first.contacts.find((contact) => contact.patch === patch)!.pointsM;
    });
    for (const patch of ['knee.left', 'palm.left']) {
      for (const name of patchByName(body, patch).landmarks) {
        expect(distance(placeOf(keyframe, name), placeOf(first, name)), name).toBeLessThan(0.002);
      }
    }
  });

  it('says what yielded, and by how much, when its wishes can’t all be had', () => {
    const straining: Shape = {
      ...shapes.standing,
      angles: { 'knee.flexion.left': 40, 'knee.flexion.right': 40, 'hip.flexion.left': 0, 'hip.flexion.right': 0 },
    };
    expect(solve(shapes.standing).yielded).toEqual([]);
    const { measure } = solve({ ...straining, places: [{ point: 'sacrum', zM: 0.95, hold: 'firm' }] });
    const knees = measure.yielded.find(({ group }) => group === 'knees');
    expect(knees?.unit).toBe('deg');
    expect(knees?.by).toBeGreaterThan(12);
  });

  it('found again from a warm start is the same, to 3 mm, in fewer steps', () => {
    const cold = solve(shapes.handsAndKnees);
    const warm = solveKeyframe(body, 'tried', shapes.handsAndKnees, noAnchors, { warm: cold.q });
    for (const { name } of body.landmarks.values()) {
      expect(distance(placeOf(cold, name), placeOf(warm, name)), name).toBeLessThan(0.003);
    }
    expect(warm.iterations).toBeLessThan(cold.iterations);
  });
});

describe('a search that leads astray', () => {
  // On its head under the mat: from there the first search gets stuck.
  const astray: Shape = {
    ...shapes.handsAndKnees,
    start: { heightM: 0.05, headwards: 'backward', front: 'up' },
  };
  const first = (shape: Shape): Configuration => {
    const problem = problemOf(body, shape, noAnchors);
    const state = new SolveState(body, problem.start);
    const solver = new Solver(state, problem.movement);
    const [{ stages }] = attempts(problem.start, {}) as [Attempt];
    let q = problem.start;
    for (const stage of stages) {
      state.softness = stage.softness;
      solver.minimise(problem.rows, q, stage);
      q = state.q;
    }
    return q;
  };

  it('is begun again from elsewhere, and the best end counts', () => {
    const usual = solve(shapes.handsAndKnees);
    const alone = solve(astray);
    const helped = solveKeyframe(body, 'tried', astray, noAnchors, { elsewhere: usual.q });
    expect(strain(alone.measure)).toBeGreaterThan(1);
    expect(strain(helped.measure)).toBeLessThan(1);
    for (const { name } of body.landmarks.values()) {
      expect(distance(placeOf(helped, name), placeOf(usual, name)), name).toBeLessThan(0.005);
    }
  });

  it('that leads where it should is not begun again: elsewhere changes nothing', () => {
    const usual = solve(shapes.handsAndKnees);
    expect(usual.q).toEqual(first(shapes.handsAndKnees));
    const elsewhere = solve(shapes.standing).q;
    expect(solveKeyframe(body, 'tried', shapes.handsAndKnees, noAnchors, { elsewhere }).q).toEqual(usual.q);
  });
});

describe('what can’t be solved is refused', () => {
  it('a start with a number missing or none', () => {
    const { q } = solve(shapes.standing);
    const from = (warm: Configuration) => () => solveKeyframe(body, 'tried', shapes.standing, noAnchors, { warm });
    expect(from(q.subarray(1))).toThrow(new RegExp(`${q.length - 1} numbers.*${q.length}`));
    expect(from(q.map((value, i) => (i === 9 ? NaN : value)))).toThrow(/NaN at 9/);
  });

  it('a wish that is no number', () => {
    expect(() => solve({ ...shapes.standing, places: [{ point: 'sacrum', xM: NaN }] })).toThrow(/finite/);
    expect(() => solve({ ...shapes.standing, angles: { 'knee.flexion.left': NaN } })).toThrow(/finite/);
  });
});

describe('what stands earlier in the order of giving way gives way further', () => {
  const kneesAgainstHips = (givesWay: readonly string[]) => {
    // Standing on both feet with the pelvis lower than straight legs allow: knees, hips and ankles have to share it.
    const { q } = solve({
      ...shapes.standing,
      angles: Object.fromEntries(
        ['knee.flexion', 'hip.flexion'].flatMap((name) => [
          [`${name}.left`, 0],
          [`${name}.right`, 0],
        ]),
      ),
      places: [{ point: 'sacrum', zM: 0.8, hold: 'firm', group: 'last' }],
      givesWay: [...givesWay, 'last'],
    });
    const at = (name: string): number => Math.abs(q[hingeByName(body, name).qIndex]!);
    return { knee: at('knee.flexion.left'), hip: at('hip.flexion.left') };
  };

  it('knees before hips bends the knees more than hips before knees, and the other way round', () => {
    const kneesFirst = kneesAgainstHips(['knees', 'ankles', 'spine', 'hips']);
    const hipsFirst = kneesAgainstHips(['hips', 'ankles', 'spine', 'knees']);
    expect(hipsFirst.hip).toBeGreaterThan(kneesFirst.hip + 0.05);
    expect(kneesFirst.knee / kneesFirst.hip).toBeGreaterThan(1.5 * (hipsFirst.knee / hipsFirst.hip));
  });

  it('two wishes about one place meet nearer to the one that gives way later', () => {
    const between = (givesWay: readonly string[]): number => {
      const shape = { ...shapes.standing, contacts: [], balance: undefined, givesWay };
      const { balance: _, ...unbalanced } = shape;
      const keyframe = solve({
        ...unbalanced,
        places: [
          { point: 'sacrum', xM: 0, yM: 0, zM: 1.2, group: 'here' },
          { point: 'sacrum', xM: 0.3, group: 'there' },
        ],
      });
      return placeOf(keyframe, 'sacrum')[0];
    };
    expect(between(['here', 'there'])).toBeGreaterThan(0.29);
    expect(between(['there', 'here'])).toBeLessThan(0.01);
  });
});

describe('a mirrored shape', () => {
  it('gives the mirrored keyframe', () => {
    const right = solve(shapes.armOut);
    const left = solve(mirrorShape(shapes.armOut));
    const mirrored = mirrorKeyframe(body, right);
    expect(mirrored.q).toEqual(mirrorConfiguration(body, right.q));
    for (const { name } of body.landmarks.values()) {
      expect(distance(placeOf(left, name), placeOf(mirrored, name)), name).toBeLessThan(0.002);
    }
    const [x, y, z] = mirror(placeOf(right, 'palm-centre.right'));
    expect(distance(placeOf(left, 'palm-centre.left'), [x, y, z])).toBeLessThan(0.002);
  });
});

describe('content’s faults are told in words', () => {
  it('an unknown surface names those there are; a wall without a place says so', () => {
    const on = (surface: string): Shape => ({
      ...shapes.standing,
      contacts: [{ patch: 'sole.left', on: surface }],
      props: [{ name: 'wall', kind: 'wall', sizeM: [0.1, 2, 2], at: { under: ['heel.left'] } }],
    });
    expect(() => solve(on('chair'))).toThrow(/No surface "chair".*mat, wall/);
    expect(() => solve(on('wall'))).toThrow(/wall.*place/);
  });
});

describe('props', () => {
  it('stand where they are told, or under the landmarks that lie on them, with their tops where the contact is', () => {
    const keyframe = solve({
      ...shapes.handsAndKnees,
      contacts: shapes.handsAndKnees.contacts.map((c) => (c.patch.startsWith('palm') ? { ...c, on: 'block' } : c)),
      props: [
        {
          name: 'block',
          kind: 'block',
          sizeM: [0.3, 0.8, 0.12],
          surfaceM: 0.1,
          at: { under: ['palm-centre.left', 'palm-centre.right'] },
        },
        { name: 'bolster', kind: 'bolster', sizeM: [0.2, 0.6, 0.15], at: { xM: -0.5, yM: 0.1 }, yawDeg: 90 },
      ],
    });
    const [block, bolster] = keyframe.props;
    const [x] = placeOf(keyframe, 'palm-centre.left');
    expect(block!.positionM[0]).toBeCloseTo(x, 4);
    expect(block!.positionM[1]).toBeCloseTo(0, 4);
    expect(block!.positionM[2] + 0.12).toBeCloseTo(0.1, 9);
    expect(bolster).toMatchObject({ positionM: [-0.5, 0.1, 0], yawRad: Math.PI / 2 });
    for (const name of patchByName(body, 'palm.left').landmarks)
      expect(Math.abs(placeOf(keyframe, name)[2] - 0.1)).toBeLessThan(0.002);
  });
});
