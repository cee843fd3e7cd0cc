import { fieldDistance, partsNear, type PlacedPart } from './field.ts';
import type { Extent } from './grid-lines.ts';

const DIFFERENCE_M = 0.0008;
/** Normals are taken over a wider stencil, which keeps the narrow grooves from glittering. */
const NORMAL_DIFFERENCE_M = 0.0022;

/**
 * Moves each vertex onto the zero set along the field's gradient (two Newton steps, each at most 0.6 of a cell) and
 * returns the unit outward normals, 3 a vertex. Vertices of a half with y = 0 stay on the middle plane.
 */
export function projectToSurface(
  placed: readonly PlacedPart[],
  positions: Float32Array,
  cellM: number,
  extent: Extent = 'half',
): Float32Array {
  const lowestY = extent === 'half' ? 0 : -Infinity;
  const normals = new Float32Array(positions.length);
  const gradient = new Float64Array(3);
  for (let o = 0; o < positions.length; o += 3) {
    let x = positions[o]!;
    let y = positions[o + 1]!;
    let z = positions[o + 2]!;
    const middle = extent === 'half' && y === 0;
    const near = partsNear(placed, x, y, z, 0.01);
    for (let step = 0; step < 2; step++) {
      const distance = fieldDistance(near, x, y, z);
      writeGradient(near, x, y, z, DIFFERENCE_M, gradient);
      const gx = gradient[0]!;
      const gy = gradient[1]!;
      const gz = gradient[2]!;
      const squared = gx * gx + gy * gy + gz * gz || 1;
      const limit = 0.6 * cellM;
      const move = Math.max(-limit, Math.min(limit, distance / squared));
      x -= gx * move;
      y = middle ? 0 : Math.max(lowestY, y - gy * move);
      z -= gz * move;
    }
    writeGradient(near, x, y, z, NORMAL_DIFFERENCE_M, gradient);
    if (middle) gradient[1] = 0;
    const length = Math.hypot(gradient[0]!, gradient[1]!, gradient[2]!) || 1;
    positions[o] = x;
    positions[o + 1] = y;
    positions[o + 2] = z;
    for (let a = 0; a < 3; a++) normals[o + a] = gradient[a]! / length;
  }
  return normals;
}

function writeGradient(
  near: readonly PlacedPart[],
  x: number,
  y: number,
  z: number,
  e: number,
  out: Float64Array,
): void {
  out[0] = (fieldDistance(near, x + e, y, z) - fieldDistance(near, x - e, y, z)) / (2 * e);
  out[1] = (fieldDistance(near, x, y + e, z) - fieldDistance(near, x, y - e, z)) / (2 * e);
  out[2] = (fieldDistance(near, x, y, z + e) - fieldDistance(near, x, y, z - e)) / (2 * e);
}
