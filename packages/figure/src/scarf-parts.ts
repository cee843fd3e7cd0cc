import type { BodyState } from '@sacra/body';
import { smoothStep, smoothUnion } from './blend.ts';
import { fieldDistance, partsNear, placeParts } from './field.ts';
import { headParts } from './head-parts.ts';
import type { Part } from './parts.ts';
import { ellipsoid } from './primitives.ts';
import type { Proportions } from './proportions.ts';
import { pressedFlat } from './resting-head.ts';
import { trunkParts } from './trunk-parts.ts';

/** The opening for the face: middle height, half width and half height of an oval, metres at 1.70 m. */
const FACE_MIDDLE_M = 0.0165;
const FACE_HALF_WIDTH_M = 0.0575;
const FACE_HALF_HEIGHT_M = 0.0785;
/** Where it ends, metres at 1.70 m in the neck's frame: in front and at the back. */
const HEM_FRONT_M = -0.062;
const HEM_BACK_M = -0.03;

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
  const region = scarfRegion(p);
  // the edge is folded under
  const hem = (insideM: number): number => length(0.0035 * smoothStep(0.016, 0.006, insideM / scale));
  return [
    {
      segment: neck,
      region: 'hair',
      side: 'middle',
      blendM: length(0.003),
      primitive: {
        centreM: [length(0.02), 0, length(0.1)],
        boundingRadiusM: length(0.22),
        distance(x, y, z) {
          const [wx, wy, wz] = [x + ox, y + oy, z + oz];
          const [u, v, w] = [wx - hx, Math.abs(wy), wz - hz];
          const toSkin = fieldDistance(partsNear(bare, wx, wy, wz, 0.01), wx, wy, wz);
          const over = smoothUnion(hairUnder.distance(u, v, w), earUnder.distance(u, v, w), length(0.03));
          const loose = smoothUnion(
            toSkin - folds(u / scale, v / scale, w / scale) * scale - hem(region(u, v, w)),
            over - length(0.003),
            length(0.016),
          );
          const cloth = scale * pressedFlat(loose / scale, u / scale, w / scale);
          return -smoothUnion(-cloth, region(u, v, w), length(0.008));
        },
      },
    },
  ];
}

/** Signed distance to the edge of the scarf, head frame of the bind pose, metres, inside positive. */
export function scarfRegion(p: Proportions): (x: number, y: number, z: number) => number {
  const scale = p.length(1);
  const neckBelow = p.offsetM('head')[2];
  return (x, y, z) => {
    const [u, v, w] = [x / scale, Math.abs(y) / scale, z / scale];
    const radial = Math.hypot(v / FACE_HALF_WIDTH_M, (w - FACE_MIDDLE_M) / FACE_HALF_HEIGHT_M);
    const beyondFace = Math.max((radial - 1) * FACE_HALF_WIDTH_M, 0.03 - u);
    const front = smoothStep(-0.06, 0.07, u);
    const aboveHem = w + neckBelow / scale - (HEM_BACK_M + (HEM_FRONT_M - HEM_BACK_M) * front) - 0.35 * v;
    return scale * Math.min(beyondFace, aboveHem);
  };
}

/** Thickness of the cloth, metres: with soft folds that run down from the ear to the throat. */
function folds(x: number, y: number, z: number): number {
  const atNeck = smoothStep(-0.03, -0.08, z);
  return 0.0055 + 0.0022 * atNeck * Math.sin(150 * z + 75 * y - 25 * x);
}
