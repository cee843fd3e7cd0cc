import { forward } from './centreline.ts';
import { loft } from './loft.ts';
import type { Part } from './parts.ts';
import { ellipsoid, taperedCapsule } from './primitives.ts';
import { sectionsFrom, type Proportions, type SectionRow } from './proportions.ts';

/** Foot frame, from heel to ball: up, down and sideways of a centre `shift` above the ankle; the sole is at −0.0663. */
const footRows: readonly SectionRow[] = [
  [-0.036, 0.027, 0.0263, 0.0255, -0.04, 0],
  [-0.01, 0.036, 0.03, 0.0295, -0.0363, 0],
  [0.03, 0.035, 0.029, 0.0305, -0.0365, 0.001],
  [0.07, 0.0275, 0.0215, 0.0355, -0.0445, 0.001],
  [0.105, 0.0185, 0.016, 0.041, -0.0503, 0],
  [0.131, 0.014, 0.0128, 0.0425, -0.0535, -0.001],
];

/** Root and tip of each toe in the toes' frame, from the big toe outwards: x, y, radius. */
const toes: readonly (readonly [
  rootX: number,
  rootY: number,
  rootR: number,
  tipX: number,
  tipY: number,
  tipR: number,
])[] = [
  [-0.012, -0.0268, 0.0132, 0.0465, -0.0288, 0.011],
  [-0.008, -0.0092, 0.0098, 0.0465, -0.0098, 0.0082],
  [-0.01, 0.0056, 0.0095, 0.0385, 0.0068, 0.0078],
  [-0.016, 0.02, 0.0092, 0.0285, 0.0222, 0.0074],
  [-0.022, 0.0325, 0.0085, 0.0155, 0.0358, 0.0074],
];

/** Distance of the toes' joint from the sole on the reference body, metres. */
const TOE_JOINT_M = 0.012;

/** Foot, heel tendon, ankle bones and five toes. */
export function footParts(p: Proportions): Part[] {
  const { length, girth, segment, offsetM } = p;
  const common = { region: 'foot', side: 'left' } as const;
  const [toeJointX] = offsetM('toes.left');
  const foot: Part = {
    ...common,
    segment: segment('foot.left'),
    primitive: loft({
      centreline: forward,
      sections: sectionsFrom(footRows, length, length, length, girth).map((section, i) => ({
        ...section,
        shiftFrontM: length(footRows[i]![4]!),
      })),
      startCapM: length(0.023),
      endCapM: length(0.02),
      exponent: 2.35,
    }),
    blendM: length(0.022),
    segmentAt: (x) => segment(x > toeJointX ? 'toes.left' : 'foot.left'),
  };
  const ankleBones: Part[] = [
    ellipsoid([-length(0.004), girth(0.0245), -length(0.006)], [length(0.012), girth(0.0075), length(0.013)]),
    ellipsoid([length(0.004), -girth(0.0235), length(0.003)], [length(0.012), girth(0.0075), length(0.013)]),
  ].map((primitive) => ({ ...common, segment: segment('foot.left'), primitive, blendM: length(0.02) }));
  const tendon: Part = {
    ...common,
    segment: segment('foot.left'),
    primitive: taperedCapsule(
      [-length(0.018), 0, length(0.05)],
      girth(0.018),
      [-length(0.03), 0, -length(0.03)],
      girth(0.0235),
    ),
    blendM: length(0.02),
    segmentAt: (_x, _y, z) => segment(z > length(0.012) ? 'shank.left' : 'foot.left'),
  };
  const toeParts = toes.map(([rootX, rootY, rootR, tipX, tipY, tipR]): Part => {
    const height = (radius: number): number => girth(radius - TOE_JOINT_M);
    return {
      ...common,
      segment: segment('toes.left'),
      primitive: taperedCapsule(
        [length(rootX), girth(rootY), height(rootR)],
        girth(rootR),
        [length(tipX), girth(tipY), height(tipR)],
        girth(tipR),
      ),
      blendM: length(0.0035),
    };
  });
  return [foot, tendon, ...ankleBones, ...toeParts];
}
