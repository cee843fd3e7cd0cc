import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smoothUnion } from '../src/blend.ts';
import { bentDown, upright } from '../src/centreline.ts';
import { createDiffusion } from '../src/diffusion.ts';
import { loft } from '../src/loft.ts';
import { ellipsoid, taperedCapsule, type Primitive } from '../src/primitives.ts';

const coordinate = fc.double({ min: -0.4, max: 0.4, noNaN: true });

describe('signed distances', () => {
  test('a tapered capsule with equal ends is exact: the distance to its axis less the radius', () => {
    const capsule = taperedCapsule([0, 0, 0], 0.05, [0, 0, 0.2], 0.05);
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, (x, y, z) => {
        const beyond = z < 0 ? -z : Math.max(0, z - 0.2);
        expect(capsule.distance(x, y, z)).toBeCloseTo(Math.hypot(x, y, beyond) - 0.05, 12);
      }),
    );
  });

  test('a sphere in any guise is a sphere', () => {
    const round = { frontM: 0.1, backM: 0.1, sideM: 0.1 };
    const guises: Primitive[] = [
      ellipsoid([0, 0, 0], [0.1, 0.1, 0.1], 0.4),
      loft({
        centreline: upright,
        sections: [
          { alongM: -1e-6, ...round },
          { alongM: 1e-6, ...round },
        ],
        startCapM: 0.1,
        endCapM: 0.1,
      }),
    ];
    for (const guise of guises)
      fc.assert(
        fc.property(coordinate, coordinate, coordinate, (x, y, z) => {
          expect(guise.distance(x, y, z)).toBeCloseTo(Math.hypot(x, y, z) - 0.1, 4);
        }),
      );
  });

  test('near its surface a loft’s value has slope one', () => {
    const limb = loft({
      centreline: bentDown(0.4, 0.8, 0.08),
      sections: [
        { alongM: 0, frontM: 0.08, backM: 0.07, sideM: 0.075 },
        { alongM: 0.4, frontM: 0.05, backM: 0.05, sideM: 0.05 },
        { alongM: 0.8, frontM: 0.03, backM: 0.035, sideM: 0.03 },
      ],
      startCapM: 0.03,
      endCapM: 0.03,
    });
    const step = 1e-5;
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.75, noNaN: true }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        (s, turn) => {
          // walk outward from the axis until the surface is met
          const [ax, az] = bentDown(0.4, 0.8, 0.08).pointAt(s);
          let low = 0;
          let high = 0.15;
          const at = (r: number): readonly [number, number, number] => [
            ax + r * Math.cos(turn),
            r * Math.sin(turn),
            az,
          ];
          for (let i = 0; i < 60; i++) {
            const middle = (low + high) / 2;
            if (limb.distance(...at(middle)) < 0) low = middle;
            else high = middle;
          }
          const [x, y, z] = at(low);
          const gradient = [
            limb.distance(x + step, y, z) - limb.distance(x - step, y, z),
            limb.distance(x, y + step, z) - limb.distance(x, y - step, z),
            limb.distance(x, y, z + step) - limb.distance(x, y, z - step),
          ];
          const slope = Math.hypot(...gradient) / (2 * step);
          expect(slope).toBeGreaterThan(0.8);
          expect(slope).toBeLessThan(1.25);
        },
      ),
    );
  });

  test('a joint modelled as one bent tube has no ring: its width changes no faster than its sections do', () => {
    const section = { frontM: 0.05, backM: 0.05, sideM: 0.05 };
    const line = bentDown(0.4, 0.8, 0.08);
    const tube = loft({
      centreline: line,
      sections: [
        { alongM: 0.1, ...section },
        { alongM: 0.7, ...section },
      ],
      startCapM: 0.05,
      endCapM: 0.05,
    });
    for (let s = 0.15; s < 0.65; s += 0.01) {
      // sideways from the centreline the tube is exactly as wide as its sections, around the bend as well
      const place = new Float64Array(2);
      const angle = Math.min(0.8, Math.max(0, (s - 0.36) / 0.08)) * 0.999;
      const onArc: [number, number] =
        s < 0.36
          ? [0, -s]
          : s > 0.44
            ? [...line.pointAt(s)]
            : [-0.08 + 0.08 * Math.cos(angle), -0.3662 - 0.08 * Math.sin(angle)];
      line.locate(onArc[0], onArc[1], place);
      if (Math.abs(place[1]!) > 1e-3) continue;
      expect(tube.distance(onArc[0], 0.05, onArc[1])).toBeCloseTo(0, 4);
    }
  });

  test('a smooth union is never above either part, at most a quarter of its width below, and symmetric', () => {
    const any = fc.double({ min: -0.2, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(any, any, fc.double({ min: 0.001, max: 0.06, noNaN: true }), (a, b, width) => {
        const joined = smoothUnion(a, b, width);
        expect(joined).toBe(smoothUnion(b, a, width));
        expect(joined).toBeLessThanOrEqual(Math.min(a, b));
        expect(joined).toBeGreaterThanOrEqual(Math.min(a, b) - width / 4 - 1e-12);
      }),
    );
  });
});

describe('diffusion', () => {
  // a strip of unit squares, two triangles each
  const columns = 60;
  const positions = new Float32Array(3 * 2 * columns);
  const indices: number[] = [];
  for (let i = 0; i < columns; i++) {
    positions.set([i, 0, 0, i, 1, 0], 6 * i);
    if (i > 0) indices.push(2 * i - 2, 2 * i, 2 * i - 1, 2 * i - 1, 2 * i, 2 * i + 1);
  }
  const triangles = Uint32Array.from(indices);
  const count = 2 * columns;

  test('keeps the total, the bounds, and a constant as it is', () => {
    const diffusion = createDiffusion(positions, triangles, new Float32Array(count).fill(5));
    const constant = new Float64Array(count).fill(1);
    diffusion.spread(constant);
    constant.forEach((value) => expect(value).toBeCloseTo(1, 2));
    const step = Float64Array.from({ length: count }, (_, v) => (v < count / 2 ? 1 : 0));
    diffusion.spread(step);
    step.forEach((value) => {
      expect(value).toBeGreaterThan(-0.01);
      expect(value).toBeLessThan(1.01);
    });
    for (let v = 2; v < count; v += 2) expect(step[v]!).toBeLessThanOrEqual(step[v - 2]! + 1e-3);
  });

  test('blurs an edge to the spread asked for', () => {
    const spread = 5;
    const diffusion = createDiffusion(positions, triangles, new Float32Array(count).fill(spread));
    const point = new Float64Array(count);
    point[columns] = point[columns + 1] = 1;
    diffusion.spread(point);
    let [total, variance] = [0, 0];
    for (let i = 0; i < columns; i++) {
      total += point[2 * i]!;
      variance += point[2 * i]! * (i - columns / 2) ** 2;
    }
    expect(Math.sqrt(variance / total)).toBeGreaterThan(0.85 * spread);
    expect(Math.sqrt(variance / total)).toBeLessThan(1.15 * spread);
  });
});
