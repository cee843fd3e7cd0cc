import { createState, forwardKinematics, type Body, type Configuration } from '@sacra/body';

/** A point of the body that an arrow can start from. */
export interface Marker {
  /** Its segment, whose origin is the point. */
  readonly segment: string;
  /** What it is called to people. */
  readonly part: string;
}

/** Hips and head stand for the trunk; of a limb its far end counts, and its middle where that travels alone. */
const middleMarkers: readonly Marker[] = [
  { segment: 'pelvis', part: 'hips' },
  { segment: 'thorax-lower', part: 'back' },
  { segment: 'head', part: 'head' },
];
const pairedMarkers: readonly Marker[] = [
  { segment: 'hand', part: 'hand' },
  { segment: 'foot', part: 'foot' },
  { segment: 'shank', part: 'knee' },
  { segment: 'forearm', part: 'elbow' },
];

const markers: readonly Marker[] = [
  ...middleMarkers,
  ...pairedMarkers.flatMap(({ segment, part }) =>
    (['left', 'right'] as const).map((side) => ({ segment: `${segment}.${side}`, part: `${side} ${part}` })),
  ),
];

/** The way of one marker through the world. */
export interface Travel {
  readonly part: string;
  readonly pointsM: readonly (readonly [number, number, number])[];
}

/** Ways that come this close to one another are one arrow. */
const ONE_ARROW_M = 0.13;
/** So are two that lead the same way as far as this share of their length. */
const ALIKE_SHARE = 0.3;
/** Who goes less than this is told apart from rest only if nobody goes farther. */
const REST_M = 0.07;
/** An arrow belongs to what goes at least this share of the farthest way. */
const WORTH_SHARE = 0.55;
const MOST_ARROWS = 2;

/** The ways of the parts that travel farthest through these configurations, the farthest first: one or two, none in rest. */
export function farthestTravels(body: Body, frames: readonly Configuration[]): Travel[] {
  const state = createState(body);
  const segments = markers.map(({ segment }) => body.segments.findIndex(({ name }) => name === segment));
  const travels = markers.map(({ part }) => ({ part, pointsM: [] as [number, number, number][] }));
  for (const q of frames) {
    forwardKinematics(body, q, state);
    segments.forEach((segment, i) => {
      const [x = 0, y = 0, z = 0] = state.positionM.subarray(3 * segment, 3 * segment + 3);
      travels[i]!.pointsM.push([x, y, z]);
    });
  }
  const sorted = travels.map((travel) => ({ travel, lengthM: reach(travel) })).sort((a, b) => b.lengthM - a.lengthM);
  const farthestM = sorted[0]!.lengthM;
  const leastM = Math.max(WORTH_SHARE * farthestM, Math.min(REST_M, farthestM));
  const chosen: Travel[] = [];
  for (const { travel, lengthM } of sorted) {
    if (lengthM < leastM || chosen.length === MOST_ARROWS) break;
    if (!chosen.some((other) => isOneArrow(other, travel))) chosen.push(travel);
  }
  return farthestM > 1e-3 ? chosen : [];
}

function isOneArrow(a: Travel, b: Travel): boolean {
  const [alongA, alongB] = [a, b].map(({ pointsM }) => [0, 1, 2].map((k) => pointsM.at(-1)![k]! - pointsM[0]![k]!));
  return gapBetween(a, b) < ONE_ARROW_M || apart(alongA!, alongB!) < ALIKE_SHARE * Math.hypot(...alongA!);
}

/** How far it gets from where it began. */
function reach({ pointsM }: Travel): number {
  return Math.max(...pointsM.map((point) => apart(point, pointsM[0]!)));
}

/** The least distance of two ways at one time. */
function gapBetween(a: Travel, b: Travel): number {
  return Math.min(...a.pointsM.map((point, i) => apart(point, b.pointsM[i]!)));
}

function apart(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!);
}

/** How far the markers of two configurations are apart, the farthest and on average, metres. */
export function markersApart(body: Body, from: Configuration, to: Configuration): { mostM: number; meanM: number } {
  const place = (q: Configuration): Float64Array => {
    const state = createState(body);
    forwardKinematics(body, q, state);
    return state.positionM;
  };
  const [a, b] = [place(from), place(to)];
  const distances = markers.map(({ segment }) => {
    const at = 3 * body.segments.findIndex(({ name }) => name === segment);
    return apart(a.subarray(at, at + 3) as unknown as number[], b.subarray(at, at + 3) as unknown as number[]);
  });
  return { mostM: Math.max(...distances), meanM: distances.reduce((sum, d) => sum + d, 0) / distances.length };
}
