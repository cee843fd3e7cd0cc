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
  const along = subtract(a1, a0);
  const other = subtract(b1, b0);
  const gap = subtract(a0, b0);
  const fractions = { a: 0, b: 0 };
  solveFractions(dot(along, along), dot(other, other), dot(along, other), dot(along, gap), dot(other, gap), fractions);
  return {
    fractionA: fractions.a,
    fractionB: fractions.b,
    onA: mix(a0, a1, fractions.a),
    onB: mix(b0, b1, fractions.b),
  };
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
