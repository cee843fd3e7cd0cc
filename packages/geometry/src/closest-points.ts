import { dot, mix, subtract, type Vec3 } from './vec3.ts';

/** Where two line segments are nearest: fractions along each (0…1) and the points there. */
export interface ClosestPoints {
  readonly fractionA: number;
  readonly fractionB: number;
  readonly onA: Vec3;
  readonly onB: Vec3;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * Closest points of the segments a0–a1 and b0–b1, by minimising the squared distance in both fractions and clamping
 * (Ericson, Real-Time Collision Detection, section 5.1.9). Segments may be points. For parallel segments, one of the
 * equally near pairs. Directions less than a microradian apart count as parallel, and a segment shorter than a micrometre
 * as a point: the distance is then too long by a millionth of the shorter segment, or a micrometre, at most.
 */
export function closestPoints(a0: Vec3, a1: Vec3, b0: Vec3, b1: Vec3): ClosestPoints {
  const fractions = { a: 0, b: 0 };
  closestFractions(a0, a1, b0, b1, fractions);
  return {
    fractionA: fractions.a,
    fractionB: fractions.b,
    onA: mix(a0, a1, fractions.a),
    onB: mix(b0, b1, fractions.b),
  };
}

/** As `closestPoints`, but writes only the two fractions, into `out`. */
export function closestFractions(a0: Vec3, a1: Vec3, b0: Vec3, b1: Vec3, out: { a: number; b: number }): void {
  const along = subtract(a1, a0);
  const other = subtract(b1, b0);
  const gap = subtract(a0, b0);
  solveFractions(dot(along, along), dot(other, other), dot(along, other), dot(along, gap), dot(other, gap), out);
}

/**
 * The same from flat arrays: segment i runs from `starts[3i…]` to `ends[3i…]`. Writes the fractions into `out` and
 * returns the distance between the two points. Allocates nothing.
 */
export function closestFractionsFlat(
  starts: Float64Array,
  ends: Float64Array,
  a: number,
  b: number,
  out: { a: number; b: number },
): number {
  const i = 3 * a;
  const j = 3 * b;
  const ax = ends[i]! - starts[i]!;
  const ay = ends[i + 1]! - starts[i + 1]!;
  const az = ends[i + 2]! - starts[i + 2]!;
  const bx = ends[j]! - starts[j]!;
  const by = ends[j + 1]! - starts[j + 1]!;
  const bz = ends[j + 2]! - starts[j + 2]!;
  const gx = starts[i]! - starts[j]!;
  const gy = starts[i + 1]! - starts[j + 1]!;
  const gz = starts[i + 2]! - starts[j + 2]!;
  solveFractions(
    ax * ax + ay * ay + az * az,
    bx * bx + by * by + bz * bz,
    ax * bx + ay * by + az * bz,
    ax * gx + ay * gy + az * gz,
    bx * gx + by * gy + bz * gz,
    out,
  );
  return Math.hypot(gx + ax * out.a - bx * out.b, gy + ay * out.a - by * out.b, gz + az * out.a - bz * out.b);
}

/** aa, bb: squared lengths; ab: product of the directions; ag, bg: products with the gap from b0 to a0. */
function solveFractions(
  aa: number,
  bb: number,
  ab: number,
  ag: number,
  bg: number,
  out: { a: number; b: number },
): void {
  const tiny = 1e-12;
  if (aa <= tiny && bb <= tiny) {
    out.a = 0;
    out.b = 0;
    return;
  }
  if (aa <= tiny) {
    out.a = 0;
    out.b = clamp(bg / bb);
    return;
  }
  if (bb <= tiny) {
    out.a = clamp(-ag / aa);
    out.b = 0;
    return;
  }
  const determinant = aa * bb - ab * ab;
  out.a = determinant > tiny * aa * bb ? clamp((ab * bg - ag * bb) / determinant) : 0;
  out.b = (ab * out.a + bg) / bb;
  if (out.b < 0) {
    out.b = 0;
    out.a = clamp(-ag / aa);
  } else if (out.b > 1) {
    out.b = 1;
    out.a = clamp((ab - ag) / aa);
  }
}
