import type { Capsule, CapsulePair } from './body.ts';
import { fleshOfCapsule } from './capsules.ts';
import type { Measure } from './measure.ts';
import { mirrorName, sides } from './sides.ts';

/** A limb against a part of the trunk or the head. The number is how many millimetres flesh gives, on the reference body. */
const limbAndMiddle: readonly (readonly [limb: string, middle: string, mm: number])[] = [
  ['thigh', 'waist', 45],
  ['thigh', 'ribs', 30],
  ['thigh', 'upper-chest', 30],
  ['thigh', 'head-face', 4],
  ['thigh', 'head-back', 4],
  ['shank', 'pelvis', 20],
  ['shank', 'waist', 20],
  ['shank', 'ribs', 10],
  ['shank', 'head-face', 4],
  ['foot', 'pelvis', 15],
  ['upper-arm', 'waist', 20],
  ['upper-arm', 'ribs', 20],
  ['upper-arm', 'upper-chest', 60],
  ['upper-arm', 'head-back', 8],
  ['upper-arm', 'head-face', 8],
  ['forearm', 'pelvis', 6],
  ['forearm', 'waist', 8],
  ['forearm', 'ribs', 8],
  ['forearm', 'upper-chest', 8],
  ['forearm', 'head-back', 2],
  ['forearm', 'head-face', 2],
  ['hand', 'pelvis', 4],
  ['hand', 'waist', 4],
  ['hand', 'ribs', 4],
  ['hand', 'upper-chest', 4],
  ['hand', 'head-back', 2],
  ['hand', 'head-face', 2],
];

/** Two paired parts: on the same side, on opposite sides, or both. A part with its own twin stands under `opposite`. */
const limbAndLimb: readonly (readonly [a: string, b: string, which: 'same' | 'opposite' | 'both', mm: number])[] = [
  // The knee's own range, measured under load, is where calf meets thigh.
  ['calf', 'thigh', 'same', 90],
  ['shank', 'thigh', 'opposite', 8],
  ['foot', 'shank', 'opposite', 3],
  ['foot', 'thigh', 'opposite', 6],
  ['thigh', 'thigh', 'opposite', 20],
  ['shank', 'shank', 'opposite', 5],
  ['foot', 'foot', 'opposite', 2],
  ['upper-arm', 'thigh', 'same', 12],
  ['upper-arm', 'shank', 'same', 6],
  ['forearm', 'thigh', 'both', 6],
  ['forearm', 'shank', 'same', 4],
  ['forearm', 'forearm', 'opposite', 2],
  ['hand', 'thigh', 'same', 4],
  ['hand', 'shank', 'both', 2],
  ['hand', 'foot', 'both', 0],
  ['hand', 'hand', 'opposite', 0],
  ['fingers', 'thigh', 'same', 4],
  ['fingers', 'shank', 'same', 0],
  ['fingertips', 'thigh', 'same', 4],
  ['fingertips', 'shank', 'same', 0],
];

const middleAndMiddle: readonly (readonly [a: string, b: string, mm: number])[] = [
  ['head-face', 'ribs', 0],
  ['head-face', 'upper-chest', 20],
];

/** The pairs that can meet in a pose, each once. Neighbours in the skeleton are left out: they always touch. */
export function createCapsulePairs(capsules: readonly Capsule[], m: Measure): CapsulePair[] {
  const indexByName = new Map(capsules.map((capsule, index) => [capsule.name, index]));
  const index = (name: string): number => {
    const found = indexByName.get(name);
    if (found === undefined) throw new Error(`no capsule "${name}"; there are ${[...indexByName.keys()].join(', ')}`);
    return found;
  };
  const pair = (nameA: string, nameB: string, mm: number): CapsulePair => {
    const [a, b] = [index(nameA), index(nameB)];
    return { a, b, allowanceM: givesM(capsules[a]!, capsules[b]!, mm, m) };
  };
  return [
    ...middleAndMiddle.map(([a, b, mm]) => pair(a, b, mm)),
    ...limbAndMiddle.flatMap(([limb, middle, mm]) => sides.map((side) => pair(`${limb}.${side}`, middle, mm))),
    ...limbAndLimb.flatMap(([a, b, which, mm]) =>
      partners(a, b, which).map(([nameA, nameB]) => pair(nameA, nameB, mm)),
    ),
  ];
}

/** How much of the flesh that a heavier body has more of makes way where two parts meet; a belly goes aside altogether. */
const shareThatMakesWay = { belly: 1, elsewhere: 0.85 };

/**
 * How far two capsules may overlap: what flesh gives on the reference body, grown with the girth of the two; and where they are thicker
 * than at the reference BMI, most of that, as it is soft and goes aside.
 */
function givesM(a: Capsule, b: Capsule, referenceMm: number, m: Measure): number {
  const thickerM = (capsule: Capsule): number => {
    const { relative } = m.flesh(fleshOfCapsule(capsule));
    const share = capsule.name === 'waist' ? shareThatMakesWay.belly : shareThatMakesWay.elsewhere;
    return share * Math.max(0, (1 - 1 / relative) * Math.max(capsule.startRadiusM, capsule.endRadiusM));
  };
  const [relativeA, relativeB] = [a, b].map((capsule) => m.flesh(fleshOfCapsule(capsule)).relative);
  return m.lengthScale * (referenceMm / 1000) * Math.sqrt(relativeA! * relativeB!) + thickerM(a) + thickerM(b);
}

function partners(a: string, b: string, which: 'same' | 'opposite' | 'both'): (readonly [string, string])[] {
  const onSides = a === b ? (['left'] as const) : sides;
  return onSides.flatMap((side) => {
    const first = `${a}.${side}`;
    const same = [first, `${b}.${side}`] as const;
    const opposite = [first, mirrorName(`${b}.${side}`)] as const;
    return which === 'same' ? [same] : which === 'opposite' ? [opposite] : [same, opposite];
  });
}
