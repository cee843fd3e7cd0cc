import { landmarkByName, segmentByName, capsuleByName, type Body } from '@sacra/body';
import { smoothStep } from '../blend.ts';
import { sexShape, type SexShape } from './sex-shape.ts';
import { landmarkRatio, ratio, type PointMap, type TwoBodies } from './segment-map.ts';

/** A height of the trunk at which its measures are known. */
interface Level {
  readonly segment: string;
  readonly front: string;
  readonly back: string;
  readonly capsule: string;
  /** How much of the fullness the front, the sides and the back take here. */
  readonly soft: readonly [front: number, side: number, back: number];
}

/** Upwards. The belly takes most, what lies on the bones of the back hardly any. */
const levels: readonly Level[] = [
  { segment: 'pelvis', front: 'belly', back: 'sacrum', capsule: 'pelvis', soft: [0.9, 1, 0.6] },
  { segment: 'lumbar-middle', front: 'belly', back: 'lumbar-back', capsule: 'waist', soft: [1.5, 1.1, 0.25] },
  { segment: 'thorax-lower', front: 'chest', back: 'mid-back', capsule: 'ribs', soft: [1.1, 0.75, 0.2] },
  { segment: 'thorax-upper', front: 'breastbone', back: 'upper-back', capsule: 'upper-chest', soft: [0.3, 0.3, 0.15] },
  { segment: 'neck', front: 'neck-back', back: 'neck-back', capsule: 'neck', soft: [0.1, 0.1, 0.1] },
  { segment: 'head', front: 'neck-back', back: 'neck-back', capsule: 'neck', soft: [0, 0, 0] },
];

const spine = ['lumbar-lower', 'lumbar-middle', 'lumbar-upper', 'thorax-lower', 'thorax-upper', 'neck', 'head'];

/** Front and back pass into one another over this much to both sides of the spine's line, metres. */
const MIDDLE_M = 0.05;

/** The map reads its measures from a table by height, {@link LOWEST_M} above the hips and upwards. */
const ROWS = 128;
const LOWEST_M = -0.15;
/** Line of the spine in both bodies, rise, front, back, side, and the softness of the three. */
const WIDTH = 9;

/** Map of the trunk and neck, in the world of the bind pose less the place of the pelvis. */
export function trunkMap(bodies: TwoBodies): PointMap {
  const neckM = spineJoints(bodies.from).at(-2)![1];
  const highestM = neckM * 1.5;
  const rowM = (highestM - LOWEST_M) / (ROWS - 1);
  const sex = sexShape(bodies, neckM);
  const rowAt = measuresByHeight(bodies, sex);
  const table = Float64Array.from(Array.from({ length: ROWS }, (_, row) => rowAt(LOWEST_M + row * rowM)).flat());

  return (x, y, z, out) => {
    const place = Math.max(0, Math.min(ROWS - 1.001, (z - LOWEST_M) / rowM));
    const o = WIDTH * Math.floor(place);
    const t = place - Math.floor(place);
    const u = 1 - t;
    const depth = x - (u * table[o]! + t * table[o + WIDTH]!);
    const frontness = smoothStep(-MIDDLE_M, MIDDLE_M, depth);
    const backness = 1 - frontness;
    const deep =
      frontness * (u * table[o + 3]! + t * table[o + WIDTH + 3]!) +
      backness * (u * table[o + 4]! + t * table[o + WIDTH + 4]!);
    const softDeep =
      frontness * (u * table[o + 6]! + t * table[o + WIDTH + 6]!) +
      backness * (u * table[o + 7]! + t * table[o + WIDTH + 7]!);
    const sideM = y * (u * table[o + 5]! + t * table[o + WIDTH + 5]!);
    const depthM = (depth + (sex === undefined ? 0 : frontness * sex.frontM(y, z))) * deep;
    out[0] = u * table[o + 1]! + t * table[o + WIDTH + 1]! + depthM;
    out[1] = sideM;
    out[2] = z + (u * table[o + 2]! + t * table[o + WIDTH + 2]!);
    out[3] = depthM * softDeep;
    out[4] = sideM * (u * table[o + 8]! + t * table[o + WIDTH + 8]!);
    out[5] = 0;
  };
}

/** Gives, for a height above the hips of the first body, one row of the table; `height` is how much higher the point goes. */
function measuresByHeight(bodies: TwoBodies, sex: SexShape | undefined): (heightM: number) => number[] {
  const { from, to } = bodies;
  const jointsFrom = spineJoints(from);
  const jointsTo = spineJoints(to);
  const levelHeights = levels.map(({ segment }) => jointsFrom[spine.indexOf(segment) + 1]![1]);
  const depth = (name: string): number =>
    ratio(Math.abs(landmarkByName(from, name).positionM[0]), Math.abs(landmarkByName(to, name).positionM[0]));
  const measures = levels.map(({ front, back, capsule, soft }) => [
    depth(front),
    depth(back),
    ratio(halfWidth(from, capsule), halfWidth(to, capsule)),
    soft[0],
    soft[2],
    soft[1],
  ]);
  const below = landmarkRatio(bodies, 'sit-bone.left', 2);

  return (heightM) => {
    // the spine's line at this height, in both bodies
    const joint = Math.max(
      0,
      Math.min(
        jointsFrom.length - 2,
        jointsFrom.findLastIndex(([, z]) => z <= heightM),
      ),
    );
    const [[fromX, fromZ], [fromX2, fromZ2]] = [jointsFrom[joint]!, jointsFrom[joint + 1]!];
    const [[toX, toZ], [toX2, toZ2]] = [jointsTo[joint]!, jointsTo[joint + 1]!];
    const span = (heightM - fromZ) / (fromZ2 - fromZ);
    const along = Math.max(0, Math.min(1, span));
    const raised = heightM < 0 ? heightM * (below - 1) : toZ - fromZ + span * (toZ2 - toZ - (fromZ2 - fromZ));

    // the measures between the two levels next to it
    const level = Math.max(
      0,
      Math.min(
        levels.length - 2,
        levelHeights.findLastIndex((z) => z <= heightM),
      ),
    );
    const t = smoothStep(levelHeights[level]!, levelHeights[level + 1]!, heightM);
    const between = measures[level]!.map((value, i) => value + t * (measures[level + 1]![i]! - value));
    between[2]! *= sex?.breadth(heightM) ?? 1;
    return [fromX + along * (fromX2 - fromX), toX + along * (toX2 - toX), raised, ...between];
  };
}

/** Front-to-back place and height of the pelvis and of each joint of the spine, above the hips, metres. */
function spineJoints(body: Body): (readonly [x: number, z: number])[] {
  let [x, z] = [0, 0];
  return [
    [0, 0] as const,
    ...spine.map((name) => {
      const { offsetM } = body.segments[segmentByName(body, name)]!;
      x += offsetM[0];
      z += offsetM[2];
      return [x, z] as const;
    }),
  ];
}

function halfWidth(body: Body, capsule: string): number {
  const { startM, startRadiusM } = capsuleByName(body, capsule);
  return Math.abs(startM[1]) + startRadiusM;
}
