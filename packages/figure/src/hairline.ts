import { smoothStep } from './blend.ts';

/** The hairline in side view, head frame (x forward, z up), metres at 1.70 m: brow, temple, sideburn, ear, nape. */
const outline: readonly (readonly [x: number, z: number])[] = [
  [0.25, 0.104],
  [0.1, 0.1035],
  [0.094, 0.102],
  [0.086, 0.0975],
  [0.0775, 0.089],
  [0.0695, 0.0785],
  [0.0635, 0.067],
  [0.0595, 0.056],
  [0.0555, 0.0465],
  [0.0485, 0.039],
  [0.0405, 0.0325],
  [0.0355, 0.0235],
  [0.032, 0.0135],
  [0.0265, 0.0085],
  [0.0205, 0.0125],
  [0.0145, 0.026],
  [-0.014, 0.022],
  [-0.022, 0.002],
  [-0.03, -0.014],
  [-0.042, -0.026],
  [-0.058, -0.033],
  [-0.25, -0.035],
];

const HALF_WIDTH_M = 0.075;

/**
 * Signed distance in side view to the hairline, metres, positive where hair grows. One smooth number for skin and hair
 * alike: the colour changes where it is zero, and the hair rises from the skin from there.
 */
export function hairlineDistance(xM: number, yM: number, zM: number, lengthScale: number): number {
  const x = xM / lengthScale;
  // at the nape it rises to both sides, and it is an arch above the brow
  const bend = 5.5 * smoothStep(0.045, 0.08, x) - 5 * smoothStep(0, -0.05, x);
  // as far as the head reaches: hands are in front of it, and no hair grows there
  const z = zM / lengthScale + bend * Math.min(HALF_WIDTH_M, Math.abs(yM) / lengthScale) ** 2;
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
