import { standardMat, type View } from '@sacra/figure';
import type { Ball } from './segment-motion.ts';

/** Where the camera looks, and from how far. */
export interface Framing {
  readonly targetM: readonly [number, number, number];
  readonly distanceM: number;
}

/** A lens: half the field of view as tangents, after the margins are taken off. */
export interface Lens {
  readonly tanX: number;
  readonly tanY: number;
}

/** Vertical field of view: long, so that limbs near the camera do not swell. */
export const FIELD_OF_VIEW_RAD = (24 * Math.PI) / 180;
/** Share of the picture left empty on each side. */
const MARGIN = 0.075;
/** How much farther the camera may stand for the mat's sake. */
const WIDENING_LIMIT = 1.22;
/** Small poses are not blown up: never nearer than this. */
const NEAREST_M = 3.1;

export function lensFor(aspect: number): Lens {
  const tan = Math.tan(FIELD_OF_VIEW_RAD / 2) * (1 - 2 * MARGIN);
  return { tanX: tan * aspect, tanY: tan };
}

/** Unit axes of a view: towards the camera, to its right, upwards. */
export function axesOf({ azimuthRad, elevationRad }: View) {
  const [ca, sa, ce, se] = [Math.cos(azimuthRad), Math.sin(azimuthRad), Math.cos(elevationRad), Math.sin(elevationRad)];
  return {
    outward: [ce * ca, ce * sa, se],
    right: [-sa, ca, 0],
    up: [-se * ca, -se * sa, ce],
  } as const;
}

/**
 * The nearest place on a view's line from which all balls are in the picture. With a ball at a to the right and b towards
 * the camera, the picture's right edge asks for tan · (D − b) ≥ a − c + r′ for a target at c, r′ = r √(1 + tan²), and so on for
 * the other edges: the least D and its c follow in closed form, each way.
 *
 * @internal for tests
 */
export function frameBalls(view: View, balls: readonly Ball[], lens: Lens): Framing {
  const { outward, right, up } = axesOf(view);
  const along = (axis: readonly [number, number, number], ball: Ball): number =>
    axis[0] * ball[0] + axis[1] * ball[1] + axis[2] * ball[2];
  const fit = (axis: readonly [number, number, number], tan: number): { centre: number; distance: number } => {
    const stretch = Math.sqrt(1 + tan * tan);
    let plus = -Infinity;
    let minus = -Infinity;
    for (const ball of balls) {
      const a = along(axis, ball);
      const reach = ball[3] * stretch + tan * along(outward, ball);
      plus = Math.max(plus, a + reach);
      minus = Math.max(minus, -a + reach);
    }
    return { centre: (plus - minus) / 2, distance: (plus + minus) / (2 * tan) };
  };
  const across = fit(right, lens.tanX);
  const upright = fit(up, lens.tanY);
  const middle = balls.reduce((sum, ball) => sum + along(outward, ball), 0) / balls.length;
  const distanceM = Math.max(across.distance, upright.distance, NEAREST_M + middle) - middle;
  const targetM = [0, 1, 2].map(
    (k) => right[k]! * across.centre + up[k]! * upright.centre + outward[k]! * middle,
  ) as unknown as Framing['targetM'];
  return { targetM, distanceM };
}

/** The least distance from a given target at which all balls are in the picture. */
export function distanceAround(view: View, targetM: Framing['targetM'], balls: readonly Ball[], lens: Lens): number {
  const { outward, right, up } = axesOf(view);
  const [stretchX, stretchY] = [Math.sqrt(1 + lens.tanX * lens.tanX), Math.sqrt(1 + lens.tanY * lens.tanY)];
  let least = 0;
  // Once a frame for each ball: nothing is allocated here.
  for (let i = 0; i < balls.length; i++) {
    const ball = balls[i]!;
    const x = ball[0] - targetM[0];
    const y = ball[1] - targetM[1];
    const z = ball[2] - targetM[2];
    const towards = outward[0] * x + outward[1] * y + outward[2] * z;
    const across = Math.abs(right[0] * x + right[1] * y + right[2] * z);
    const upright = Math.abs(up[0] * x + up[1] * y + up[2] * z);
    least = Math.max(
      least,
      (across + ball[3] * stretchX) / lens.tanX + towards,
      (upright + ball[3] * stretchY) / lens.tanY + towards,
    );
  }
  return least;
}

/**
 * The framing of the body, widened to take in all of the mat where that costs little: in a narrow picture the mat may run out
 * of it, the body never.
 */
export function frameOnMat(view: View, balls: readonly Ball[], lens: Lens): Framing {
  const body = frameBalls(view, balls, lens);
  const all = frameBalls(view, [...balls, ...matCorners], lens);
  const furthestM = body.distanceM * WIDENING_LIMIT;
  if (all.distanceM <= furthestM) return all;
  return mixFraming(body, all, (furthestM - body.distanceM) / (all.distanceM - body.distanceM));
}

/**
 * What of a body belongs to the picture: some ground around it, and a finger's breadth of flesh and hair beyond the capsules.
 *
 * @param ends the ends of the capsules, four numbers each, as `SegmentMotion` has them
 * @param out written over where there is something already: with every frame nothing need be allocated
 */
export function withFootprints(ends: Float32Array, out: WritableBall[] = []): WritableBall[] {
  for (let i = 0; i < ends.length / 4; i++) {
    const [x, y, radius] = [ends[4 * i]!, ends[4 * i + 1]!, ends[4 * i + 3]!];
    writeBall((out[2 * i] ??= [0, 0, 0, 0]), x, y, ends[4 * i + 2]!, radius + 0.035);
    writeBall((out[2 * i + 1] ??= [0, 0, 0, 0]), x, y, 0, radius + 0.06);
  }
  return out;
}

type WritableBall = [...Ball];

function writeBall(ball: WritableBall, x: number, y: number, z: number, radius: number): void {
  ball[0] = x;
  ball[1] = y;
  ball[2] = z;
  ball[3] = radius;
}

const [matX, matY] = [standardMat.lengthM / 2, standardMat.widthM / 2];
const matCorners: readonly Ball[] = [-matX, matX].flatMap((x) =>
  [-matY, matY].map((y): Ball => [standardMat.centreM[0] + x, standardMat.centreM[1] + y, 0, 0]),
);

/** The part of the way between two framings. */
export function mixFraming(a: Framing, b: Framing, t: number): Framing {
  const mix = (x: number, y: number): number => x + (y - x) * t;
  return {
    targetM: [mix(a.targetM[0], b.targetM[0]), mix(a.targetM[1], b.targetM[1]), mix(a.targetM[2], b.targetM[2])],
    distanceM: mix(a.distanceM, b.distanceM),
  };
}
