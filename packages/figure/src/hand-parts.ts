import { upright } from './centreline.ts';
import { loft } from './loft.ts';
import type { Part } from './parts.ts';
import { taperedCapsule } from './primitives.ts';
import { sectionsFrom, type Proportions, type SectionRow } from './proportions.ts';

/** Hand frame, up the hand from the knuckles to the wrist; front is the thumb's side, the palm faces −y. */
const palmRows: readonly SectionRow[] = [
  [-0.089, 0.0375, 0.036, 0.0118, 0.0005, -0.001],
  [-0.07, 0.0385, 0.037, 0.0138, 0, -0.001],
  [-0.045, 0.036, 0.0355, 0.0155, 0, -0.001],
  [-0.02, 0.0292, 0.0292, 0.0155, 0, 0],
  [0.004, 0.0243, 0.0243, 0.0165, 0, 0.0005],
];

/** A finger of the fingers' frame: place and radius at knuckle, middle joint and tip. */
interface Finger {
  readonly knuckle: readonly [x: number, z: number, radius: number];
  readonly middle: readonly [x: number, radius: number];
  readonly tip: readonly [x: number, z: number, radius: number];
}

/** Index, middle, ring and little finger, gently spread. */
const fingers: readonly Finger[] = [
  { knuckle: [0.0282, 0.003, 0.0102], middle: [0.0335, 0.0088], tip: [0.0375, -0.029, 0.0068] },
  { knuckle: [0.0094, 0.0, 0.0104], middle: [0.0112, 0.009], tip: [0.0125, -0.038, 0.0069] },
  { knuckle: [-0.0092, 0.003, 0.01], middle: [-0.0112, 0.0086], tip: [-0.0135, -0.031, 0.0066] },
  { knuckle: [-0.0272, 0.009, 0.0092], middle: [-0.0335, 0.0076], tip: [-0.038, -0.014, 0.0058] },
];

/** How far the underside of fingers and thumb lies below the bones' plane: the palm's is a little lower. */
const FINGER_UNDERSIDE_M = 0.0088;
const THUMB_UNDERSIDE_M = 0.0145;

/** Palm with its two pads, thumb in three pieces, four fingers in two pieces each. */
export function handParts(p: Proportions): Part[] {
  const { length, girth, segment, offsetM } = p;
  const hand = segment('hand.left');
  const common = { region: 'hand', side: 'left' } as const;
  const capsule = (
    on: number,
    from: readonly [number, number, number],
    fromRadius: number,
    to: readonly [number, number, number],
    toRadius: number,
    blend: number,
  ): Part => ({
    ...common,
    segment: on,
    primitive: taperedCapsule(
      [length(from[0]), girth(from[1]), length(from[2])],
      girth(fromRadius),
      [length(to[0]), girth(to[1]), length(to[2])],
      girth(toRadius),
    ),
    blendM: length(blend),
  });

  const palm: Part = {
    ...common,
    segment: hand,
    primitive: loft({
      centreline: upright,
      sections: sectionsFrom(palmRows, length, girth, girth, girth),
      startCapM: length(0.012),
      endCapM: length(0.016),
      exponent: 2.5,
    }),
    blendM: length(0.014),
    segmentAt: (_x, _y, z) => segment(z > length(0.002) ? 'forearm.left' : 'hand.left'),
  };
  const pads = [
    capsule(hand, [0.016, -0.0012, -0.022], 0.013, [0.03, -0.003, -0.055], 0.0112, 0.012),
    capsule(hand, [-0.016, -0.0015, -0.02], 0.012, [-0.023, -0.0025, -0.06], 0.0108, 0.012),
  ];

  const thumbJoints = [
    [0.02, -0.022, 0.0135],
    [0.046, -0.05, 0.0112],
    [0.0605, -0.0735, 0.0098],
    [0.0695, -0.094, 0.0076],
  ] as const;
  const thumb = [0, 1, 2].map((i) => {
    const [ax, az, ar] = thumbJoints[i]!;
    const [bx, bz, br] = thumbJoints[i + 1]!;
    const blend = i === 0 ? 0.014 : 0.004;
    return capsule(hand, [ax, ar - THUMB_UNDERSIDE_M, az], ar, [bx, br - THUMB_UNDERSIDE_M, bz], br, blend);
  });

  const jointReference = (offsetM('fingertips.left')[2] / length(1)) as number;
  const fingerParts = fingers.flatMap(({ knuckle, middle, tip }) => {
    const height = (radius: number): number => radius - FINGER_UNDERSIDE_M;
    return [
      capsule(
        segment('fingers.left'),
        [knuckle[0], height(knuckle[2]) - 0.001, knuckle[1]],
        knuckle[2],
        [middle[0], height(middle[1]), jointReference],
        middle[1],
        0.0045,
      ),
      capsule(
        segment('fingertips.left'),
        [middle[0], height(middle[1]), 0],
        middle[1],
        [tip[0], height(tip[2]), tip[1]],
        tip[2],
        0.002,
      ),
    ];
  });
  return [palm, ...pads, ...thumb, ...fingerParts];
}
