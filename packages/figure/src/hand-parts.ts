import { straight, upright } from './centreline.ts';
import { joined } from './joined.ts';
import { loft } from './loft.ts';
import type { Part } from './parts.ts';
import { ellipsoid, taperedCapsule, type Primitive } from './primitives.ts';
import { sectionsFrom, type Proportions, type SectionRow } from './proportions.ts';

/**
 * All tables are in the frame of the left hand of the reference body: z up from the wrist's joint, x to the thumb's side, the palm
 * faces −y. Fingers are straight in the bind pose, so that they share the frame of the hand.
 */
const KNUCKLES_M = 0.0884;
const MIDDLE_JOINTS_M = 0.1309;

/** Up the hand from the knuckles to the wrist; front is the thumb's side. */
const palmRows: readonly SectionRow[] = [
  [-0.098, 0.036, 0.0345, 0.0098, 0.0005, -0.0016],
  [-0.085, 0.0378, 0.0362, 0.0118, 0.0003, -0.001],
  [-0.068, 0.0382, 0.0368, 0.0138, 0, -0.001],
  [-0.045, 0.0362, 0.0352, 0.015, 0, -0.0008],
  [-0.022, 0.0302, 0.03, 0.0158, 0, -0.0002],
  [0.0, 0.0256, 0.0256, 0.0168, 0, 0.0005],
  [0.02, 0.0248, 0.0248, 0.0176, 0, 0],
];

/** A finger: its knuckle and the middle of its tip, and how thick it is beside the index finger. */
interface Finger {
  readonly knuckle: readonly [x: number, z: number];
  readonly tip: readonly [x: number, z: number];
  readonly thickness: number;
}

/** Index, middle, ring and little finger, gently spread. */
const fingers: readonly Finger[] = [
  { knuckle: [0.0282, -0.0845], tip: [0.039, -0.161], thickness: 1 },
  { knuckle: [0.0096, -0.0874], tip: [0.013, -0.1695], thickness: 1.02 },
  { knuckle: [-0.0092, -0.0854], tip: [-0.0138, -0.1625], thickness: 0.96 },
  { knuckle: [-0.0268, -0.0794], tip: [-0.0395, -0.146], thickness: 0.84 },
];

/** Along a finger: 0 at the knuckle, 1 at the middle joint, 2 at the middle of the tip; half breadth and half height. */
const fingerRows: readonly (readonly [along: number, breadth: number, height: number])[] = [
  [-0.25, 0.0098, 0.0092],
  [0.1, 0.0099, 0.0097],
  [0.5, 0.0087, 0.0084],
  [0.95, 0.0091, 0.0086],
  [1.2, 0.0084, 0.0077],
  [1.45, 0.0079, 0.0069],
  [1.66, 0.0078, 0.0066],
  [1.86, 0.0072, 0.006],
  [2, 0.0062, 0.0052],
];

/** The thumb's joints from its root to its tip: x, z, radius. */
const thumbJoints = [
  [0.019, -0.02, 0.0135],
  [0.0455, -0.05, 0.0112],
  [0.0545, -0.0645, 0.0093],
  [0.0605, -0.074, 0.0096],
  [0.0665, -0.0855, 0.0084],
  [0.0705, -0.0945, 0.0066],
] as const;

/** How far the underside of fingers and thumb lies below the bones' plane: the palm's is a little lower. */
const FINGER_UNDERSIDE_M = 0.0088;
const THUMB_UNDERSIDE_M = 0.0145;

/** Palm, knuckles and four fingers with two joints each; and the thumb. */
export function handParts(p: Proportions): Part[] {
  const { length, girth, segment } = p;
  const hand = segment('hand.left');
  const common = { segment: hand, region: 'hand', side: 'left' } as const;
  const thumb: Part = {
    ...common,
    primitive: joined([
      ...thumbJoints.slice(1).map((to, i) => ({
        primitive: thumbPiece(p, thumbJoints[i]!, to),
        blendM: length(0.006),
      })),
      // the flesh between thumb and forefinger
      {
        primitive: ellipsoid(
          [length(0.033), -girth(0.003), -length(0.052)],
          [length(0.014), girth(0.009), length(0.022)],
          -0.5,
        ),
        blendM: length(0.016),
      },
    ]),
    blendM: length(0.013),
  };
  return [
    {
      ...common,
      primitive: joined([
        ...palmPieces(p),
        ...fingers.map((finger) => ({ primitive: fingerLoft(p, finger), blendM: length(0.0035) })),
      ]),
      blendM: length(0.016),
      segmentAt: (_x, _y, z) => {
        if (z > length(0.002)) return segment('forearm.left');
        if (z > -length(KNUCKLES_M)) return hand;
        return segment(z > -length(MIDDLE_JOINTS_M) ? 'fingers.left' : 'fingertips.left');
      },
    },
    thumb,
  ];
}

function palmPieces({ length, girth }: Proportions): { primitive: Primitive; blendM: number; carved?: true }[] {
  const palm = loft({
    centreline: upright,
    sections: sectionsFrom(palmRows, length, girth, girth, girth),
    startCapM: length(0.011),
    endCapM: length(0.016),
    exponent: 2.4,
  });
  const ball = (
    from: readonly [number, number, number],
    fromRadius: number,
    to: readonly [number, number, number],
    toRadius: number,
  ): Primitive =>
    taperedCapsule(
      [length(from[0]), girth(from[1]), length(from[2])],
      girth(fromRadius),
      [length(to[0]), girth(to[1]), length(to[2])],
      girth(toRadius),
    );
  return [
    { primitive: palm, blendM: 0 },
    // balls of the thumb and of the little finger, with the hollow between them
    { primitive: ball([0.016, -0.0022, -0.02], 0.0132, [0.03, -0.004, -0.052], 0.0108), blendM: length(0.012) },
    { primitive: ball([-0.017, -0.0022, -0.02], 0.0125, [-0.0245, -0.0028, -0.064], 0.0108), blendM: length(0.012) },
    {
      primitive: ellipsoid([0, -girth(0.0215), -length(0.058)], [length(0.016), girth(0.0092), length(0.026)]),
      blendM: length(0.012),
      carved: true,
    },
    // knuckles and the strings that run to them
    ...fingers.map(({ knuckle: [x, z], thickness }) => ({
      primitive: ball([x * 0.5, 0.006, -0.04], 0.0058, [x, 0.0046, z], 0.0066 * thickness),
      blendM: length(0.009),
    })),
  ];
}

function fingerLoft({ length, girth }: Proportions, { knuckle, tip, thickness }: Finger): Primitive {
  const lengthM = Math.hypot(tip[0] - knuckle[0], tip[1] - knuckle[1]);
  const middleM = (lengthM * (MIDDLE_JOINTS_M + knuckle[1])) / (knuckle[1] - tip[1]);
  const rows = fingerRows.map(([along, breadth, height]): SectionRow => [
    along < 1 ? along * middleM : middleM + (along - 1) * (lengthM - middleM),
    breadth * thickness,
    breadth * thickness,
    height * thickness,
    0,
    height * thickness - FINGER_UNDERSIDE_M,
  ]);
  return loft({
    centreline: straight([length(knuckle[0]), length(knuckle[1])], [length(tip[0]), length(tip[1])]),
    sections: sectionsFrom(rows, length, girth, girth, girth),
    startCapM: length(0.006),
    endCapM: length(0.0062 * thickness),
    exponent: 2.15,
  });
}

function thumbPiece(
  { length, girth }: Proportions,
  [ax, az, ar]: readonly [number, number, number],
  [bx, bz, br]: readonly [number, number, number],
): Primitive {
  return taperedCapsule(
    [length(ax), girth(ar - THUMB_UNDERSIDE_M), length(az)],
    girth(ar),
    [length(bx), girth(br - THUMB_UNDERSIDE_M), length(bz)],
    girth(br),
  );
}
