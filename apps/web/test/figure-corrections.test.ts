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
  TURN_STEP,
  turnSlots,
} from '../src/lib/figure/correction-attributes.ts';

const VERTICES = 5;

const anySteps = (most: number) =>
  fc.tuple(
    fc.integer({ min: -most, max: most }),
    fc.integer({ min: -most, max: most }),
    fc.integer({ min: -most, max: most }),
  );

/** Corrections as a figure has them: no vertex more than there are slots. */
const anyCorrections = fc
  .array(
    fc.record({
      vertex: fc.nat(VERTICES - 1),
      shape: fc.nat(SHAPES - 1),
      leftShare: fc.nat(SIDE_SHARES),
      steps: anySteps(127),
      // a normal never turns so far that nothing is left of it
      turnSteps: anySteps(3),
    }),
    { maxLength: correctionSlots.length },
  )
  .map((entries) => ({
    vertices: Uint32Array.from(entries, ({ vertex }) => vertex),
    shapes: Uint8Array.from(entries, ({ shape }) => shape),
    leftShares: Uint8Array.from(entries, ({ leftShare }) => leftShare),
    shiftsM: Float32Array.from(entries.flatMap(({ steps }) => steps.map((step) => step * CORRECTION_STEP_M))),
    turns: Float32Array.from(entries.flatMap(({ turnSteps }) => turnSteps.map((step) => step * TURN_STEP))),
  }));
const anyDrivers = fc
  .array(fc.double({ min: 0, max: 1.5, noNaN: true }), { minLength: CORRECTION_DRIVERS, maxLength: CORRECTION_DRIVERS })
  .map((drivers) => Float32Array.from(drivers));

describe('what the shader reads of a figure’s corrections', () => {
  test('moves each vertex, and turns its normal, as the figure’s own skinning does', () => {
    fc.assert(
      fc.property(anyCorrections, anyDrivers, (corrections, drivers) => {
        const mesh = meshWith(corrections);
        const geometry = new BufferGeometry();
        setCorrectionAttributes(geometry, mesh);
        const [positions, normals] = [new Float32Array(3 * VERTICES), new Float32Array(3 * VERTICES)];
        skinVertices(mesh, Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0), positions, normals, drivers);
        for (let v = 0; v < VERTICES; v++) {
          const { shiftM, normal } = asShader(geometry, drivers, v);
          shiftM.forEach((shift, k) => expect(shift).toBeCloseTo(positions[3 * v + k]!, 6));
          normal.forEach((part, k) => expect(part).toBeCloseTo(normals[3 * v + k]!, 5));
        }
      }),
    );
  });
});

/** A mesh of one bone, all of whose vertices are at the origin and face up. */
function meshWith(corrections: NonNullable<FigureMesh['corrections']>): FigureMesh {
  const weights = Array.from({ length: VERTICES }, () => [1, 0, 0, 0]).flat();
  return {
    positions: new Float32Array(3 * VERTICES),
    normals: Float32Array.from({ length: 3 * VERTICES }, (_, i) => (i % 3 === 2 ? 1 : 0)),
    indices: new Uint32Array(),
    boneIndices: new Uint8Array(4 * VERTICES),
    boneWeights: Float32Array.from(weights),
    fields: new Float32Array(3 * VERTICES),
    skinIndexCount: 0,
    corrections,
  };
}

/** What the vertex shader makes of the slots, one by one. */
function asShader(
  geometry: BufferGeometry,
  drivers: Float32Array,
  vertex: number,
): { shiftM: number[]; normal: number[] } {
  const shiftM = [0, 0, 0];
  const normal = [0, 0, 1];
  correctionSlots.forEach((name, i) => {
    const slot = geometry.getAttribute(name);
    const code = slot.getW(vertex) + CODE_OFFSET;
    const [shape, left] = [code % SHAPES, Math.floor(code / SHAPES) / SIDE_SHARES];
    const share = left * drivers[shape]! + (1 - left) * drivers[SHAPES + shape]!;
    const turn = geometry.getAttribute(turnSlots[i]!);
    for (let k = 0; k < 3; k++) {
      shiftM[k]! += slot.getComponent(vertex, k) * CORRECTION_STEP_M * share;
      normal[k]! += turn.getComponent(vertex, k) * TURN_STEP * share;
    }
  });
  const length = Math.hypot(...normal);
  return { shiftM, normal: normal.map((part) => part / length) };
}
