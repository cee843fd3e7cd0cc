import type { Vec3 } from '@sacra/geometry';
import { upright } from './centreline.ts';
import { loft, type Section } from './loft.ts';
import type { Part } from './parts.ts';
import { ellipsoid, taperedCapsule, type Primitive } from './primitives.ts';
import type { Proportions } from './proportions.ts';

/**
 * The face from the chin to the brow, head frame, metres on a body of 1.70 m: height, x of the back, of the widest line and of the
 * front, half width.
 */
const faceRows: readonly (readonly [up: number, back: number, widest: number, front: number, side: number])[] = [
  [-0.068, 0.045, 0.068, 0.0885, 0.019],
  [-0.059, 0.028, 0.06, 0.0945, 0.0295],
  [-0.047, 0.012, 0.05, 0.0955, 0.039],
  [-0.033, 0, 0.042, 0.0975, 0.0475],
  [-0.015, -0.005, 0.04, 0.099, 0.0545],
  [0.01, -0.01, 0.04, 0.1, 0.059],
  [0.035, -0.012, 0.042, 0.1015, 0.0625],
  [0.06, -0.01, 0.044, 0.1045, 0.0645],
];

/** A bare head with a calm, barely indicated face, and ears. Hair is worn over it (`hairParts`). */
export function headParts(p: Proportions): Part[] {
  const { length, segment } = p;
  const scaled = (v: Vec3): Vec3 => [length(v[0]), length(v[1]), length(v[2])];
  const head = segment('head');
  const middle = { segment: head, region: 'head', side: 'middle' } as const;
  const paired = { segment: head, region: 'head', side: 'left' } as const;
  const face = loft({
    centreline: upright,
    sections: faceRows.map(([up, back, widest, front, side]): Section => ({
      alongM: length(up),
      frontM: length(front - widest),
      backM: length(widest - back),
      sideM: length(side),
      shiftFrontM: length(widest),
    })),
    startCapM: length(0.009),
    endCapM: length(0.03),
    exponent: 2.15,
  });
  return [
    { ...middle, primitive: cranium(p), blendM: length(0.03) },
    { ...middle, primitive: face, blendM: length(0.03) },
    {
      ...middle,
      primitive: ellipsoid(scaled([0.052, 0, 0.074]), scaled([0.0485, 0.056, 0.044])),
      blendM: length(0.02),
    },
    // the jaw, from the chin towards the ear
    {
      ...paired,
      primitive: taperedCapsule(
        scaled([0.062, 0.013, -0.056]),
        length(0.013),
        scaled([0.012, 0.046, -0.022]),
        length(0.012),
      ),
      blendM: length(0.024),
      pairBlendM: length(0.03),
    },
    // chin, and the roundness around the mouth
    {
      ...middle,
      primitive: ellipsoid(scaled([0.0815, 0, -0.0575]), scaled([0.0155, 0.0175, 0.0125])),
      blendM: length(0.022),
    },
    {
      ...middle,
      primitive: ellipsoid(scaled([0.083, 0, -0.0305]), scaled([0.0185, 0.024, 0.0155])),
      blendM: length(0.012),
    },
    // the hollows of the eyes under the brow, and the closed lids in them
    {
      ...paired,
      primitive: ellipsoid(scaled([0.1185, 0.032, 0.029]), scaled([0.0205, 0.0225, 0.0125])),
      blendM: length(0.018),
      carved: true,
    },
    {
      ...paired,
      primitive: ellipsoid(scaled([0.0815, 0.0315, 0.0285]), scaled([0.0135, 0.0145, 0.0115])),
      blendM: length(0.008),
    },
    // nose: bridge, tip and wings
    {
      ...middle,
      primitive: taperedCapsule(scaled([0.0925, 0, 0.037]), length(0.0052), scaled([0.1085, 0, -0.001]), length(0.007)),
      blendM: length(0.012),
    },
    {
      ...paired,
      primitive: ellipsoid(scaled([0.1, 0.0074, -0.0065]), scaled([0.0085, 0.0052, 0.0052])),
      blendM: length(0.008),
      pairBlendM: length(0.006),
    },
    { ...paired, primitive: ear(p), blendM: length(0.006) },
    {
      ...paired,
      primitive: ellipsoid(scaled([0.006, 0.0845, 0.018]), scaled([0.0085, 0.0065, 0.0145]), -0.2),
      blendM: length(0.005),
      carved: true,
    },
  ];
}

/** The skull above the face. */
export function cranium({ length }: Proportions): Primitive {
  return ellipsoid([length(0.0105), 0, length(0.0575)], [length(0.0915), length(0.0745), length(0.0815)], -0.1);
}

/** How far the ear stands off behind, radians, and how much narrower it is at the lobe. */
const EAR_TURN_RAD = 0.34;
const EAR_TAPER = 0.28;

/** The left ear, a shell that stands off at its back and is narrower at the lobe. Hair keeps clear of it. */
export function ear({ length }: Proportions): Primitive {
  const shell = ellipsoid([0, 0, 0], [length(0.0175), length(0.0062), length(0.0305)], -0.16);
  const [cx, cy, cz] = [length(-0.002), length(0.0765), length(0.0165)];
  const [cos, sin] = [Math.cos(EAR_TURN_RAD), Math.sin(EAR_TURN_RAD)];
  return {
    centreM: [cx, cy, cz],
    boundingRadiusM: length(0.04),
    distance(x, y, z) {
      const [dx, dy, dz] = [x - cx, y - cy, z - cz];
      const along = (dx * cos - dy * sin) / (1 + EAR_TAPER * Math.max(-1, Math.min(0, dz / length(0.0305))));
      return shell.distance(along, dx * sin + dy * cos, dz) * (1 - 0.5 * EAR_TAPER);
    },
  };
}
