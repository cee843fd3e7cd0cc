import { middle, type Posture } from './posture.ts';

/** What the body rests on, on the whole. */
export type Base =
  | 'on-back'
  | 'on-side'
  | 'all-fours'
  | 'hands-and-feet'
  | 'kneeling'
  | 'half-kneeling'
  | 'split-sitting'
  | 'side-sitting'
  | 'half-lying'
  | 'sitting'
  | 'standing';

/** Above this the hips stand over the knees, below it the seat is near the heels. */
const HIPS_HIGH_M = 0.3;

/** Whether a patch of either side, of both or of the middle touches anything. */
export function touchesBoth(posture: Posture, patch: string): boolean {
  return posture.touching(`${patch}.left`).length > 0 && posture.touching(`${patch}.right`).length > 0;
}
function touchesOne(posture: Posture, patch: string): boolean {
  return posture.touching(`${patch}.left`).length > 0 || posture.touching(`${patch}.right`).length > 0;
}

export function baseOf(posture: Posture): Base {
  const isLevel = Math.abs(posture.trunkRiseDeg) < 40;
  const sits = touchesOne(posture, 'sit-bone');
  const kneels = touchesBoth(posture, 'knee');
  if (isLevel && touchesOne(posture, 'shoulder-side') && touchesOne(posture, 'hip-side')) return 'on-side';
  if (isLevel && posture.chest.front[2] > 0.6) return 'on-back';
  if (touchesOne(posture, 'thigh-front') && touchesOne(posture, 'knee-outer')) return 'split-sitting';
  if (touchesOne(posture, 'hip-side')) return isLevel ? 'half-lying' : 'side-sitting';
  if (sits && !kneels) return 'sitting';
  const isHigh = posture.hipsM[2] > HIPS_HIGH_M && !sits && posture.touching('forehead').length === 0;
  if (touchesOne(posture, 'knee') && isHigh && isLevel && handsCarry(posture)) return 'all-fours';
  if (kneels) return 'kneeling';
  if (touchesOne(posture, 'knee') && touchesOne(posture, 'sole')) return 'half-kneeling';
  if (posture.touching('palm.left').includes('mat') && posture.hipsM[2] > HIPS_HIGH_M) return 'hands-and-feet';
  return 'standing';
}

/** Whether a hand, fist or forearm under the shoulders carries weight on the mat. */
function handsCarry(posture: Posture): boolean {
  const carries = ['palm', 'knuckles', 'forearm-under'].some((patch) => touchesOne(posture, patch));
  const hands = middle(posture.left.handM, posture.right.handM);
  const shoulders = middle(posture.left.shoulderM, posture.right.shoulderM);
  return carries && shoulders[2] - hands[2] > 0.22;
}

/** The base in words, with what the seat rests on; without a full stop. */
export function baseWords(posture: Posture, base: Base): string {
  switch (base) {
    case 'on-back':
      return 'Lying on the back';
    case 'on-side':
      return `Lying on the ${posture.touching('shoulder-side.left').length > 0 ? 'left' : 'right'} side`;
    case 'all-fours':
      return `On ${handPart(posture)} and ${kneePart(posture)}`;
    case 'hands-and-feet':
      return 'On hands and feet, hips high';
    case 'kneeling':
      return posture.hipsM[2] > HIPS_HIGH_M + 0.05 && !touchesOne(posture, 'sit-bone')
        ? 'Kneeling, hips above the knees'
        : `Kneeling, seat ${seatOn(posture) ?? 'on the heels'}`;
    case 'half-kneeling': {
      const front = posture.touching('sole.left').length > 0 ? 'left' : 'right';
      return `Kneeling on the ${front === 'left' ? 'right' : 'left'} knee, ${front} foot in front`;
    }
    case 'split-sitting': {
      const front = posture.touching('knee-outer.left').length > 0 ? 'left' : 'right';
      const seat = seatOn(posture, ['mat']);
      const words = `Sitting with the ${front} leg folded in front and the ${front === 'left' ? 'right' : 'left'} leg stretched back`;
      return seat === undefined ? words : `${words}, seat ${seat}`;
    }
    case 'side-sitting':
      return posture.touching('hip-side.left').length > 0
        ? 'Sitting on the left hip, legs folded to the right'
        : 'Sitting on the right hip, legs folded to the left';
    case 'half-lying':
      return `Half lying on the ${posture.touching('hip-side.left').length > 0 ? 'left' : 'right'} hip, chest propped up, legs folded`;
    case 'sitting':
      return `Sitting ${seatOn(posture) ?? 'on the mat'}`;
    case 'standing':
      return 'Standing';
  }
}

function handPart(posture: Posture): string {
  if (touchesOne(posture, 'forearm-under')) return 'forearms';
  if (touchesOne(posture, 'knuckles')) return 'fists';
  if (touchesBoth(posture, 'palm')) return touchesBoth(posture, 'knee') ? 'hands' : 'both hands';
  return `the ${posture.touching('palm.left').length > 0 ? 'left' : 'right'} hand`;
}

function kneePart(posture: Posture): string {
  if (touchesBoth(posture, 'knee'))
    return touchesBoth(posture, 'palm') || !touchesOne(posture, 'palm') ? 'knees' : 'both knees';
  return `the ${posture.touching('knee.left').length > 0 ? 'left' : 'right'} knee`;
}

function seatOn(posture: Posture, except: readonly string[] = []): string | undefined {
  const under = [...posture.touching('sit-bone.left'), ...posture.touching('sit-bone.right')];
  const surface = under.find((name) => !except.includes(name));
  return surface === undefined ? undefined : `on ${thing(surface)}`;
}

/** A kind of surface with its article. */
export const thing = (kind: string): string => (kind === 'mat' ? 'the mat' : `a ${kind}`);
