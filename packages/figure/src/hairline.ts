import { smoothStep } from './blend.ts';

/** The hairline in side view, head frame (x forward, z up), metres at 1.70 m: brow, temple, sideburn, ear, nape. */
const outline: readonly (readonly [x: number, z: number])[] = [
  [0.25, 0.112],
  [0.096, 0.11],
  [0.084, 0.103],
  [0.0715, 0.09],
  [0.061, 0.074],
  [0.054, 0.058],
  [0.048, 0.042],
  [0.041, 0.031],
  [0.033, 0.021],
  [0.022, 0.015],
  [-0.012, 0.01],
  [-0.026, -0.008],
  [-0.042, -0.026],
  [-0.058, -0.032],
  [-0.25, -0.034],
];

/**
 * Signed distance in side view to the hairline, metres, positive where hair grows. One smooth number for skin and hair
 * alike: the colour changes where it is zero, and the hair rises from the skin from there.
 */
export function hairlineDistance(xM: number, yM: number, zM: number, lengthScale: number): number {
  const x = xM / lengthScale;
  // at the nape it rises to both sides
  const z = zM / lengthScale - 5 * (yM / lengthScale) ** 2 * smoothStep(0, -0.05, x);
  let nearest = Infinity;
  let above = false;
  for (let i = 0; i + 1 < outline.length; i++) {
    const [ax, az] = outline[i]!;
    const [bx, bz] = outline[i + 1]!;
    const dx = bx - ax;
    const dz = bz - az;
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (z - az) * dz) / (dx * dx + dz * dz)));
    nearest = Math.min(nearest, Math.hypot(x - ax - t * dx, z - az - t * dz));
    // the outline runs from front to back without turning: a point is above it or below
    if ((x <= ax && x > bx) || (i === 0 && x > ax)) above = z > az + ((x - ax) / dx) * dz;
  }
  return (above ? nearest : -nearest) * lengthScale;
}
