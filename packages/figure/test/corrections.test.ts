import { createState, forwardKinematics, integrate, mirrorConfiguration, type Configuration } from '@sacra/body';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { bindConfiguration, configurationOf } from '../src/bind.ts';
import { correctionShapes } from '../src/correction-shapes.ts';
import { CORRECTION_DRIVERS, CORRECTIONS_A_VERTEX, createDriverReader, SIDE_SHARES } from '../src/corrections.ts';
import { bindState, buildHalfFigure, correctFigure, fittedProportions } from '../src/figure.ts';
import { mirrorHalf, type FigureShape, type HalfFigure } from '../src/mesh.ts';
import { createPosedSurface } from '../src/posed-surface.ts';
import { DUAL_QUATERNION_SIZE, segmentDualQuaternions, skinVertices } from '../src/skinning.ts';
import { bodyOf, referenceBody as body } from './reference-body.ts';

/** Fine enough for hips and shoulders, which are larger than fingers. */
const CELL_M = 0.014;

const readDrivers = createDriverReader(body);
const driversOf = (q: Configuration): Float32Array => {
  const out = new Float32Array(CORRECTION_DRIVERS);
  readDrivers(q, out);
  return out;
};

/** Anywhere within a radian of the bind pose in each degree of freedom. */
const anyConfiguration = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: body.velocitySize, maxLength: body.velocitySize })
  .map((step) => {
    const q = bindConfiguration(body);
    integrate(body, bindConfiguration(body), Float64Array.from(step), q);
    return q;
  });

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

describe('the drivers of corrections', () => {
  test('are all still in the bind pose', () => {
    expect([...driversOf(bindConfiguration(body))].every((driver) => Math.abs(driver) < 1e-6)).toBe(true);
  });

  test('a shape is there in full, and alone, in its own posture', () => {
    correctionShapes.forEach(({ posture, bend }, shape) => {
      const drivers = driversOf(configurationOf(body, posture));
      correctionShapes.forEach((other, i) => {
        if (other.bend !== bend) return;
        for (const side of [0, correctionShapes.length])
          expect(drivers[side + i]).toBeCloseTo(i === shape ? body.girthScale : 0, 5);
      });
    });
  });

  test('of one bend never pull more than one shape in full, and the mirrored pose has them the other way round', () => {
    fc.assert(
      fc.property(anyConfiguration, (q) => {
        const drivers = driversOf(q);
        const shapes = correctionShapes.length;
        for (const side of [0, shapes])
          for (const bend of ['hip', 'arm', 'elbow']) {
            const sum = correctionShapes.reduce((s, shape, i) => s + (shape.bend === bend ? drivers[side + i]! : 0), 0);
            expect(sum).toBeGreaterThanOrEqual(0);
            expect(sum).toBeLessThan(1.00001 * body.girthScale);
          }
        const mirrored = driversOf(mirrorConfiguration(body, q));
        drivers.forEach((driver, i) => expect(mirrored[(i + shapes) % (2 * shapes)]).toBeCloseTo(driver, 5));
      }),
    );
  });

  test('grow with the girth of the body', () => {
    const heavy = bodyOf({ sex: 'female', statureM: 1.7, massKg: 100 });
    const out = new Float32Array(CORRECTION_DRIVERS);
    createDriverReader(heavy)(configurationOf(heavy, correctionShapes[0]!.posture), out);
    expect(out[0]).toBeCloseTo(heavy.girthScale, 5);
    expect(heavy.girthScale).toBeGreaterThan(body.girthScale);
  });
});

describe('a corrected figure', () => {
  let half: HalfFigure;
  let figure: FigureShape;
  beforeAll(() => {
    half = correctFigure(body, buildHalfFigure(body, CELL_M));
    figure = mirrorHalf(half);
  }, 120_000);

  const skinned = (q: Configuration, isCorrected: boolean): Float32Array => posed(q, isCorrected).positions;

  const posed = (q: Configuration, isCorrected: boolean): { positions: Float32Array; normals: Float32Array } => {
    const state = createState(body);
    forwardKinematics(body, q, state);
    const motion = new Float32Array(DUAL_QUATERNION_SIZE * body.segments.length);
    segmentDualQuaternions(body, bindState(body), state, motion);
    const [positions, normals] = [new Float32Array(figure.positions.length), new Float32Array(figure.normals.length)];
    skinVertices(figure, motion, positions, normals, isCorrected ? driversOf(q) : undefined);
    return { positions, normals };
  };

  test('asks of no vertex more than the shader has room for, and of the middle what both sides share', () => {
    const { vertices, leftShares, shapes } = half.corrections!;
    const counts = new Map<number, number>();
    vertices.forEach((v, entry) => {
      counts.set(v, (counts.get(v) ?? 0) + 1);
      expect(shapes[entry]).toBeLessThan(correctionShapes.length);
      if (half.positions[3 * v + 1] === 0) expect(leftShares[entry]).toBe(SIDE_SHARES / 2);
      else expect(leftShares[entry]).toBeGreaterThanOrEqual(SIDE_SHARES / 2);
    });
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(CORRECTIONS_A_VERTEX);
  });

  test('is found the same again', () => {
    expect(correctFigure(body, half).corrections).toEqual(half.corrections);
  });

  test('lies as it would have been modelled in each posture of a correction, which skinning alone does not', () => {
    const p = fittedProportions(body, bindState(body));
    const { vertices, shapes } = half.corrections!;
    correctionShapes.forEach((shape, s) => {
      const q = configurationOf(body, shape.posture);
      const state = createState(body);
      forwardKinematics(body, q, state);
      const surface = createPosedSurface(shape, p, state);
      const [plain, corrected] = [skinned(q, false), skinned(q, true)];
      // what is corrected by a good deal
      const moved = [...vertices].filter(
        (v, entry) => shapes[entry] === s && distance(plain, corrected, v) > 0.006 && half.positions[3 * v + 1]! > 0.04,
      );
      if (moved.length < 8) return;
      const away = (positions: Float32Array): number =>
        median(
          moved.map((v) => {
            const [x, y, z] = [positions[3 * v]!, positions[3 * v + 1]!, positions[3 * v + 2]!];
            return Math.abs(surface([x, y, z])(x, y, z));
          }),
        );
      expect(away(corrected), shape.name).toBeLessThan(0.6 * away(plain));
      expect(away(corrected), shape.name).toBeLessThan(0.006);
    });
  });

  test('faces as it would have been modelled in each posture, which skinning alone does not', () => {
    const p = fittedProportions(body, bindState(body));
    const { vertices, shapes, turns } = half.corrections!;
    correctionShapes.forEach((shape, s) => {
      const q = configurationOf(body, shape.posture);
      const state = createState(body);
      forwardKinematics(body, q, state);
      const surface = createPosedSurface(shape, p, state);
      const [plain, corrected] = [posed(q, false), posed(q, true)];
      const turned = [...vertices.keys()]
        .filter((entry) => shapes[entry] === s && Math.hypot(...turns.subarray(3 * entry, 3 * entry + 3)) > 0.3)
        .map((entry) => vertices[entry]!)
        .filter((v) => half.positions[3 * v + 1]! > 0.04);
      if (turned.length < 8) return;
      const away = ({ positions, normals }: typeof plain): number =>
        median(
          turned.map((v) => {
            const [x, y, z] = [positions[3 * v]!, positions[3 * v + 1]!, positions[3 * v + 2]!];
            const distance = surface([x, y, z]);
            const e = 0.003;
            const slope = [
              distance(x + e, y, z) - distance(x - e, y, z),
              distance(x, y + e, z) - distance(x, y - e, z),
              distance(x, y, z + e) - distance(x, y, z - e),
            ];
            const length = Math.hypot(...slope);
            return Math.acos(
              Math.min(
                1,
                slope.reduce((sum, n, k) => sum + (n / length) * normals[3 * v + k]!, 0),
              ),
            );
          }),
        );
      expect(away(corrected), shape.name).toBeLessThan(0.6 * away(plain));
    });
  });

  test('has normals of unit length in any pose', () => {
    fc.assert(
      fc.property(anyConfiguration, (q) => {
        const { normals } = posed(q, true);
        let most = 0;
        for (let o = 0; o < normals.length; o += 3)
          most = Math.max(most, Math.abs(Math.hypot(normals[o]!, normals[o + 1]!, normals[o + 2]!) - 1));
        expect(most).toBeLessThan(1e-4);
      }),
      { numRuns: 6 },
    );
  });

  test('stays its own mirror image', () => {
    const twins = twinVertices(figure);
    fc.assert(
      fc.property(anyConfiguration, (q) => {
        const [positions, mirrored] = [skinned(q, true), skinned(mirrorConfiguration(body, q), true)];
        let most = 0;
        twins.forEach((twin, v) =>
          [1, -1, 1].forEach((sign, k) => {
            most = Math.max(most, Math.abs(mirrored[3 * twin + k]! - sign * positions[3 * v + k]!));
          }),
        );
        expect(most).toBeLessThan(2e-5);
      }),
      { numRuns: 6 },
    );
  });
});

function distance(a: Float32Array, b: Float32Array, v: number): number {
  return Math.hypot(a[3 * v]! - b[3 * v]!, a[3 * v + 1]! - b[3 * v + 1]!, a[3 * v + 2]! - b[3 * v + 2]!);
}

/** For each vertex the one at its mirror place in the bind pose. */
function twinVertices({ positions }: FigureShape): Uint32Array {
  const place = (x: number, y: number, z: number): string => [x, y + 0, z].map((n) => n.toFixed(7)).join();
  const at = new Map<string, number>();
  for (let v = 0; v < positions.length / 3; v++)
    at.set(place(positions[3 * v]!, positions[3 * v + 1]!, positions[3 * v + 2]!), v);
  return Uint32Array.from({ length: positions.length / 3 }, (_, v) =>
    at.get(place(positions[3 * v]!, -positions[3 * v + 1]!, positions[3 * v + 2]!))!,
  );
}
