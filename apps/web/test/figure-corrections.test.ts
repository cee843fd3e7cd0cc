import { CORRECTION_DRIVERS, SIDE_SHARES, skinVertices, type FigureMesh } from '@sacra/figure';
import fc from 'fast-check';
import { BufferGeometry } from 'three';
import { describe, expect, test } from 'vitest';
import {
  CODE_OFFSET,
  CORRECTION_STEP_M,
  correctionSlots,
  setCorrectionAttributes,
  SHAPES,
} from '../src/lib/figure/correction-attributes.ts';

const VERTICES = 5;

/** Corrections as a figure has them: no vertex more than there are slots. */
const anyCorrections = fc
  .array(
    fc.record({
      vertex: fc.nat(VERTICES - 1),
      shape: fc.nat(SHAPES - 1),
      leftShare: fc.nat(SIDE_SHARES),
      steps: fc.tuple(
        fc.integer({ min: -127, max: 127 }),
        fc.integer({ min: -127, max: 127 }),
        fc.integer({ min: -127, max: 127 }),
      ),
    }),
    { maxLength: correctionSlots.length },
  )
  .map((entries) => ({
    vertices: Uint32Array.from(entries, ({ vertex }) => vertex),
    shapes: Uint8Array.from(entries, ({ shape }) => shape),
    leftShares: Uint8Array.from(entries, ({ leftShare }) => leftShare),
    shiftsM: Float32Array.from(entries.flatMap(({ steps }) => steps.map((step) => step * CORRECTION_STEP_M))),
  }));
const anyDrivers = fc
  .array(fc.double({ min: 0, max: 1.5, noNaN: true }), { minLength: CORRECTION_DRIVERS, maxLength: CORRECTION_DRIVERS })
  .map((drivers) => Float32Array.from(drivers));

describe('what the shader reads of a figure’s corrections', () => {
  test('moves each vertex as the figure’s own skinning does', () => {
    fc.assert(
      fc.property(anyCorrections, anyDrivers, (corrections, drivers) => {
        const mesh = meshWith(corrections);
        const geometry = new BufferGeometry();
        setCorrectionAttributes(geometry, mesh);
        const [positions, normals] = [new Float32Array(3 * VERTICES), new Float32Array(3 * VERTICES)];
        skinVertices(mesh, Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0), positions, normals, drivers);
        for (let v = 0; v < VERTICES; v++)
          asShader(geometry, drivers, v).forEach((shift, k) => expect(shift).toBeCloseTo(positions[3 * v + k]!, 6));
      }),
    );
  });
});

/** A mesh of one bone, all of whose vertices are at the origin. */
function meshWith(corrections: NonNullable<FigureMesh['corrections']>): FigureMesh {
  const weights = Array.from({ length: VERTICES }, () => [1, 0, 0, 0]).flat();
  return {
    positions: new Float32Array(3 * VERTICES),
    normals: new Float32Array(3 * VERTICES),
    indices: new Uint32Array(),
    boneIndices: new Uint8Array(4 * VERTICES),
    boneWeights: Float32Array.from(weights),
    fields: new Float32Array(3 * VERTICES),
    skinIndexCount: 0,
    corrections,
  };
}

/** `corrected` of the vertex shader, slot by slot. */
function asShader(geometry: BufferGeometry, drivers: Float32Array, vertex: number): number[] {
  const sum = [0, 0, 0];
  for (const name of correctionSlots) {
    const slot = geometry.getAttribute(name);
    const code = slot.getW(vertex) + CODE_OFFSET;
    const [shape, left] = [code % SHAPES, Math.floor(code / SHAPES) / SIDE_SHARES];
    const share = left * drivers[shape]! + (1 - left) * drivers[SHAPES + shape]!;
    [slot.getX(vertex), slot.getY(vertex), slot.getZ(vertex)].forEach(
      (steps, k) => (sum[k]! += steps * CORRECTION_STEP_M * share),
    );
  }
  return sum;
}
