import type { BodyState } from '@sacra/body';
import { mix, smoothStep, smoothUnion } from './blend.ts';
import { fieldDistance, partsNear, placeParts } from './field.ts';
import { headParts } from './head-parts.ts';
import type { Part } from './parts.ts';
import { ellipsoid, taperedCapsule } from './primitives.ts';
import type { Proportions } from './proportions.ts';
import { pressedFlat } from './resting-head.ts';
import { trunkParts } from './trunk-parts.ts';

/** The opening for the face: middle height, half width and half height of an oval, metres at 1.70 m. */
const FACE_MIDDLE_M = 0.0165;
const FACE_HALF_WIDTH_M = 0.0575;
const FACE_HALF_HEIGHT_M = 0.0785;
/**
 * It ends all around where an egg about the root of the neck does, low enough to cover what every top leaves free there: middle (forward
 * and up) and half axes (forward, back, to either side, down), metres at 1.70 m in the neck's frame.
 */
const HEM_MIDDLE_M = [-0.012, 0.012] as const;
const HEM_AXES_M = { ahead: 0.195, behind: 0.116, aside: 0.128, down: 0.218 } as const;

/** A scarf that lies close around head and neck and leaves the face free: a layer over the skin, fuller over hair and ears. */
export function scarfParts(p: Proportions, bind: BodyState): Part[] {
  const { length, segment } = p;
  const scale = length(1);
  const bare = placeParts([...trunkParts(p), ...headParts(p)], bind);
  const neck = segment('neck');
  const [ox = 0, oy = 0, oz = 0] = bind.positionM.subarray(3 * neck, 3 * neck + 3);
  const head = segment('head');
  const [hx = 0, , hz = 0] = bind.positionM.subarray(3 * head, 3 * head + 3);
  const hairUnder = ellipsoid([length(0.0105), 0, length(0.058)], [length(0.0925), length(0.083), length(0.089)], -0.1);
  const earUnder = ellipsoid(
    [-length(0.008), length(0.062), length(0.012)],
    [length(0.05), length(0.03), length(0.062)],
  );
  // from the back of the head it falls straight to the shoulders
  const nape = taperedCapsule([-length(0.022), 0, 0], length(0.05), [-length(0.02), 0, -length(0.1)], length(0.052));
  const region = scarfRegion(p);
  // the edge of the face is folded under
  const hem = (insideM: number, x: number): number =>
    length(0.0042 * smoothStep(0.018, 0.007, insideM / scale) * smoothStep(0.0, 0.03, x));
  return [
    {
      segment: neck,
      region: 'hair',
      side: 'middle',
      blendM: length(0.003),
      primitive: {
        centreM: [length(0.02), 0, length(0.1)],
        boundingRadiusM: length(0.27),
        distance(x, y, z) {
          const [wx, wy, wz] = [x + ox, y + oy, z + oz];
          const [u, v, w] = [wx - hx, wy, wz - hz];
          const toSkin = fieldDistance(partsNear(bare, wx, wy, wz, 0.01), wx, wy, wz);
          const atEars = smoothUnion(hairUnder.distance(u, v, w), earUnder.distance(u, Math.abs(v), w), length(0.03));
          const over = smoothUnion(atEars, nape.distance(u, v, w), length(0.04));
          const loose = smoothUnion(
            toSkin - folds(u / scale, v / scale, w / scale) * scale - hem(region(u, v, w), u / scale),
            over - length(0.003),
            length(0.016),
          );
          const cloth = scale * pressedFlat(loose / scale, u / scale, w / scale, reliefAt(w / scale));
          return -smoothUnion(-cloth, region(u, v, w), length(0.008));
        },
      },
    },
  ];
}

/** Signed distance to the edge of the scarf, head frame of the bind pose, metres, inside positive. */
export function scarfRegion(p: Proportions): (x: number, y: number, z: number) => number {
  const scale = p.length(1);
  const [neckAhead, , neckBelow] = p.offsetM('head').map((offset) => offset / scale) as [number, number, number];
  return (x, y, z) => {
    const [u, v, w] = [x / scale, Math.abs(y) / scale, z / scale];
    const radial = Math.hypot(v / FACE_HALF_WIDTH_M, (w - FACE_MIDDLE_M) / FACE_HALF_HEIGHT_M);
    const beyondFace = Math.max((radial - 1) * FACE_HALF_WIDTH_M, 0.03 - u);
    const [ahead, up] = [u + neckAhead - HEM_MIDDLE_M[0], w + neckBelow - HEM_MIDDLE_M[1]];
    const reach = Math.hypot(
      ahead / (ahead > 0 ? HEM_AXES_M.ahead : HEM_AXES_M.behind),
      v / HEM_AXES_M.aside,
      Math.min(0, up) / HEM_AXES_M.down,
    );
    // above the egg it widens: there nothing ends
    const withinHem = (1 - reach / (1 + Math.max(0, up) / 0.09)) * HEM_AXES_M.aside;
    return scale * Math.min(beyondFace, withinHem);
  };
}

/** It is pressed flat where the head lies, not where the shoulders do. */
const reliefAt = (z: number): number => -0.2 * smoothStep(-0.03, -0.13, z);

/** Thickness of the cloth, metres at 1.70 m: from the right ear it is laid over the throat to the left shoulder in soft folds. */
function folds(x: number, y: number, z: number): number {
  const atNeck = smoothStep(-0.045, -0.09, z);
  const across = z + 0.5 * y + 0.25 * Math.min(0, x);
  const hanging = smoothStep(-0.24, -0.17, z) * smoothStep(-0.07, -0.01, x);
  // thin where the root of the neck rounds onto the mat: the skin beneath has its colour
  const onMat = smoothStep(-0.066, -0.086, x) * smoothStep(-0.055, -0.082, z);
  return (
    mix(mix(0.006, 0.0035, smoothStep(-0.12, -0.2, z)), 0.0006, onMat) +
    atNeck * (0.0035 * hanging + 0.0034 * hanging * Math.sin(140 * across + 1.2))
  );
}
