import { touchesBoth, type Base } from './base.ts';
import { pairWords } from './limb-words.ts';
import { apartM, dot, middle, minus, type Limbs, type Posture, type Vec } from './posture.ts';

/** Closer than this an ankle lies on the other thigh, and the ankles are crossed. */
const ON_THIGH_M = 0.15;
const CROSSED_M = 0.13;
const LONG_DEG = 25;
const BENT_DEG = 40;
/** Knees this far beside the hips have been lowered to that side. */
const LOWERED_M = 0.12;

/** What the legs do beyond what the base says, as parts of a sentence. */
export function legWords(posture: Posture, base: Base): string[] {
  const legs = [posture.left, posture.right] as const;
  const higherKnee = ({ kneeM }: Limbs): number => kneeM[2];
  switch (base) {
    case 'on-back':
      return lyingLegs(posture);
    case 'on-side':
      return pairWords(legs, (leg) => (leg.kneeFlexionDeg > BENT_DEG ? '{side}knee{s} bent' : undefined), higherKnee);
    case 'all-fours':
      return pairWords(
        legs,
        (leg) => (isStretchedBack(posture, leg) ? '{side}leg{s} stretched back' : toesOf(posture, leg)),
        higherKnee,
      );
    case 'hands-and-feet':
      return pairWords(
        legs,
        (leg) => (leg.kneeFlexionDeg > BENT_DEG - 15 ? '{side}knee{s} bent' : '{side}leg{s} long'),
        ({ kneeFlexionDeg }) => kneeFlexionDeg,
      );
    case 'sitting':
      return sittingLegs(posture);
    case 'kneeling':
      return kneesApartM(posture) > 0.42 ? ['knees wide'] : [];
    case 'half-kneeling':
    case 'split-sitting':
    case 'side-sitting':
    case 'half-lying':
    case 'standing':
      return [];
  }
}

function isStretchedBack({ touching }: Posture, { side, kneeFlexionDeg }: Limbs): boolean {
  return touching(`knee.${side}`).length === 0 && kneeFlexionDeg < LONG_DEG + 10;
}

function toesOf({ touching }: Posture, { side }: Limbs): string | undefined {
  return touching(`toes.${side}`).length > 0 ? '{side}toes tucked under' : undefined;
}

function lyingLegs(posture: Posture): string[] {
  const { left, right } = posture;
  const aside = lateralM(posture);
  const bolster = under(posture, 'calf-back') ?? under(posture, 'thigh-back');
  const each = pairWords(
    [left, right],
    (leg, other) => lyingLeg(posture, leg, other),
    ({ kneeM }) => kneeM[2],
  );
  const words = bolster === undefined ? each : [...each, `a ${bolster} under the knees`];
  const isLowered = Math.abs(aside) > LOWERED_M;
  if (isLowered) {
    const onto = under(posture, 'knee-outer') ?? under(posture, 'knee-inner');
    const bent = [left, right].filter(({ kneeFlexionDeg }) => kneeFlexionDeg > BENT_DEG);
    const what = bent.length === 1 ? `${bent[0]!.side} knee` : 'bent knees';
    const long = bent.length === 1 ? [`${bent[0]!.side === 'left' ? 'right' : 'left'} leg long`] : [];
    return [
      `${what} lowered to the ${aside > 0 ? 'left' : 'right'}${onto === undefined ? '' : ` onto a ${onto}`}`,
      ...long,
    ];
  }
  const leansIn = apartM(left.kneeM, right.kneeM) < 0.2 && apartM(left.ankleM, right.ankleM) > 0.32;
  const isWide = touchesBoth(posture, 'sole') && apartM(left.ankleM, right.ankleM) > 0.36;
  return [...words, ...(leansIn ? ['knees leaning together'] : isWide ? ['feet wide'] : [])];
}

function lyingLeg(posture: Posture, leg: Limbs, other: Limbs): string | undefined {
  const { touching } = posture;
  if (ankleOnThigh(posture, leg, other)) return `${leg.side} ankle on the ${other.side} thigh`;
  if (leg.kneeFlexionDeg < LONG_DEG && leg.hipFlexionDeg < 35) return '{side}leg{s} long';
  if (touching(`sole.${leg.side}`).length > 0) return '{side}knee{s} bent, {foot} on the mat';
  if (leg.hipFlexionDeg > 100) return '{side}knee{s} drawn towards the chest';
  if (leg.hipFlexionDeg > 60) return '{side}knee{s} above the hips, {foot} in the air';
  return leg.kneeFlexionDeg > BENT_DEG ? '{side}knee{s} bent' : undefined;
}

function sittingLegs(posture: Posture): string[] {
  const { left, right } = posture;
  if (posture.touching('sit-bone.left').includes('chair') || posture.touching('sit-bone.right').includes('chair')) {
    const onThigh = [left, right].flatMap((leg, i) => {
      const other = i === 0 ? right : left;
      return ankleOnThigh(posture, leg, other) ? [`${leg.side} ankle on the ${other.side} thigh`] : [];
    });
    if (onThigh.length > 0) return onThigh;
    return apartM(left.ankleM, right.ankleM) < CROSSED_M ? ['ankles crossed on the mat'] : ['feet on the mat'];
  }
  return ['legs folded in front, knees wide'];
}

function ankleOnThigh({ pelvis }: Posture, { ankleM, hipM: ownHipM }: Limbs, { hipM, kneeM }: Limbs): boolean {
  const beside = (placeM: Vec): number => Math.abs(dot(minus(ankleM, placeM), pelvis.left));
  if (beside(hipM) > beside(ownHipM)) return false;
  const along = minus(kneeM, hipM);
  const share = dot(minus(ankleM, hipM), along) / dot(along, along);
  const nearest = share < 0.45 || share > 1.2 ? Infinity : share;
  return (
    nearest !== Infinity &&
    apartM(ankleM, [hipM[0] + share * along[0], hipM[1] + share * along[1], hipM[2] + share * along[2]]) < ON_THIGH_M
  );
}

/** How far the knees are beside the hips, to the left of the chest. */
function lateralM({ left, right, hipsM, chest }: Posture): number {
  const knees = middle(left.kneeM, right.kneeM);
  return dot(minus(knees, hipsM), chest.left);
}

const kneesApartM = ({ left, right }: Posture): number => apartM(left.kneeM, right.kneeM);

/** The prop that a patch of either side lies on. */
function under({ touching }: Posture, patch: string): string | undefined {
  return [...touching(`${patch}.left`), ...touching(`${patch}.right`)].find((surface) => surface !== 'mat');
}
