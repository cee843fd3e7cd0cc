import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctionShapes } from '../src/correction-shapes.ts';
import { decodeFigure } from '../src/decode.ts';
import { encodeFigure } from '../src/encode.ts';
import { mirrorHalf } from '../src/mesh.ts';
import { normalFromOctahedron, octahedronFromNormal } from '../src/octahedron.ts';
import { PlaneReader, PlaneWriter } from '../src/planes.ts';
import { referenceHalf as bare } from './reference-figure.ts';
import { areSame, furthestApart } from './same-values.ts';

/** As corrections come: by shape, then by vertex. One lies on the seam. */
const seam = (positions: Float32Array): number => positions.findIndex((y, i) => i % 3 === 1 && y === 0) / 3 - 1 / 3;
const half = {
  ...bare,
  corrections: {
    vertices: Uint32Array.of(3, 900, seam(bare.positions), 3, 1200),
    shapes: Uint8Array.of(0, 0, 1, 4, correctionShapes.length - 1),
    leftShares: Uint8Array.of(16, 12, 8, 9, 16),
    shiftsM: Float32Array.from({ length: 15 }, (_, i) => 0.03 * Math.sin(i)),
    turns: Float32Array.from({ length: 15 }, (_, i) => 1.9 * Math.cos(i)),
  },
};
const bytes = encodeFigure(half);

describe('the figure as a file', () => {
  test('comes back as both halves, each value within half a step of its rounding', () => {
    const decoded = decodeFigure(bytes);
    if (!decoded.ok) throw new Error(decoded.error.type);
    const { value } = decoded;
    const whole = mirrorHalf(half);
    expect(areSame(value.indices, whole.indices)).toBe(true);
    expect(value.positions).toHaveLength(whole.positions.length);
    expect(furthestApart(value.positions, whole.positions)).toBeLessThan(7e-5);
    expect(furthestApart(value.normals, whole.normals)).toBeLessThan(2e-3);
    let [offSum, offBone] = [0, 0];
    for (let v = 0; v < value.positions.length / 3; v++) {
      const weight = (figure: typeof value, bone: number): number =>
        [0, 1, 2, 3].reduce(
          (sum, k) => sum + (figure.boneIndices[4 * v + k] === bone ? figure.boneWeights[4 * v + k]! : 0),
          0,
        );
      const sum = [0, 1, 2, 3].reduce((all, k) => all + value.boneWeights[4 * v + k]!, 0);
      offSum = Math.max(offSum, Math.abs(sum - 1));
      for (let k = 0; k < 4; k++) {
        const bone = whole.boneIndices[4 * v + k]!;
        offBone = Math.max(offBone, Math.abs(weight(value, bone) - weight(whole, bone)));
      }
    }
    expect(offSum).toBeLessThan(5e-6);
    expect(offBone).toBeLessThan(4 / 255);
  });

  test('hair whose sides differ comes back as it is, without a twin', () => {
    const { corrections: _none, ...leftOnly } = half;
    const decoded = decodeFigure(encodeFigure({ ...leftOnly, bothSides: true }));
    if (!decoded.ok) throw new Error(decoded.error.type);
    expect(areSame(decoded.value.indices, half.indices)).toBe(true);
    expect(decoded.value.positions).toHaveLength(half.positions.length);
    expect(furthestApart(decoded.value.positions, half.positions)).toBeLessThan(7e-5);
  });

  test('its corrections come back for both sides: the twin of a vertex moves as its mirror image, and hears the other side', () => {
    const decoded = decodeFigure(bytes);
    if (!decoded.ok) throw new Error(decoded.error.type);
    const { corrections, positions } = decoded.value;
    const own = half.corrections.vertices.length;
    expect([...corrections!.vertices.subarray(0, own)]).toEqual([...half.corrections.vertices]);
    expect([...corrections!.shapes.subarray(0, own)]).toEqual([...half.corrections.shapes]);
    expect([...corrections!.leftShares.subarray(0, own)]).toEqual([...half.corrections.leftShares]);
    half.corrections.shiftsM.forEach((shift, i) =>
      expect(Math.abs(corrections!.shiftsM[i]! - shift)).toBeLessThanOrEqual(0.000126),
    );
    half.corrections.turns.forEach((turn, i) =>
      expect(Math.abs(corrections!.turns[i]! - turn)).toBeLessThanOrEqual(1 / 128),
    );
    // the one on the seam has no twin
    expect(corrections!.vertices).toHaveLength(2 * own - 1);
    const withTwin = [0, 1, 3, 4];
    withTwin.forEach((entry, i) => {
      const [v, twin] = [corrections!.vertices[entry]!, corrections!.vertices[own + i]!];
      [1, -1, 1].forEach((sign, k) => {
        expect(positions[3 * twin + k]).toBe(sign * positions[3 * v + k]!);
        expect(corrections!.shiftsM[3 * (own + i) + k]).toBe(sign * corrections!.shiftsM[3 * entry + k]!);
        expect(corrections!.turns[3 * (own + i) + k]).toBe(sign * corrections!.turns[3 * entry + k]!);
      });
      expect(corrections!.leftShares[own + i]).toBe(16 - corrections!.leftShares[entry]!);
    });
  });

  test('any other bytes are refused with the reason', () => {
    expect(decodeFigure(new Uint8Array(3))).toEqual({ ok: false, error: { type: 'not-a-figure' } });
    expect(
      decodeFigure(new TextEncoder().encode('<!doctype html><title>not here</title><p>nothing at this address')),
    ).toEqual({
      ok: false,
      error: { type: 'not-a-figure' },
    });
    const short = decodeFigure(bytes.subarray(0, bytes.length - 1));
    expect(short).toEqual({
      ok: false,
      error: { type: 'wrong-length', expected: bytes.length, found: bytes.length - 1 },
    });
    const future = bytes.slice();
    future[4] = 9;
    expect(decodeFigure(future)).toEqual({ ok: false, error: { type: 'unknown-version', version: 9 } });
  });

  test('a flipped byte gives a figure or a reason, never an index outside it', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at] = damaged[at]! ^ change;
        const decoded = decodeFigure(damaged);
        if (!decoded.ok) return;
        const { indices, positions } = decoded.value;
        expect(indices.every((index) => index < positions.length / 3)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

test('a unit vector survives the octahedron', () => {
  const part = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(part, part, part, (x, y, z) => {
      const length = Math.hypot(x, y, z);
      fc.pre(length > 1e-3);
      const back = normalFromOctahedron(...octahedronFromNormal(x / length, y / length, z / length));
      [x, y, z].forEach((value, k) => expect(back[k]!).toBeCloseTo(value / length, 9));
    }),
  );
});

test('numbers written as differences are read back, of either sign', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(65535)),
      fc.array(fc.integer({ min: -32768, max: 32767 })),
      fc.array(fc.integer({ min: -128, max: 127 })),
      (unsigned, signed, small) => {
        const writer = new PlaneWriter();
        writer.differences(unsigned);
        writer.differences(signed);
        writer.smallDifferences(small);
        const reader = new PlaneReader(writer.join(), 0);
        expect([...reader.differences(unsigned.length)]).toEqual(unsigned);
        expect([...reader.differences(signed.length, true)]).toEqual(signed);
        expect([...reader.smallDifferences(small.length)]).toEqual(small);
      },
    ),
  );
});
