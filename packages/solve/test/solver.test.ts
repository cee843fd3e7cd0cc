import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hingeByName, landmarkByName, mirrorConfiguration, type Body, type Configuration } from '@sacra/body';
import { bodyLimits } from '../src/limit/body-limits.ts';
import { freeMovement, symmetricMovement } from '../src/movement.ts';
import { angleObjective } from '../src/objective/angle.ts';
import { placeObjective } from '../src/objective/place.ts';
import { problemOf } from '../src/problem.ts';
import { Solver } from '../src/solver.ts';
import { SolveState } from '../src/state.ts';
import { anyBody, anySeed, bodyAt, configurationFrom, referenceBody } from './random-bodies.ts';
import { costOf, rowsOf } from './rows.ts';
import { noAnchors, shapes } from './shapes.ts';

const pastRange = (body: Body, q: Configuration): string[] =>
  body.joints.flatMap((joint) =>
    joint.kind === 'hinge' &&
    !(q[joint.qIndex]! >= joint.range.minRad - 1e-12 && q[joint.qIndex]! <= joint.range.maxRad + 1e-12)
      ? [`${joint.name}: ${q[joint.qIndex]}`]
      : [],
  );

describe('from anywhere, even from past the ranges', () => {
  it.each(Object.keys(shapes) as (keyof typeof shapes)[])(
    'no step towards %s raises the cost or leaves a hinge’s range',
    (name) => {
      fc.assert(
        fc.property(anyBody, anySeed, (which, seed) => {
          const body = bodyAt(which);
          const { rows } = problemOf(body, shapes[name], noAnchors);
          const movement = freeMovement(body);
          let q = configurationFrom(body, seed, 1.5);
          const state = new SolveState(body, q);
          const solver = new Solver(state, movement);
          // no step at all: only brought into the ranges
          let cost = solver.minimise(rows, q, { maxIterations: 0, relativeTolerance: 0 }).cost;
          expect(pastRange(body, state.q)).toEqual([]);
          const first = cost;
          for (let i = 0; i < 12; i++) {
            q = state.q;
            const result = solver.minimise(rows, q, { maxIterations: 1, relativeTolerance: 0 });
            expect(result.cost).toBeLessThanOrEqual(cost);
            expect(result.cost / costOf(body, movement, rows, state.q)).toBeCloseTo(1, 9);
            expect(pastRange(body, state.q)).toEqual([]);
            cost = result.cost;
          }
          expect(cost).toBeLessThan(first);
        }),
        { numRuns: 5, endOnFailure: true },
      );
    },
  );
});

describe('a minimum', () => {
  it('of wishes past the ranges is the end of each range, of wishes within them the wish', () => {
    fc.assert(
      fc.property(anyBody, anySeed, anySeed, (which, from, towards) => {
        const body = bodyAt(which);
        const wished = configurationFrom(body, towards, 1.6);
        const hinges = body.joints.filter((joint) => joint.kind === 'hinge');
        const wish = angleObjective(
          hinges.map(({ qIndex, vIndex }) => ({ qIndex, vIndex, angleRad: wished[qIndex]!, toleranceRad: 0.1 })),
        );
        const start = configurationFrom(body, from);
        const state = new SolveState(body, start);
        new Solver(state, freeMovement(body)).minimise([wish], start, { maxIterations: 60, relativeTolerance: 1e-12 });
        for (const { qIndex, range, name } of hinges) {
          const nearest = Math.min(range.maxRad, Math.max(range.minRad, wished[qIndex]!));
          expect(Math.abs(state.q[qIndex]! - nearest), name).toBeLessThan(1e-4);
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('within the ranges is reached from their very ends', () => {
    fc.assert(
      fc.property(anyBody, anySeed, fc.boolean(), (which, towards, fromMin) => {
        const body = bodyAt(which);
        const wished = configurationFrom(body, towards, 0.9);
        const start = configurationFrom(body, 1);
        const hinges = body.joints.filter((joint) => joint.kind === 'hinge');
        for (const { qIndex, range } of hinges) start[qIndex] = fromMin ? range.minRad : range.maxRad;
        const wish = angleObjective(
          hinges.map(({ qIndex, vIndex }) => ({ qIndex, vIndex, angleRad: wished[qIndex]!, toleranceRad: 0.1 })),
        );
        const state = new SolveState(body, start);
        new Solver(state, freeMovement(body)).minimise([wish], start, { maxIterations: 60, relativeTolerance: 1e-12 });
        for (const { qIndex, name } of hinges) {
          expect(Math.abs(state.q[qIndex]! - wished[qIndex]!), name).toBeLessThan(1e-4);
        }
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  it('has no way down: the slope is nought along what may move, and points outwards where a range ends', () => {
    const body = referenceBody;
    const { rows, start, movement } = problemOf(body, { ...shapes.handsAndKnees, symmetric: false }, noAnchors);
    const state = new SolveState(body, start);
    new Solver(state, movement).minimise(rows, start, { maxIterations: 2000, relativeTolerance: 1e-12 });
    const found = rows.flatMap((source) => rowsOf(body, movement, source, state.q));
    const slope = (v: number): number =>
      found.reduce((sum, { jacobian, residual }) => sum + jacobian[movement.column[v]!]! * residual, 0);
    /** What going along one coordinate alone could still take off the cost. */
    const gain = (v: number): number => {
      const curvature = found.reduce((sum, { jacobian }) => sum + jacobian[movement.column[v]!]! ** 2, 0);
      return curvature === 0 ? Math.abs(slope(v)) : slope(v) ** 2 / (2 * curvature);
    };
    let held = 0;
    for (const joint of body.joints) {
      for (let v = joint.vIndex; v < joint.vIndex + { free: 6, hinge: 1, ball: 3 }[joint.kind]; v++) {
        if (joint.kind === 'hinge') {
          const atMin = state.q[joint.qIndex]! <= joint.range.minRad + 1e-9;
          const atMax = state.q[joint.qIndex]! >= joint.range.maxRad - 1e-9;
          if (atMin || atMax) {
            held++;
            if (atMin ? slope(v) > 0 : slope(v) < 0) continue;
          }
        }
        expect(gain(v), joint.name).toBeLessThan(1e-8);
      }
    }
    expect(held).toBeGreaterThan(0);
  });

  it('is not left again', () => {
    const body = referenceBody;
    const { rows, start, movement } = problemOf(body, shapes.standing, noAnchors);
    const state = new SolveState(body, start);
    const solver = new Solver(state, movement);
    let { cost } = solver.minimise(rows, start, { maxIterations: 200, relativeTolerance: 1e-12 });
    for (let i = 0; i < 20; i++) {
      const further = solver.minimise(rows, state.q, { maxIterations: 3, relativeTolerance: 0 });
      expect(further.cost).toBeLessThanOrEqual(cost);
      cost = further.cost;
    }
  });

  it('keeps the body out of the mat when a hand is wanted under it', () => {
    const body = referenceBody;
    const { rows, start } = problemOf(body, shapes.standing, noAnchors);
    const under = placeObjective(landmarkByName(body, 'palm-centre.left'), [null, null, -0.3], 0.05, false);
    const state = new SolveState(body, start);
    new Solver(state, freeMovement(body)).minimise([...rows, under], start, {
      maxIterations: 200,
      relativeTolerance: 1e-6,
    });
    const lowest = Math.min(
      ...body.capsules.flatMap(({ segment, startM, startRadiusM, endM, endRadiusM, matAllowanceM }) => {
        const place = new Float64Array(3);
        return [[startM, startRadiusM] as const, [endM, endRadiusM] as const].map(([at, radiusM]) => {
          state.placePoint(segment, at, place);
          return place[2]! - radiusM + matAllowanceM;
        });
      }),
    );
    expect(lowest).toBeGreaterThan(-0.002);
  });
});

describe('symmetric movements', () => {
  it('keep a symmetric body symmetric to the last digit, whatever pulls on it', () => {
    fc.assert(
      fc.property(anyBody, anySeed, (which, seed) => {
        const body = bodyAt(which);
        const { start } = problemOf(body, shapes.handsAndKnees, noAnchors);
        const { qIndex, vIndex } = hingeByName(body, 'knee.flexion.right');
        const state = new SolveState(body, start);
        const [x = 0, y = 0, z = 0] = configurationFrom(body, seed);
        const oneSided = [
          placeObjective(landmarkByName(body, 'palm-centre.left'), [x, y, z], 0.01, false),
          angleObjective([{ qIndex, vIndex, angleRad: 1 + x, toleranceRad: 0.02 }]),
          ...bodyLimits(body),
        ];
        const movement = symmetricMovement(body);
        new Solver(state, movement).minimise(oneSided, start, { maxIterations: 30, relativeTolerance: 1e-6 });
        const mirrored = mirrorConfiguration(body, state.q);
        expect([...state.q.filter((value, i) => value !== mirrored[i])]).toEqual([]);
        expect(state.q).not.toEqual(start);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('are those of every coordinate that a mirror leaves a sense in: 31 of 63', () => {
    const { size, column } = symmetricMovement(referenceBody);
    expect(new Set(column.filter((c) => c >= 0)).size).toBe(size);
    expect(size).toBe(3 + 7 + (referenceBody.velocitySize - 6 - 21) / 2);
  });
});
