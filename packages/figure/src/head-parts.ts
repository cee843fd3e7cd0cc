import type { Vec3 } from '@sacra/geometry';
import { smoothUnion } from './blend.ts';
import type { Part } from './parts.ts';
import { ellipsoid, taperedCapsule, type Primitive } from './primitives.ts';
import type { Proportions } from './proportions.ts';

/**
 * A bare head with ears: an egg with round cheeks, a small nose and a gentle chin. Eyes, brows and mouth are painted on it
 * (`face-lines.ts`), so nothing is dug into it that could lie in shadow. Hair is worn over it (`hairParts`).
 */
export function headParts(p: Proportions): Part[] {
  const { length, segment } = p;
  const scaled = (v: Vec3): Vec3 => [length(v[0]), length(v[1]), length(v[2])];
  const head = segment('head');
  const middle = { segment: head, region: 'head', side: 'middle' } as const;
  const paired = { segment: head, region: 'head', side: 'left' } as const;
  return [
    { ...middle, primitive: skull(p), blendM: length(0.03) },
    // the jaw, from under the mouth towards the ear
    {
      ...paired,
      primitive: taperedCapsule(
        scaled([0.06, 0.011, -0.051]),
        length(0.017),
        scaled([0.01, 0.037, -0.012]),
        length(0.017),
      ),
      blendM: length(0.035),
      pairBlendM: length(0.03),
    },
    // cheeks and chin
    {
      ...paired,
      primitive: ellipsoid(scaled([0.0595, 0.0305, -0.008]), scaled([0.0345, 0.0252, 0.027])),
      blendM: length(0.035),
      pairBlendM: length(0.03),
    },
    {
      ...middle,
      primitive: ellipsoid(scaled([0.078, 0, -0.0625]), scaled([0.016, 0.0185, 0.0155])),
      blendM: length(0.03),
    },
    // the lips' roundness
    {
      ...middle,
      primitive: ellipsoid(scaled([0.085, 0, -0.0355]), scaled([0.0155, 0.021, 0.0125])),
      blendM: length(0.014),
    },
    // nose: bridge, tip and wings
    {
      ...middle,
      primitive: taperedCapsule(scaled([0.0945, 0, 0.03]), length(0.004), scaled([0.1075, 0, -0.0025]), length(0.0066)),
      blendM: length(0.016),
    },
    {
      ...paired,
      primitive: ellipsoid(scaled([0.1, 0.0068, -0.0062]), scaled([0.0072, 0.0046, 0.0044])),
      blendM: length(0.009),
      pairBlendM: length(0.006),
    },
    { ...paired, primitive: ear(p), blendM: length(0.011) },
    { ...paired, primitive: bowlOfEar(p), blendM: length(0.004), carved: true },
  ];
}

/** The egg of the head, that hair grows from: the cranium, the face with its narrow end at the chin, and the forehead between them. */
export function skull({ length }: Proportions): Primitive {
  const egg = (at: Vec3, radii: Vec3, pitchRad: number): Primitive =>
    ellipsoid([length(at[0]), 0, length(at[2])], [length(radii[0]), length(radii[1]), length(radii[2])], pitchRad);
  const cranium = egg([0.0105, 0, 0.0575], [0.0915, 0.0745, 0.0815], -0.1);
  const face = egg([0.0455, 0, 0.009], [0.0555, 0.0585, 0.0875], -0.13);
  const forehead = egg([0.0535, 0, 0.072], [0.0475, 0.0575, 0.046], 0);
  return {
    centreM: [length(0.02), 0, length(0.03)],
    boundingRadiusM: length(0.125),
    distance(x, y, z) {
      const both = smoothUnion(cranium.distance(x, y, z), face.distance(x, y, z), length(0.035));
      return smoothUnion(both, forehead.distance(x, y, z), length(0.03));
    },
  };
}

/** How far the ear stands off behind, radians, and how much narrower it is at the lobe. */
const EAR_TURN_RAD = 0.36;
const EAR_TAPER = 0.3;
const EAR_HALF_HEIGHT_M = 0.0305;

/** The left ear, a shell that stands off at its back and is narrower at the lobe. Hair keeps clear of it. */
export function ear(p: Proportions): Primitive {
  return onEar(p, [0, 0, 0], [0.0178, 0.0082, EAR_HALF_HEIGHT_M]);
}

/** What is taken out of its outer side: not deep enough for a shadow. */
const bowlOfEar = (p: Proportions): Primitive => onEar(p, [0.0018, 0.0118, 0.004], [0.0098, 0.0072, 0.0175]);

/** An ellipsoid in the frame of the ear (forward, outward, up), metres at 1.70 m. */
function onEar({ length }: Proportions, [forward, outward, up]: Vec3, radii: Vec3): Primitive {
  const shell = ellipsoid(
    [length(forward), length(outward), length(up)],
    [length(radii[0]), length(radii[1]), length(radii[2])],
    -0.16,
  );
  const [cx, cy, cz] = [length(-0.003), length(0.0735), length(0.0165)];
  const [cos, sin] = [Math.cos(EAR_TURN_RAD), Math.sin(EAR_TURN_RAD)];
  return {
    centreM: [cx, cy, cz],
    boundingRadiusM: length(0.042),
    distance(x, y, z) {
      const [dx, dy, dz] = [x - cx, y - cy, z - cz];
      const narrowing = 1 + EAR_TAPER * Math.max(-1, Math.min(0, dz / length(EAR_HALF_HEIGHT_M)));
      return shell.distance((dx * cos - dy * sin) / narrowing, dx * sin + dy * cos, dz) * (1 - 0.5 * EAR_TAPER);
    },
  };
}
