import { sides, type Body } from '@sacra/body';
import { distance, mix, type Vec3 } from '@sacra/geometry';
import type { Limit } from '@sacra/pose';
import type { Keyframe } from '@sacra/solve';
import { postureOf, type Posture } from './posture.ts';

/**
 * From what on a keyframe goes against a limit. Our own numbers (sacra-proposal): each lies a little on the careful side of what the limit
 * says in packages/pose/src/limit.ts.
 */
const from = {
  kneeBentDeg: 115,
  hipBentDeg: 100,
  /** turned out, in a hip that is bent at least so far */
  hipTurnedOut: { deg: 30, bentDeg: 30 },
  armRaisedDeg: 120,
  /** a hand carries when it is bent back so far and the shoulder stands so high above it */
  handCarries: { wristBackDeg: 35, shoulderHigherM: 0.28 },
  headLowerM: 0.02,
  headLowerLyingM: 0.06,
  neck: { flexion: 32, 'side-bend': 22, rotation: 25 },
  /** somewhat over half of what the reference body's back has forward (102) and back (52), seven tenths of what it turns (46) */
  back: { roundedDeg: 55, archedDeg: 31, turnedDeg: 33 },
  legsUnlikeDeg: 20,
  straightLegFold: { hipDeg: 75, kneeDeg: 25 },
  kneesApartM: 0.36,
  /** from the middle of the belly's skin to the axis of a thigh */
  bellyToThighM: 0.115,
} as const;

/** What a keyframe asks of somebody: the limits that it goes against, with what was seen. What can't be seen is left to the author. */
export function limitsAsked(
  body: Body,
  keyframe: Pick<Keyframe, 'q' | 'contacts' | 'props'>,
  isLying: boolean,
): ReadonlyMap<Limit, string> {
  const posture = postureOf(body, keyframe);
  const asked = new Map<Limit, string>();
  for (const [limit, seen] of sights(posture, isLying)) if (seen !== undefined) asked.set(limit, seen);
  return asked;
}

type Sight = readonly [limit: Limit, seen: string | undefined];

function sights(posture: Posture, isLying: boolean): Sight[] {
  return [
    ...legSights(posture),
    ...handSights(posture),
    ...trunkSights(posture, isLying),
    ...floorSights(posture, isLying),
  ];
}

function legSights({ hingeDeg, place }: Posture): Sight[] {
  const each = (joint: string): number[] => sides.map((side) => hingeDeg(`${joint}.${side}`));
  const [knees, hips, turned] = [each('knee.flexion'), each('hip.flexion'), each('hip.external-rotation')];
  const unlike = ['hip.flexion', 'hip.abduction', 'hip.external-rotation', 'knee.flexion'].map((joint) => {
    const [right = 0, left = 0] = each(joint);
    return { joint, deg: Math.abs(right - left) };
  });
  const apartM = Math.abs(place('knee-centre.left')[1] - place('knee-centre.right')[1]);
  const folded = hips.findIndex(
    (deg, i) => deg > from.straightLegFold.hipDeg && knees[i]! < from.straightLegFold.kneeDeg,
  );
  return [
    ['no-deep-knee-bend', over(Math.max(...knees), from.kneeBentDeg, 'a knee bends')],
    ['no-deep-hip-bend', over(Math.max(...hips), from.hipBentDeg, 'a hip bends')],
    [
      'no-hip-turned-out',
      over(
        Math.max(...turned.filter((_, i) => hips[i]! > from.hipTurnedOut.bentDeg)),
        from.hipTurnedOut.deg,
        'a hip turns out',
      ),
    ],
    ['symmetric-only', unlike.flatMap(({ joint, deg }) => over(deg, from.legsUnlikeDeg, `${joint} differs`) ?? [])[0]],
    ['no-hamstring-stretch', folded < 0 ? undefined : `a straight leg in a hip bent ${hips[folded]!.toFixed(0)}°`],
    ['no-wide-legs', apartM > from.kneesApartM ? `knees ${apartM.toFixed(2)} m apart` : undefined],
  ];
}

function handSights({ hingeDeg, armElevationDeg, place, mustLieOn }: Posture): Sight[] {
  const carrying = sides.find((side) => {
    if (mustLieOn.has(`forearm-under.${side}`)) return false;
    if (mustLieOn.has(`knuckles.${side}`)) return true;
    const surface = mustLieOn.get(`palm.${side}`);
    const higherM = place(`shoulder-centre.${side}`)[2] - place(`palm-centre.${side}`)[2];
    return (
      surface !== undefined &&
      surface !== 'wall' &&
      hingeDeg(`wrist.flexion.${side}`) < -from.handCarries.wristBackDeg &&
      higherM > from.handCarries.shoulderHigherM
    );
  });
  return [
    ['no-weight-on-wrists', carrying === undefined ? undefined : `the ${carrying} hand carries`],
    ['no-arms-overhead', over(Math.max(...sides.map(armElevationDeg)), from.armRaisedDeg, 'an arm is raised')],
  ];
}

function trunkSights({ bendDeg, place }: Posture, isLying: boolean): Sight[] {
  const heartM = (place('breastbone')[2] + place('upper-back')[2]) / 2;
  const lowerM = heartM - place('head-centre')[2];
  const neck = (['flexion', 'side-bend', 'rotation'] as const).flatMap(
    (bend) => over(Math.abs(bendDeg('neck', bend)), from.neck[bend], `neck ${bend}`) ?? [],
  );
  const flexionDeg = bendDeg('back', 'flexion');
  const bellyM = Math.min(
    ...sides.map((side) => nearestM(place('belly'), place(`hip-centre.${side}`), place(`knee-centre.${side}`))),
  );
  return [
    [
      'head-not-below-heart',
      lowerM > (isLying ? from.headLowerLyingM : from.headLowerM)
        ? `head ${lowerM.toFixed(2)} m below heart`
        : undefined,
    ],
    ['head-in-line', neck[0]],
    ['no-end-range-rounding', over(flexionDeg, from.back.roundedDeg, 'back rounds')],
    ['no-end-range-arching', over(-flexionDeg, from.back.archedDeg, 'back arches')],
    ['no-end-range-twist', over(Math.abs(bendDeg('back', 'rotation')), from.back.turnedDeg, 'back turns')],
    ['room-for-belly', bellyM < from.bellyToThighM ? `belly ${bellyM.toFixed(2)} m from a thigh` : undefined],
  ];
}

function floorSights({ looksUp, mustLieOn }: Posture, isLying: boolean): Sight[] {
  const isFlat = isLying && looksUp('pelvis', 'front') > 0.4 && looksUp('thorax-upper', 'front') > 0.7;
  const kneeling = sides.find((side) =>
    ['knee', 'kneecap'].some((patch) => mustLieOn.get(`${patch}.${side}`) === 'mat'),
  );
  const feet = /^(sole|heel|ball|toes|foot-outer)\./;
  const onFloor = [...mustLieOn].find(([patch, surface]) => surface === 'mat' && !feet.test(patch));
  return [
    ['no-flat-back-lying', isFlat ? 'flat on the back' : undefined],
    ['no-kneeling', kneeling === undefined ? undefined : `the ${kneeling} kneecap carries`],
    ['chair-only', onFloor === undefined ? undefined : `${onFloor[0]} is on the floor`],
  ];
}

const over = (deg: number, limitDeg: number, what: string): string | undefined =>
  deg > limitDeg ? `${what} ${deg.toFixed(0)}°` : undefined;

/** From a point to the nearest of seven on the middle of a thigh. */
function nearestM(point: Vec3, hip: Vec3, knee: Vec3): number {
  return Math.min(...[2, 3, 4, 5, 6, 7, 8].map((tenth) => distance(point, mix(hip, knee, tenth / 10))));
}
