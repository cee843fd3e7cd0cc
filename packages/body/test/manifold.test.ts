import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mirror, quatMirror } from '@sacra/geometry';
import {
  createState,
  difference,
  forwardKinematics,
  integrate,
  interpolate,
  mirrorConfiguration,
  mirrorName,
  neutralConfiguration,
  pointToWorld,
  segmentByName,
  segmentRotation,
} from '../src/index.ts';
import { anyBody, anyBodyAndConfiguration, anyConfiguration, bodies, gap } from './bodies.ts';

const anyTwo = anyBody.chain((body) =>
  fc.tuple(anyConfiguration(body), anyConfiguration(body)).map(([a, b]) => ({ body, a, b })),
);

const norm = (v: Float64Array): number => Math.hypot(...v);

test('walking the difference leads from one configuration to the other', () => {
  fc.assert(
    fc.property(anyTwo, ({ body, a, b }) => {
      const reached = integrate(body, a, difference(body, a, b), new Float64Array(body.configurationSize));
      // quaternions may come back negated: compare places, not numbers
      expect(norm(difference(body, reached, b))).toBeLessThan(1e-9);
    }),
  );
});

test('the difference undoes a step, joint by joint', () => {
  const anyStep = anyBodyAndConfiguration.chain(({ body, q }) =>
    fc
      .array(fc.double({ min: -1, max: 1, noNaN: true }), {
        minLength: body.velocitySize,
        maxLength: body.velocitySize,
      })
      .map((dv) => ({ body, q, dv })),
  );
  fc.assert(
    fc.property(anyStep, ({ body, q, dv }) => {
      const moved = integrate(body, q, dv, new Float64Array(body.configurationSize));
      expect(gap(difference(body, q, moved), dv)).toBeLessThan(1e-9);
    }),
  );
});

test('a step may be written over the configuration it starts from', () => {
  fc.assert(
    fc.property(anyTwo, ({ body, a, b }) => {
      const dv = difference(body, a, b);
      const apart = integrate(body, a, dv, new Float64Array(body.configurationSize));
      const inPlace = Float64Array.from(a);
      integrate(body, inPlace, dv, inPlace);
      expect(inPlace).toEqual(apart);
    }),
  );
});

test('interpolation is at its ends at 0 and 1, moves evenly and is the same from either end', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(anyTwo, share, ({ body, a, b }, t) => {
      const whole = difference(body, a, b);
      // exactly opposite turns have two shortest ways
      fc.pre(
        body.joints.every((j) => j.kind === 'hinge' || turnOf(whole, j.vIndex + (j.kind === 'free' ? 3 : 0)) < 3.1),
      );
      expect(norm(difference(body, interpolate(body, a, b, 0), a))).toBeLessThan(1e-9);
      expect(norm(difference(body, interpolate(body, a, b, 1), b))).toBeLessThan(1e-9);
      const part = difference(body, a, interpolate(body, a, b, t));
      expect(
        gap(
          part,
          whole.map((x) => x * t),
        ),
      ).toBeLessThan(1e-9);
      const back = interpolate(body, b, a, 1 - t);
      expect(norm(difference(body, interpolate(body, a, b, t), back))).toBeLessThan(1e-8);
    }),
  );
});

const turnOf = (v: Float64Array, at: number): number => Math.hypot(v[at]!, v[at + 1]!, v[at + 2]!);

test('the mirrored configuration places the mirrored body, every segment and landmark', () => {
  fc.assert(
    fc.property(anyBodyAndConfiguration, ({ body, q }) => {
      const state = createState(body);
      const mirrored = createState(body);
      forwardKinematics(body, q, state);
      forwardKinematics(body, mirrorConfiguration(body, q), mirrored);
      for (const [index, { name }] of body.segments.entries()) {
        const twin = segmentByName(body, mirrorName(name));
        const seen = quatMirror(segmentRotation(state, index));
        expect(gap(segmentRotation(mirrored, twin), seen)).toBeLessThan(1e-12);
      }
      for (const { name, segment, positionM } of body.landmarks.values()) {
        const twin = body.landmarks.get(mirrorName(name))!;
        const seen = mirror(pointToWorld(state, segment, positionM));
        expect(gap(pointToWorld(mirrored, twin.segment, twin.positionM), seen)).toBeLessThan(1e-12);
      }
    }),
  );
});

test('mirroring twice gives back the very same numbers, and rest is its own mirror', () => {
  fc.assert(
    fc.property(anyBodyAndConfiguration, ({ body, q }) => {
      expect(gap(mirrorConfiguration(body, mirrorConfiguration(body, q)), q)).toBe(0);
    }),
  );
  for (const body of bodies) {
    const rest = neutralConfiguration(body);
    expect(gap(mirrorConfiguration(body, rest), rest)).toBe(0);
  }
});
