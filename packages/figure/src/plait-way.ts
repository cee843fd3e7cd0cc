import type { BodyState } from '@sacra/body';
import { add, cross, mix, normalise, scale, subtract, type Vec3 } from '@sacra/geometry';
import { fieldDistance, partsNear, placeParts } from './field.ts';
import { headParts } from './head-parts.ts';
import type { Proportions } from './proportions.ts';
import { trunkParts } from './trunk-parts.ts';

/**
 * The way of a plait from behind the left ear, beside the neck, over the collarbone: head frame of the bind pose, metres at 1.70 m. It
 * keeps to the front of the shoulder: there is room for it when one lies on one's back or side.
 */
const WAY_M: readonly Vec3[] = [
  [-0.045, 0.03, -0.012],
  [-0.038, 0.048, -0.045],
  [-0.012, 0.062, -0.08],
  [0.022, 0.068, -0.112],
  [0.048, 0.066, -0.145],
  [0.062, 0.062, -0.178],
  [0.074, 0.06, -0.212],
];
/** How high above the skin its middle runs. */
const ABOVE_SKIN_M = 0.0112;
const DIFFERENCE_M = 0.002;

/** A point of the plait's middle, head frame of the bind pose, metres at 1.70 m, and the ways across the plait and away from the skin there. */
export interface OnPlait {
  readonly middle: Vec3;
  readonly across: Vec3;
  readonly away: Vec3;
}

/** The way of the plait, laid on the skin: a share 0…1 of it as a place. */
export function plaitWay(p: Proportions, bind: BodyState): (share: number) => OnPlait {
  const lengthScale = p.length(1);
  const head = p.segment('head');
  const [ox = 0, oy = 0, oz = 0] = bind.positionM.subarray(3 * head, 3 * head + 3);
  const bare = placeParts([...trunkParts(p), ...headParts(p)], bind);
  const toSkin = (at: Vec3): number => {
    const [x, y, z] = add([ox, oy, oz], scale(at, lengthScale));
    return fieldDistance(partsNear(bare, x, y, z, 0.03), x, y, z) / lengthScale;
  };
  const fromSkin = (at: Vec3): Vec3 =>
    normalise([
      toSkin(add(at, [DIFFERENCE_M, 0, 0])) - toSkin(add(at, [-DIFFERENCE_M, 0, 0])),
      toSkin(add(at, [0, DIFFERENCE_M, 0])) - toSkin(add(at, [0, -DIFFERENCE_M, 0])),
      toSkin(add(at, [0, 0, DIFFERENCE_M])) - toSkin(add(at, [0, 0, -DIFFERENCE_M])),
    ]);
  const laid = WAY_M.map((at) => {
    let there = at;
    for (let round = 0; round < 8; round++) there = add(there, scale(fromSkin(there), ABOVE_SKIN_M - toSkin(there)));
    return there;
  });
  return (share) => {
    const middle = alongCurve(laid, share);
    const along = normalise(subtract(alongCurve(laid, share + 0.02), alongCurve(laid, share - 0.02)));
    const across = normalise(cross(along, fromSkin(middle)));
    return { middle, across, away: cross(across, along) };
  };
}

/** A smooth curve through points (Catmull–Rom), straight on beyond its ends. */
function alongCurve(points: readonly Vec3[], share: number): Vec3 {
  const spans = points.length - 1;
  const at = Math.min(1, Math.max(0, share)) * spans;
  const i = Math.min(spans - 1, Math.floor(at));
  const t = at - i;
  const [b, c] = [points[i]!, points[i + 1]!];
  const before = points[i - 1] ?? subtract(scale(b, 2), c);
  const after = points[i + 2] ?? subtract(scale(c, 2), b);
  const [fromB, fromC] = [scale(subtract(c, before), 0.5), scale(subtract(after, b), 0.5)];
  const bend = t * t * (3 - 2 * t);
  return add(add(mix(b, c, bend), scale(fromB, t * (1 - t) ** 2)), scale(fromC, t * t * (t - 1)));
}
