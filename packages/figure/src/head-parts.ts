import type { Vec3 } from '@sacra/geometry';
import { smoothStep } from './blend.ts';
import { upright } from './centreline.ts';
import { hairlineDistance } from './hairline.ts';
import { loft } from './loft.ts';
import type { Part } from './parts.ts';
import { ellipsoid, taperedCapsule, type Primitive } from './primitives.ts';
import { sectionsFrom, type Proportions, type SectionRow } from './proportions.ts';

/** Head frame, up from the chin to the brow. */
const faceRows: readonly SectionRow[] = [
  [-0.071, 0.017, 0.02, 0.017, 0.064],
  [-0.058, 0.0255, 0.035, 0.026, 0.0595],
  [-0.04, 0.0355, 0.045, 0.038, 0.0525],
  [-0.015, 0.042, 0.055, 0.0505, 0.047],
  [0.01, 0.044, 0.055, 0.057, 0.0445],
  [0.035, 0.047, 0.055, 0.0615, 0.045],
  [0.06, 0.045, 0.05, 0.063, 0.044],
];

/** Thickness of the hair where it lies close, and the way it takes from the hairline to reach it, metres. */
const HAIR_THICKNESS_M = 0.009;
const HAIR_RISE_M = 0.026;

/** Head with a calm, barely indicated face, ears, and hair gathered in a knot. */
export function headParts(p: Proportions): Part[] {
  const { length, segment } = p;
  const scaled = (v: Vec3): Vec3 => [length(v[0]), length(v[1]), length(v[2])];
  const head = segment('head');
  const middle = { segment: head, region: 'head', side: 'middle' } as const;
  const paired = { segment: head, region: 'head', side: 'left' } as const;
  const cranium = ellipsoid(scaled([0.009, 0, 0.058]), scaled([0.094, 0.0735, 0.0805]), -0.1);
  const face = loft({
    centreline: upright,
    sections: sectionsFrom(faceRows, length, length, length, length),
    startCapM: length(0.013),
    endCapM: length(0.03),
    exponent: 2.1,
  });
  return [
    { ...middle, primitive: cranium, blendM: length(0.02) },
    { ...middle, primitive: face, blendM: length(0.03) },
    // the hollows of the eyes, the brow above them
    {
      ...paired,
      primitive: ellipsoid(scaled([0.1135, 0.0315, 0.018]), scaled([0.0185, 0.02, 0.0145])),
      blendM: length(0.015),
      carved: true,
    },
    // nose: bridge, tip and wings
    {
      ...middle,
      primitive: taperedCapsule(scaled([0.086, 0, 0.03]), length(0.006), scaled([0.1015, 0, -0.0075]), length(0.0078)),
      blendM: length(0.014),
    },
    {
      ...paired,
      primitive: ellipsoid(scaled([0.0935, 0.0085, -0.0115]), scaled([0.008, 0.0055, 0.0052])),
      blendM: length(0.009),
      pairBlendM: length(0.006),
    },
    // the jaw, from the chin towards the ear
    {
      ...paired,
      primitive: taperedCapsule(
        scaled([0.066, 0.007, -0.06]),
        length(0.012),
        scaled([0.018, 0.046, -0.02]),
        length(0.0095),
      ),
      blendM: length(0.024),
      pairBlendM: length(0.01),
    },
    { ...middle, primitive: hair(p, cranium), blendM: length(0.004), region: 'hair' },
    ...knot(p),
    { ...paired, primitive: ear(p), blendM: length(0.006) },
    {
      ...paired,
      primitive: ellipsoid(scaled([0.005, 0.084, 0.011]), scaled([0.0085, 0.005, 0.016]), -0.2),
      blendM: length(0.004),
      carved: true,
    },
  ];
}

/** The left ear. Hair keeps clear of it. */
export function ear({ length }: Proportions): Primitive {
  return ellipsoid([length(0), length(0.075), length(0.01)], [length(0.0165), length(0.0075), length(0.0285)], -0.2);
}

/** A layer over the skull that rises from the hairline. */
function hair({ length }: Proportions, cranium: Primitive): Primitive {
  const scale = length(1);
  return {
    centreM: cranium.centreM,
    boundingRadiusM: cranium.boundingRadiusM + length(0.01),
    distance(x, y, z) {
      const inHair = hairlineDistance(x, y, z, scale);
      const rise = smoothStep(-0.002 * scale, HAIR_RISE_M * scale, inHair);
      // a little fuller on top, closer at the back, where the head rests
      const fullness = HAIR_THICKNESS_M * (0.72 + 0.45 * smoothStep(0, 0.14 * scale, z));
      return cranium.distance(x, y, z) - scale * (fullness * rise - 0.004 * (1 - rise));
    },
  };
}

/** The knot on the crown: a soft ball with a narrower root. */
function knot({ length, segment }: Proportions): Part[] {
  const common = { segment: segment('head'), region: 'hair', side: 'middle' } as const;
  const ball = ellipsoid([-length(0.04), 0, length(0.162)], [length(0.039), length(0.04), length(0.031)], -0.3);
  return [{ ...common, primitive: ball, blendM: length(0.016) }];
}
