import { describe, expect, test } from 'vitest';
import { lookFrom, projectPoint } from '../src/camera.ts';
import { pointOnCubic } from '../src/fit-curve.ts';
import { drawShadow } from '../src/floor-shadow.ts';
import { matRim } from '../src/mat.ts';
import { propSolids, type PropPlace } from '../src/solids.ts';
import { drawStill } from '../src/still.ts';
import { cardCamera } from '../src/card.ts';
import { standardMat } from '../src/scene.ts';
import { allFours, rodFigure, rodMesh } from './capsule-figure.ts';

const kinds = ['cushion', 'bolster', 'block', 'blanket', 'chair', 'table', 'wall'] as const;
const prop = (kind: PropPlace['kind'], yawRad = 0): PropPlace => ({
  kind,
  positionM: [0.3, -0.2, 0],
  sizeM: [0.5, 0.4, 0.3],
  yawRad,
});

const boundsOf = (place: PropPlace): { low: number[]; high: number[] } => {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const { positions } of propSolids(place)) {
    positions.forEach((value, i) => {
      low[i % 3] = Math.min(low[i % 3]!, value);
      high[i % 3] = Math.max(high[i % 3]!, value);
    });
  }
  return { low, high };
};

describe('props', () => {
  test.each(kinds)('a %s stands on the floor and is as long and wide as it says', (kind) => {
    const { low, high } = boundsOf(prop(kind));
    expect(low[2]).toBeCloseTo(0, 5);
    expect(high[0]! - low[0]!).toBeCloseTo(0.5, 2);
    expect(high[1]! - low[1]!).toBeCloseTo(0.4, 2);
    expect(kind === 'chair' ? high[2]! > 0.6 : Math.abs(high[2]! - 0.3) < 0.005).toBe(true);
  });

  test.each(kinds)(
    'the surfaces of a %s are closed: every edge is shared by two triangles that face the same way',
    (kind) => {
      for (const { positions, indices } of propSolids(prop(kind))) {
        const corner = (vertex: number): string =>
          [0, 1, 2].map((axis) => (positions[3 * vertex + axis]! * 1e5).toFixed(0)).join(' ');
        const edges = new Map<string, number>();
        for (let t = 0; t < indices.length; t += 3) {
          const corners = [0, 1, 2].map((k) => corner(indices[t + k]!));
          corners.forEach((from, k) => {
            const to = corners[(k + 1) % 3]!;
            if (from !== to) edges.set(`${from} > ${to}`, (edges.get(`${from} > ${to}`) ?? 0) + 1);
          });
        }
        for (const [edge, count] of edges) expect(edges.get(edge.split(' > ').reverse().join(' > ')), edge).toBe(count);
      }
    },
  );

  test('a table leaves room for knees: between its legs there is nothing up to a hand under its top', () => {
    const { positionM, sizeM } = prop('table');
    for (const { positions } of propSolids(prop('table'))) {
      for (let i = 0; i < positions.length; i += 3) {
        const [x, y] = [positions[i]! - positionM[0], positions[i + 1]! - positionM[1]];
        const between = Math.abs(x) < 0.29 * sizeM[0] || Math.abs(y) < 0.29 * sizeM[1];
        if (between) expect(positions[i + 2]! - positionM[2]).toBeGreaterThan(sizeM[2] - 0.11);
      }
    }
  });

  test('a wall begins at its face', () => {
    expect(boundsOf(prop('wall')).low[0]).toBeCloseTo(0.3, 3);
  });

  test('turned by a quarter, length and width change places', () => {
    const { low, high } = boundsOf(prop('bolster', Math.PI / 2));
    expect(high[0]! - low[0]!).toBeCloseTo(0.4, 2);
    expect(high[1]! - low[1]!).toBeCloseTo(0.5, 2);
  });

  test.each(kinds)('the normals of a %s have unit length and point outwards', (kind) => {
    for (const { positions, normals } of propSolids(prop(kind))) {
      const middle = [0, 1, 2].map((k) => {
        const own = positions.filter((_, i) => i % 3 === k);
        return (Math.min(...own) + Math.max(...own)) / 2;
      });
      const lengths: number[] = [];
      const outwards: number[] = [];
      for (let i = 0; i < positions.length; i += 3) {
        lengths.push(Math.hypot(normals[i]!, normals[i + 1]!, normals[i + 2]!));
        outwards.push([0, 1, 2].reduce((sum, k) => sum + normals[i + k]! * (positions[i + k]! - middle[k]!), 0));
      }
      expect(Math.min(...lengths)).toBeCloseTo(1, 4);
      expect(Math.max(...lengths)).toBeCloseTo(1, 4);
      expect(Math.min(...outwards)).toBeGreaterThan(0);
    }
  });
});

describe('the mat', () => {
  test('has the length and width it says, and its corners are rounded', () => {
    const rim = matRim({ centreM: [0.1, -0.2], lengthM: 1.8, widthM: 0.6 }, 0);
    const xs = [...rim].filter((_, i) => i % 3 === 0);
    const ys = [...rim].filter((_, i) => i % 3 === 1);
    expect([Math.min(...xs), Math.max(...xs)].map((x) => +x.toFixed(4))).toEqual([-0.8, 1]);
    expect([Math.min(...ys), Math.max(...ys)].map((y) => +y.toFixed(4))).toEqual([-0.5, 0.1]);
    const isCorner = (x: number, y: number): boolean => Math.abs(x - 1) < 1e-6 && Math.abs(y - 0.1) < 1e-6;
    expect(xs.some((x, i) => isCorner(x, ys[i]!))).toBe(false);
  });

  test('the shadow of a ball lies where the light carries it', () => {
    const camera = lookFrom({ azimuthRad: -1.2, elevationRad: 0.4 }, [0, 0, 0], 6, {
      widthPx: 500,
      heightPx: 380,
      focalPx: 1500,
    });
    const ball = rodMesh({ from: [0.2, 0, 0.5], to: [0.2, 0, 0.5], radiusM: 0.1 });
    // Tilted so that what is 0.5 m up falls 0.25 m back along x.
    const loops = drawShadow([ball], [0.5, 0, 1], camera);
    expect(loops).toHaveLength(1);
    const points = loops[0]!.flatMap((curve) => Array.from({ length: 50 }, (_, i) => pointOnCubic(curve, i / 50)));
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const middle = projectPoint(camera, -0.05, 0, 0);
    expect((Math.min(...xs) + Math.max(...xs)) / 2).toBeCloseTo(middle.xPx, -1);
    expect((Math.min(...ys) + Math.max(...ys)) / 2).toBeCloseTo(middle.yPx, -1);
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(40);
  });
});

describe('a shadow at a wall', () => {
  const camera = lookFrom({ azimuthRad: -1.57, elevationRad: 1 }, [0, 0, 0], 6, {
    widthPx: 500,
    heightPx: 380,
    focalPx: 1500,
  });
  const arm = (y: number): ReturnType<typeof rodMesh> =>
    rodMesh({ from: [-0.5, y, 1], to: [0.47, y, 1], radiusM: 0.03 });
  const arms = [arm(-0.16), arm(0.16), rodMesh({ from: [-0.6, 0, 0.5], to: [-0.4, 0, 0.5], radiusM: 0.2 })];
  const reachPx = (wallXM?: number): { loops: number; rightPx: number } => {
    const loops = drawShadow(arms, [0, 0, 1], camera, wallXM);
    return { loops: loops.length, rightPx: Math.max(...loops.flat().map(([[x]]) => x)) };
  };

  test('runs up to it in one piece, without a notch between two arms that reach for it', () => {
    const foot = projectPoint(camera, 0.5, 0, 0).xPx;
    const { loops, rightPx } = reachPx(0.5);
    expect(loops).toBe(1);
    expect(Math.abs(rightPx - foot)).toBeLessThan(5);
    expect(foot - reachPx().rightPx).toBeGreaterThan(1);
  });
});

describe('stills', () => {
  test('show paper, mat and every paint of the figure, darker where the light does not reach', () => {
    const scene = { figure: rodFigure(allFours), solids: [], mat: standardMat };
    const { widthPx, heightPx, rgb } = drawStill(scene, cardCamera(scene, { azimuthRad: -1.3, elevationRad: 0.2 }));
    expect([...rgb.subarray(0, 3)]).toEqual([246, 239, 230]);
    const isTeal = (i: number): boolean => rgb[i + 2]! > rgb[i]! * 1.2;
    const isTerracotta = (i: number): boolean => rgb[i]! > 90 && rgb[i]! > rgb[i + 2]! * 2;
    const isSage = (i: number): boolean => rgb[i + 1]! > rgb[i]! && rgb[i + 1]! > rgb[i + 2]!;
    for (const isSeen of [isTeal, isTerracotta, isSage]) {
      const values: number[] = [];
      for (let i = 0; i < widthPx * heightPx * 3; i += 3)
        if (isSeen(i)) values.push(rgb[i]! + rgb[i + 1]! + rgb[i + 2]!);
      expect(values.length).toBeGreaterThan(500);
      expect(values.reduce((a, b) => Math.min(a, b))).toBeLessThan(values.reduce((a, b) => Math.max(a, b)) * 0.75);
    }
  });
});
