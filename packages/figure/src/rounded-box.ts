type Triple = readonly [number, number, number];

export interface SolidShape {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly indices: Uint32Array;
}

/** Steps around half of a rounded edge. */
const ROUND_STEPS = 4;
/** Vertices on flat parts are no farther apart: shade is worked out at vertices. */
const FLAT_STEP_M = 0.045;

/** A place along one axis of a face: where the rounding starts from, and how far into the rounding it is, −1 to 1. */
interface Stop {
  readonly baseM: number;
  readonly into: number;
}

/**
 * A box whose edges and corners are parts of an ellipsoid with the given half-axes: with equal ones a box with rounded edges, with half the
 * height of the box a pillow, with half of height and width a roll. Closed; its faces meet in vertices of their own with equal normals.
 *
 * @param radiiM half-axes of the rounding along length, width and height, metres; each at most half of its side
 */
export function roundedBox(centreM: Triple, sizeM: Triple, radiiM: Triple): SolidShape {
  const radii = radiiM.map((radius, k) => Math.min(radius, sizeM[k]! / 2));
  const reach = radii.map((radius, k) => sizeM[k]! / 2 - radius);
  const stops = reach.map(stopsAlong);
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (let axis = 0; axis < 3; axis++) {
    for (const sign of [-1, 1]) {
      const [u, v] = sign > 0 ? [(axis + 1) % 3, (axis + 2) % 3] : [(axis + 2) % 3, (axis + 1) % 3];
      const first = positions.length / 3;
      const across = stops[v]!.length;
      for (const [i, alongU] of stops[u]!.entries()) {
        for (const [j, alongV] of stops[v]!.entries()) {
          const towards = [0, 0, 0];
          const base = [0, 0, 0];
          [towards[axis], towards[u], towards[v]] = [sign, alongU.into, alongV.into];
          [base[axis], base[u], base[v]] = [sign * reach[axis]!, alongU.baseM, alongV.baseM];
          const length = Math.hypot(...towards);
          const slant = towards.map((value, k) => value / length / radii[k]!);
          const norm = Math.hypot(...slant);
          for (let k = 0; k < 3; k++) {
            positions.push(centreM[k]! + base[k]! + (towards[k]! / length) * radii[k]!);
            normals.push(slant[k]! / norm);
          }
          if (i === 0 || j === 0) continue;
          const here = first + i * across + j;
          indices.push(here - across - 1, here - 1, here, here - across - 1, here, here - across);
        }
      }
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    indices: Uint32Array.from(indices),
  };
}

/** The rounding at one end, the flat part, the rounding at the other. A face takes half of each rounded edge: up to 45°. */
function stopsAlong(reachM: number): Stop[] {
  const rounding = Array.from({ length: ROUND_STEPS + 1 }, (_, i) => Math.tan(((i / ROUND_STEPS) * Math.PI) / 4));
  const flatSteps = reachM < 1e-6 ? 0 : Math.ceil((2 * reachM) / FLAT_STEP_M);
  const flat = Array.from({ length: Math.max(0, flatSteps - 1) }, (_, i) => ({
    baseM: ((2 * (i + 1)) / flatSteps - 1) * reachM,
    into: 0,
  }));
  const end = rounding.map((into) => ({ baseM: reachM, into }));
  const start = rounding.map((into) => ({ baseM: -reachM, into: -into })).reverse();
  // without a flat part both roundings begin in the same place
  return [...start, ...flat, ...(flatSteps === 0 ? end.slice(1) : end)];
}
