import { radFromDeg } from '@sacra/geometry';
import type { Hold } from '@sacra/pose';

/**
 * What gives way first, in numbers. This is the one place where words become tolerances; a tolerance is the deviation that costs the
 * solver one unit (½·1²), so that a wish with twice the tolerance gives way about four times as far for the same pull.
 *
 * `givesWay` lists groups, the first to give way first. The tolerances of a list run in a geometric series from the first to the last
 * value below; a group that isn't in the list stands in the middle.
 */
const first = { angleRad: radFromDeg(24), lengthM: 0.06 };
const last = { angleRad: radFromDeg(2.2), lengthM: 0.005 };

/** Contacts, anchors and places that must be kept: half a millimetre. */
export const mustM = 0.0005;
/** Parts of the body that must touch one another: skin gives more than a mat. */
export const mustTouchM = 0.002;
/** Joints that a shape says nothing about are drawn to rest this loosely (divided by the joint's stiffness). */
export const unspokenRad = radFromDeg(26);
/** Neighbours in the spine share a bend evenly to within this. */
export const evennessRad = radFromDeg(7);

const holdFactor: Readonly<Record<Hold, number>> = { firm: 0.5, plain: 1, loose: 2 };

export interface Tolerances {
  angleRad(group: string, hold?: Hold): number;
  lengthM(group: string, hold?: Hold): number;
}

export function tolerancesOf(givesWay: readonly string[]): Tolerances {
  const rank = (group: string): number => {
    const at = givesWay.indexOf(group);
    if (at < 0 || givesWay.length < 2) return 0.5;
    return at / (givesWay.length - 1);
  };
  const between = (a: number, b: number, t: number): number => a * (b / a) ** t;
  return {
    angleRad: (group, hold = 'plain') => between(first.angleRad, last.angleRad, rank(group)) * holdFactor[hold],
    lengthM: (group, hold = 'plain') => between(first.lengthM, last.lengthM, rank(group)) * holdFactor[hold],
  };
}

/** The group of a joint, for `givesWay`: the part of the body that a teacher would name. */
export function jointGroup(jointName: string): JointGroup {
  for (const [group, pattern] of Object.entries(groupPatterns)) if (pattern.test(jointName)) return group as JointGroup;
  throw new Error(`No group for joint "${jointName}"; groups are ${jointGroups.join(', ')}.`);
}

const groupPatterns = {
  neck: /^neck-/,
  spine: /^(lumb|thoracic)/,
  shoulders: /^(shoulder|clavicle)/,
  elbows: /^(elbow|forearm)/,
  wrists: /^wrist/,
  fingers: /^finger/,
  hips: /^hip/,
  knees: /^knee/,
  ankles: /^ankle/,
  toes: /^toes/,
} as const satisfies Record<string, RegExp>;

export type JointGroup = keyof typeof groupPatterns;

/** Names that `givesWay` can use for joints; it can also use the groups that a shape gives its contacts, touches, places and facings. */
export const jointGroups = Object.keys(groupPatterns) as readonly JointGroup[];
