/**
 * Nearness of tapered capsules: of all the balls along two axes, their radii growing evenly from end to end, the two that are nearest to one
 * another, or overlap most.
 *
 * |A(s) − B(t)| − r(s) − r(t) is convex in both fractions, so its least value is one and changes without a jump as the capsules move, also
 * where they lie alongside; and its derivative is that of the distance of the two points held where they are (Danskin). Inside the square of
 * fractions the least is where the line of centres meets both axes at the angles of the tapers, which is linear in them; else on its edge,
 * where one end's ball looks along the other axis.
 */

/** What was found, written in place. */
export interface NearestBalls {
  /** Fractions along the axes, 0…1. */
  a: number;
  b: number;
  /** Distance of the centres. */
  apart: number;
  /** Distance of the surfaces, negative when they overlap. */
  gap: number;
}

/** Axis i runs from `starts[3i…]` to `ends[3i…]`, its radius from `startRadii[i]` to `endRadii[i]`. Allocates nothing. */
export function nearestBalls(
  starts: Float64Array,
  ends: Float64Array,
  startRadii: Float64Array,
  endRadii: Float64Array,
  a: number,
  b: number,
  out: NearestBalls,
): void {
  const i = 3 * a;
  const j = 3 * b;
  const radiusA = startRadii[a]!;
  const radiusB = startRadii[b]!;
  const taperA = endRadii[a]! - radiusA;
  const taperB = endRadii[b]! - radiusB;
  const ux = ends[i]! - starts[i]!;
  const uy = ends[i + 1]! - starts[i + 1]!;
  const uz = ends[i + 2]! - starts[i + 2]!;
  const vx = ends[j]! - starts[j]!;
  const vy = ends[j + 1]! - starts[j + 1]!;
  const vz = ends[j + 2]! - starts[j + 2]!;
  const gx = starts[i]! - starts[j]!;
  const gy = starts[i + 1]! - starts[j + 1]!;
  const gz = starts[i + 2]! - starts[j + 2]!;
  const uu = ux * ux + uy * uy + uz * uz;
  const vv = vx * vx + vy * vy + vz * vz;
  const uv = ux * vx + uy * vy + uz * vz;
  const ug = ux * gx + uy * gy + uz * gz;
  const vg = vx * gx + vy * gy + vz * gz;

  // Inside: the unit vector n from B to A has n·u = taperA and n·v = −taperB. Its part in the plane of both axes follows from that.
  const determinant = uu * vv - uv * uv;
  if (determinant > 1e-12 * uu * vv) {
    const inPlane = (taperA * taperA * vv + 2 * taperA * taperB * uv + taperB * taperB * uu) / determinant;
    if (inPlane < 1) {
      const across = gx * (uy * vz - uz * vy) + gy * (uz * vx - ux * vz) + gz * (ux * vy - uy * vx);
      const apart = Math.abs(across) / Math.sqrt(determinant * (1 - inPlane));
      const p = apart * taperA - ug;
      const q = -apart * taperB - vg;
      const s = (p * vv - uv * q) / determinant;
      const t = (uv * p - uu * q) / determinant;
      if (s >= 0 && s <= 1 && t >= 0 && t <= 1) {
        out.a = s;
        out.b = t;
        out.apart = apart;
        out.gap = apart - radiusA - s * taperA - radiusB - t * taperB;
        return;
      }
    }
  }

  // The edge: each end's ball against the other axis.
  const gg = gx * gx + gy * gy + gz * gz;
  out.gap = Infinity;
  for (let end = 0; end <= 1; end++) {
    // d = A(end) − B(0), seen from B's axis; then B(end) − A(0) from A's.
    const ad = vg + end * uv;
    const add = gg + end * (2 * ug + uu);
    const t = alongAxis(vv, ad, add, taperB);
    settle(out, end, t, add - 2 * t * ad + t * t * vv, radiusA + end * taperA + radiusB + t * taperB);
    const bd = -ug + end * uv;
    const bdd = gg + end * (vv - 2 * vg);
    const s = alongAxis(uu, bd, bdd, taperA);
    settle(out, s, end, bdd - 2 * s * bd + s * s * uu, radiusA + s * taperA + radiusB + end * taperB);
  }
}

/** Where along an axis (squared length `ll`) its ball is nearest to a point, which lies d from its start: `ld` = axis·d, `dd` = d·d. */
function alongAxis(ll: number, ld: number, dd: number, taper: number): number {
  const steep = taper * taper;
  // One end's ball holds all the others, or as good as that: within a micrometre.
  if (ll - steep <= 1e-12) return taper > 0 ? 1 : 0;
  const foot = ld / ll;
  const off = Math.sqrt(Math.max(0, dd - foot * ld));
  return Math.min(1, Math.max(0, foot + (taper * off) / Math.sqrt(ll * (ll - steep))));
}

function settle(out: NearestBalls, a: number, b: number, square: number, radii: number): void {
  const apart = Math.sqrt(Math.max(0, square));
  const gap = apart - radii;
  if (gap >= out.gap) return;
  out.a = a;
  out.b = b;
  out.apart = apart;
  out.gap = gap;
}
