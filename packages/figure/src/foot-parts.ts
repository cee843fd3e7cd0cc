import { forward } from './centreline.ts';
import { joined } from './joined.ts';
import { loft } from './loft.ts';
import type { Part } from './parts.ts';
import { ellipsoid, taperedCapsule, type Primitive } from './primitives.ts';
import { sectionsFrom, type Proportions, type SectionRow } from './proportions.ts';

/**
 * All tables are in the frame of the left foot of the reference body: z up from the ankle's joint, x towards the toes, y outwards.
 * The sole is at −0.0663. Toes are straight in the bind pose, so that they share the frame of the foot.
 */
const SOLE_M = -0.0663;

/** From heel to ball: up, down and sideways of a centre `shift` above the ankle. */
const footRows: readonly SectionRow[] = [
  [-0.04, 0.025, 0.0245, 0.0245, -0.0418, 0.001],
  [-0.014, 0.034, 0.0283, 0.0288, -0.038, 0.0015],
  [0.026, 0.0345, 0.0276, 0.0296, -0.0387, 0.0025],
  [0.064, 0.0275, 0.0218, 0.034, -0.0445, 0.0025],
  [0.1, 0.0188, 0.0163, 0.0398, -0.05, 0.0005],
  [0.127, 0.0138, 0.0128, 0.0422, -0.0535, -0.001],
];

/** A toe: root, middle joint and tip, each x, y and z from the sole, and radius. From the big toe outwards. */
type ToePoint = readonly [x: number, y: number, upM: number, radius: number];
const toes: readonly (readonly [root: ToePoint, middle: ToePoint, tip: ToePoint])[] = [
  [
    [0.117, -0.0262, 0.0146, 0.0138],
    [0.15, -0.0283, 0.0118, 0.0112],
    [0.1755, -0.0284, 0.0107, 0.0107],
  ],
  [
    [0.12, -0.0085, 0.0146, 0.0102],
    [0.1605, -0.0086, 0.0125, 0.008],
    [0.178, -0.0088, 0.0075, 0.0075],
  ],
  [
    [0.118, 0.0062, 0.0138, 0.0098],
    [0.1535, 0.0074, 0.0118, 0.0077],
    [0.1695, 0.0078, 0.0072, 0.0072],
  ],
  [
    [0.112, 0.0205, 0.0126, 0.0094],
    [0.1445, 0.0225, 0.0108, 0.0074],
    [0.159, 0.0232, 0.0069, 0.0069],
  ],
  [
    [0.105, 0.0335, 0.0112, 0.0088],
    [0.1335, 0.0362, 0.0094, 0.0072],
    [0.146, 0.0372, 0.0067, 0.0067],
  ],
];

/** The little toe's joint lies this far back for each metre outwards. */
const TOE_LINE_SLOPE = 0.25;

/** Foot with arch and heel, heel tendon, ankle bones and five toes. */
export function footParts(p: Proportions): Part[] {
  const { length, girth, segment, offsetM } = p;
  const common = { segment: segment('foot.left'), region: 'foot', side: 'left' } as const;
  const [toeJointX] = offsetM('toes.left');
  const foot: Part = {
    ...common,
    primitive: joined([
      ...solePieces(p),
      ...toes.flatMap(([root, middle, tip], i) => [
        { primitive: toePiece(p, root, middle), blendM: length(i === 0 ? 0.009 : 0.0055) },
        { primitive: toePiece(p, middle, tip), blendM: length(0.0022) },
      ]),
    ]),
    blendM: length(0.022),
    segmentAt: (x, y) => segment(x > toeJointX - TOE_LINE_SLOPE * Math.max(0, y) ? 'toes.left' : 'foot.left'),
  };
  const ankleBones: Part[] = [
    ellipsoid([-length(0.006), girth(0.0248), -length(0.008)], [length(0.0105), girth(0.0082), length(0.0125)]),
    ellipsoid([length(0.004), -girth(0.0243), length(0.003)], [length(0.011), girth(0.0082), length(0.0125)]),
  ].map((primitive) => ({ ...common, primitive, blendM: length(0.019) }));
  const tendon: Part = {
    ...common,
    primitive: taperedCapsule(
      [-length(0.02), 0, length(0.055)],
      girth(0.0165),
      [-length(0.0335), girth(0.0005), -length(0.03)],
      girth(0.0205),
    ),
    blendM: length(0.018),
    segmentAt: (_x, _y, z) => segment(z > length(0.012) ? 'shank.left' : 'foot.left'),
  };
  return [foot, tendon, ...ankleBones];
}

function solePieces({ length, girth }: Proportions): { primitive: Primitive; blendM: number; carved?: true }[] {
  const sole = loft({
    centreline: forward,
    sections: sectionsFrom(footRows, length, length, length, girth).map((section, i) => ({
      ...section,
      shiftFrontM: length(footRows[i]![4]!),
      shiftSideM: girth(footRows[i]![5]!),
    })),
    startCapM: length(0.0195),
    endCapM: length(0.017),
    exponent: 2.3,
  });
  return [
    { primitive: sole, blendM: 0 },
    // the ridge of the instep runs from the ankle to the big toe
    {
      primitive: taperedCapsule(
        [length(0.02), -girth(0.003), -length(0.02)],
        girth(0.019),
        [length(0.112), -girth(0.0215), -length(0.046)],
        girth(0.0125),
      ),
      blendM: length(0.024),
    },
    // the arch, open to the inner side
    {
      primitive: ellipsoid(
        [length(0.052), -girth(0.034), length(SOLE_M - 0.0035)],
        [length(0.047), girth(0.03), length(0.0175)],
      ),
      blendM: length(0.015),
      carved: true,
    },
    // balls of the big and of the little toe
    {
      primitive: ellipsoid(
        [length(0.124), -girth(0.0275), length(SOLE_M + 0.0132)],
        [length(0.017), girth(0.0165), length(0.0132)],
      ),
      blendM: length(0.012),
    },
    {
      primitive: ellipsoid(
        [length(0.108), girth(0.0305), length(SOLE_M + 0.0112)],
        [length(0.018), girth(0.0122), length(0.0112)],
      ),
      blendM: length(0.012),
    },
  ];
}

function toePiece({ length, girth }: Proportions, [ax, ay, az, ar]: ToePoint, [bx, by, bz, br]: ToePoint): Primitive {
  return taperedCapsule(
    [length(ax), girth(ay), length(SOLE_M) + girth(az)],
    girth(ar),
    [length(bx), girth(by), length(SOLE_M) + girth(bz)],
    girth(br),
  );
}
