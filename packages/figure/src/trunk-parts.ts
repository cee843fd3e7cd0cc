import { upright } from './centreline.ts';
import { loft } from './loft.ts';
import type { Part } from './parts.ts';
import { ellipsoid, taperedCapsule } from './primitives.ts';
import { sectionsFrom, type Proportions, type SectionRow } from './proportions.ts';

/** Height of the neck's joint above the hips on the reference body, metres: the tables below run up to it. */
const REFERENCE_NECK_M = 0.544;

/**
 * Pelvis frame, upwards from below the seat to the root of the neck: height, x of the back, x of the front, half width. The
 * backs lie where the body's landmarks do (sacrum, lumbar-back, mid-back, upper-back), since that is what lies on the mat.
 */
type Outline = readonly [height: number, back: number, front: number, side: number];

const femaleTrunk: readonly Outline[] = [
  [-0.072, -0.084, 0.05, 0.078],
  [-0.045, -0.104, 0.076, 0.125],
  [-0.01, -0.114, 0.09, 0.157],
  [0.03, -0.118, 0.094, 0.161],
  [0.07, -0.118, 0.096, 0.153],
  [0.11, -0.113, 0.098, 0.14],
  [0.15, -0.108, 0.098, 0.128],
  [0.19, -0.106, 0.096, 0.121],
  [0.23, -0.108, 0.094, 0.12],
  [0.28, -0.115, 0.093, 0.127],
  [0.33, -0.124, 0.088, 0.135],
  [0.38, -0.133, 0.074, 0.139],
  [0.42, -0.14, 0.055, 0.136],
  [0.46, -0.143, 0.032, 0.12],
  [0.5, -0.132, 0.012, 0.082],
  [0.53, -0.114, 0.002, 0.055],
];

const maleTrunk: readonly Outline[] = femaleTrunk.map(([z, back, front, side]) => {
  const waist = Math.exp(-(((z - 0.18) / 0.09) ** 2));
  const chest = Math.exp(-(((z - 0.4) / 0.1) ** 2));
  const hips = Math.exp(-((z / 0.09) ** 2));
  return [z, back, front + 0.004 * waist + 0.006 * chest, side * (1 + 0.1 * waist + 0.09 * chest - 0.06 * hips)];
});

/** The widest line of a section lies in the middle of its depth. */
const sectionRow = ([z, back, front, side]: Outline): SectionRow => [
  z,
  (front - back) / 2,
  (front - back) / 2,
  side,
  (front + back) / 2,
];

const neckRows: readonly SectionRow[] = [
  [-0.04, 0.05, 0.052, 0.059, -0.002],
  [0, 0.0455, 0.05, 0.0475, 0.001],
  [0.05, 0.04, 0.048, 0.0425, 0.007],
  [0.1, 0.042, 0.048, 0.0435, 0.017],
];

/** Trunk, breast, seat, neck and the bridges of the shoulder girdle. */
export function trunkParts(p: Proportions): Part[] {
  const { length, girth, soft, segment, offsetM } = p;
  const spine = ['pelvis', 'lumbar-lower', 'lumbar-middle', 'lumbar-upper', 'thorax-lower', 'thorax-upper', 'neck'];
  const jointHeightM: number[] = [];
  spine.forEach((name, i) => jointHeightM.push(i === 0 ? -1 : Math.max(0, jointHeightM[i - 1]!) + offsetM(name)[2]));
  const neckHeightM = jointHeightM.at(-1)!;
  const alongTrunk = (reference: number): number => (reference * neckHeightM) / REFERENCE_NECK_M;
  const trunkSegmentAt = (_x: number, _y: number, z: number): number => {
    let above = 0;
    while (above < 5 && z > jointHeightM[above + 1]!) above++;
    return segment(spine[above]!);
  };
  const trunk: Part = {
    segment: segment('pelvis'),
    primitive: loft({
      centreline: upright,
      sections: sectionsFrom((p.female ? femaleTrunk : maleTrunk).map(sectionRow), alongTrunk, soft, girth, soft),
      startCapM: length(0.026),
      endCapM: length(0.035),
      exponent: 2.15,
    }),
    blendM: length(0.02),
    region: 'trunk',
    side: 'middle',
    segmentAt: trunkSegmentAt,
  };
  const neck: Part = {
    segment: segment('neck'),
    primitive: loft({
      centreline: upright,
      sections: sectionsFrom(neckRows, length, girth, girth, girth),
      startCapM: length(0.02),
      endCapM: length(0.03),
    }),
    blendM: length(0.055),
    region: 'trunk',
    side: 'middle',
    segmentAt: (_x, _y, z) => segment(z > offsetM('head')[2] - length(0.02) ? 'head' : 'neck'),
  };
  return [trunk, ...chestParts(p), ...seatParts(p), ...girdleParts(p), neck];
}

function chestParts({ female, length, girth, soft, segment }: Proportions): Part[] {
  const common = { region: 'trunk', side: 'left' } as const;
  if (!female)
    return [
      {
        ...common,
        segment: segment('thorax-upper'),
        primitive: ellipsoid(
          [length(0.078), length(0.068), -length(0.035)],
          [girth(0.032), girth(0.078), girth(0.055)],
          0.15,
        ),
        blendM: length(0.05),
        pairBlendM: length(0.02),
      },
    ];
  return [
    {
      ...common,
      segment: segment('thorax-lower'),
      primitive: ellipsoid([length(0.1), length(0.066), -length(0.01)], [soft(0.046), soft(0.054), soft(0.052)], 0),
      blendM: length(0.05),
      pairBlendM: length(0.022),
    },
  ];
}

function seatParts({ length, girth, soft, segment }: Proportions): Part[] {
  return [
    {
      segment: segment('pelvis'),
      region: 'trunk',
      side: 'left',
      primitive: ellipsoid([-length(0.054), length(0.069), -length(0.012)], [girth(0.073), soft(0.074), soft(0.074)]),
      blendM: length(0.05),
      pairBlendM: length(0.008),
    },
  ];
}

/** Slope of the shoulder, front and back walls of the armpit: what joins arm and trunk without a step. */
function girdleParts({ length, girth, segment, offsetM }: Proportions): Part[] {
  const [sx, sy, sz] = offsetM('upper-arm.left');
  const common = { region: 'trunk', side: 'left', pairBlendM: length(0.03) } as const;
  return [
    {
      ...common,
      segment: segment('clavicle.left'),
      primitive: taperedCapsule(
        [-length(0.056), length(0.014), length(0.024)],
        girth(0.04),
        [sx - length(0.004), sy - length(0.035), sz + length(0.012)],
        girth(0.036),
      ),
      blendM: length(0.05),
    },
    {
      ...common,
      segment: segment('clavicle.left'),
      primitive: taperedCapsule(
        [length(0.01), length(0.045), -length(0.085)],
        girth(0.046),
        [sx + length(0.008), sy - length(0.012), sz - length(0.022)],
        girth(0.038),
      ),
      blendM: length(0.05),
    },
    {
      ...common,
      segment: segment('thorax-upper'),
      primitive: taperedCapsule(
        [-length(0.018), length(0.085), -length(0.045)],
        girth(0.05),
        [-length(0.018), length(0.135), length(0.012)],
        girth(0.036),
      ),
      blendM: length(0.055),
    },
  ];
}
