import { otherSide } from '@sacra/pose';
import { thing, type Base } from './base.ts';
import { pairWords } from './limb-words.ts';
import { apartM, dot, middle, minus, type Limbs, type Posture, type Vec } from './posture.ts';

/** A hand nearer than this to a part of the body rests on it or holds it. */
const AT_M = 0.16;
/** Share of an arm's length by which it counts as pointing one way. */
const POINTING = 0.55;
/** Hand and shoulder nearer than this share of the arm's length: it is bent. */
const BENT_SHARE = 0.8;

/** What the arms do beyond what the base says, as parts of a sentence. */
export function armWords(posture: Posture, base: Base): string[] {
  const { left, right } = posture;
  const [heldByLeft, heldByRight] = [heldPart(posture, left), heldPart(posture, right)];
  const hold = (part: string): string => (base === 'on-back' && part !== 'belly' ? 'around' : 'on');
  // Both on one knee, or each on its own.
  if (heldByLeft !== undefined && heldByRight !== undefined) {
    if (heldByLeft === heldByRight) return [`hands ${hold(heldByLeft)} the ${heldByLeft}`];
    const [, part] = heldByLeft.split(' ');
    if (heldByRight === `right ${part}` && heldByLeft === `left ${part}`)
      return [`hands ${hold(heldByLeft)} the ${part}s`];
  }
  const higherHand = ({ handM }: Limbs): number => handM[2];
  return pairWords(
    [left, right],
    (arm) => {
      const held = arm.side === 'left' ? heldByLeft : heldByRight;
      return held === undefined ? armOf(posture, base, arm) : `{side}hand{s} ${hold(held)} the ${held}`;
    },
    higherHand,
  );
}

/** The part of the body that a hand lies on or holds, where nothing else carries the hand. */
function heldPart(posture: Posture, arm: Limbs): string | undefined {
  if (surfaceUnder(posture, arm, ['palm', 'knuckles', 'fingertip', 'forearm-under', 'hand-back']) !== undefined)
    return undefined;
  const legs = [posture[arm.side], posture[otherSide(arm.side)]];
  const parts: readonly (readonly [string, Vec])[] = [
    ...legs.map(({ side, kneeM }) => [`${side} knee`, kneeM] as const),
    ...legs.map(({ side, kneeM, ankleM }) => [`${side} shin`, between(kneeM, ankleM, 0.35)] as const),
    ...legs.map(({ side, hipM, kneeM }) => [`${side} thigh`, between(hipM, kneeM, 0.65)] as const),
    ['belly', bellyM(posture)],
  ];
  let best: string | undefined;
  let nearestM = AT_M;
  for (const [name, placeM] of parts) {
    const awayM = apartM(arm.handM, placeM);
    if (awayM >= nearestM) continue;
    nearestM = awayM;
    best = name;
  }
  return best;
}

function armOf(posture: Posture, base: Base, arm: Limbs): string | undefined {
  const hand = surfaceUnder(posture, arm, ['palm', 'knuckles', 'fingertip']);
  const forearm = surfaceUnder(posture, arm, ['forearm-under']);
  const carries = hand !== undefined || forearm !== undefined;
  if ((base === 'all-fours' || base === 'hands-and-feet') && carries) return undefined;
  if (forearm !== undefined && base !== 'on-back') return `{side}forearm{s} on ${thing(forearm)}`;
  if (hand !== undefined && hand !== 'mat') return `{side}hand{s} on ${thing(hand)}`;
  const liesOnMat = hand === 'mat' || surfaceUnder(posture, arm, ['hand-back']) === 'mat';
  return pointing(posture, base, arm, liesOnMat);
}

function pointing(
  { chest }: Posture,
  base: Base,
  { side, shoulderM, elbowM, handM }: Limbs,
  liesOnMat: boolean,
): string | undefined {
  const along = minus(handM, shoulderM);
  const length = Math.hypot(...along);
  const upwards = dot(along, chest.up) / length;
  const outwards = ((side === 'left' ? 1 : -1) * dot(along, chest.left)) / length;
  const onMat = liesOnMat ? ' on the mat' : '';
  const isLying = base === 'on-back' || base === 'on-side';
  if (isLying) {
    if (length < BENT_SHARE * (apartM(shoulderM, elbowM) + apartM(elbowM, handM))) {
      return liesOnMat ? '{side}arm{s} bent, {hand} on the mat' : '{side}arm{s} bent';
    }
    const most = Math.max(outwards, Math.abs(upwards), POINTING);
    if (outwards === most) return '{side}arm{s} out to the side{s}';
    if (upwards === most) return '{side}arm{s} stretched past the head';
    return -upwards === most ? '{side}arm{s} beside the body' : '{side}arm{s} stretched to the front';
  }
  if (upwards > POINTING) return `{side}arm{s} stretched forward${onMat}`;
  if (base === 'kneeling' && liesOnMat) return '{side}arm{s} back beside the legs';
  if (liesOnMat) return '{side}hand{s} on the mat';
  return upwards < -POINTING ? '{side}arm{s} hanging' : undefined;
}

function surfaceUnder({ touching }: Posture, { side }: Limbs, patches: readonly string[]): string | undefined {
  return patches.flatMap((patch) => touching(`${patch}.${side}`))[0];
}

function bellyM({ hipsM, pelvis, left, right }: Posture): Vec {
  const waist = between(hipsM, middle(left.shoulderM, right.shoulderM), 0.35);
  return between(waist, [waist[0] + pelvis.front[0], waist[1] + pelvis.front[1], waist[2] + pelvis.front[2]], 0.11);
}

function between(a: Vec, b: Vec, share: number): Vec {
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2])];
}
