import type { Base } from './base.ts';
import type { Posture } from './posture.ts';
import { thing } from './base.ts';

const TURNED_DEG = 22;
const HEAD_TURNED_DEG = 30;
const FOLDED_RISE_DEG = 52;
const LEANING_RISE_DEG = 72;
/** Hip joints of someone lying are about 0.12 m over the mat. */
const LIFTED_M = 0.18;

/** What trunk and head do beyond what the base says, as parts of a sentence. */
export function trunkWords(posture: Posture, base: Base): string[] {
  return [...trunkShape(posture, base), ...turning(posture), ...headWords(posture, base)];
}

function trunkShape(posture: Posture, base: Base): string[] {
  const { trunkRiseDeg, touching, hipsM, pelvis } = posture;
  switch (base) {
    case 'all-fours':
      return [`back ${backShape(posture) ?? 'level'}`];
    case 'sitting':
    case 'standing':
    case 'half-kneeling':
      if (trunkRiseDeg < FOLDED_RISE_DEG) {
        return [base === 'standing' ? 'bent forward from the hips' : 'trunk folded forward'];
      }
      if (trunkRiseDeg < LEANING_RISE_DEG) return ['trunk leaning forward'];
      return base === 'standing' ? [] : [`back ${backShape(posture) ?? 'upright'}`];
    case 'split-sitting':
      return trunkRiseDeg < FOLDED_RISE_DEG ? ['trunk folded forward over the front leg'] : ['trunk upright'];
    case 'kneeling':
      return hipsM[2] > 0.35 ? ['chest lowered'] : ['trunk folded forward over the thighs'];
    case 'on-back':
      if (touching('lumbar-back').length > 0 && touching('sole.left').length > 0) return ['lower back flat on the mat'];
      if (hipsM[2] > LIFTED_M && touching('sacrum').length === 0 && Math.abs(pelvis.left[2]) < 0.3)
        return ['hips lifted'];
      return posture.spineFlexionDeg < SHAPES.slightlyHollow ? ['lower back arched'] : [];
    case 'side-sitting':
    case 'half-lying':
    case 'on-side':
    case 'hands-and-feet':
      return [];
  }
}

/** Bends of the whole spine that show, degrees: rounded forward is positive. */
const SHAPES = { rounded: 40, slightlyRounded: 14, slightlyHollow: -12, hollow: -26 } as const;

/** Undefined where the spine is about as it is in standing. */
function backShape({ spineFlexionDeg }: Posture): string | undefined {
  if (spineFlexionDeg > SHAPES.rounded) return 'rounded';
  if (spineFlexionDeg > SHAPES.slightlyRounded) return 'slightly rounded';
  if (spineFlexionDeg < SHAPES.hollow) return 'hollow';
  return spineFlexionDeg < SHAPES.slightlyHollow ? 'slightly hollow' : undefined;
}

function turning({ chestTurnDeg, headTurnDeg }: Posture): string[] {
  if (Math.abs(chestTurnDeg) < TURNED_DEG) return [];
  const isHeadToo = Math.abs(headTurnDeg) > HEAD_TURNED_DEG && chestTurnDeg > 0 === headTurnDeg > 0;
  return [`chest${isHeadToo ? ' and head' : ''} turned to the ${chestTurnDeg > 0 ? 'left' : 'right'}`];
}

function headWords(
  { touching, neckFlexionDeg, chestTurnDeg, headTurnDeg, trunkRiseDeg }: Posture,
  base: Base,
): string[] {
  const [forehead] = touching('forehead');
  if (forehead !== undefined) return [`forehead on ${thing(forehead)}`];
  const pillow = [...touching('head-side.left'), ...touching('head-side.right'), ...touching('head-back')].find(
    (surface) => surface !== 'mat',
  );
  if (pillow !== undefined) return [`head on ${thing(pillow)}`];
  if (base === 'all-fours' && neckFlexionDeg > 25) return ['head hanging'];
  if (base === 'all-fours' && neckFlexionDeg < -25) return ['looking ahead'];
  if (trunkRiseDeg > FOLDED_RISE_DEG && neckFlexionDeg > 30) return ['chin lowered'];
  const isSaid = Math.abs(chestTurnDeg) >= TURNED_DEG && chestTurnDeg > 0 === headTurnDeg > 0;
  if (Math.abs(headTurnDeg) > HEAD_TURNED_DEG && !isSaid)
    return [`head turned to the ${headTurnDeg > 0 ? 'left' : 'right'}`];
  return [];
}
