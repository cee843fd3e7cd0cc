import type { Limit } from '@sacra/pose';
import type { PoseForm } from './form.ts';

/**
 * Where a form stands in the arc, by its position, depth, form and what bars it; the smaller comes earlier. The places are those of
 * docs/science/composer.md, part 2. A rest pose has two: it can open the practice or close it.
 */
export function arcPlace({ done, isUpright }: PoseForm): number {
  const { position, pose, variation, character } = done;
  const isMoving = (variation?.form ?? pose.form).kind === 'cycle';
  const isSided = pose.sides === 'one-then-other';
  const bars = (limit: Limit): boolean => character.barredBy.some((bar) => bar.limit === limit);
  const isTwist = isSided && (bars('no-end-range-twist') || character.areas.includes('upper-back'));
  if (character.depth === 'rest') return places.rest;
  if (position === 'standing') return places.standing;
  if (position === 'lying') {
    if (isMoving && !bars('no-end-range-arching')) return places.lyingMoving;
    if (isTwist) return places.lyingTwist;
    if (isSided) return character.depth === 'gentle' ? places.lyingOneLeg : places.lyingHip;
    return bars('no-deep-hip-bend') ? places.lyingBothKnees : places.lyingLift;
  }
  if (character.depth === 'deep') return places.deep;
  if (position === 'inverted-v') return places.inverted;
  if (isMoving) return places.moving;
  if (isUpright && isSided) return isTwist ? places.seatedTwist : places.seatedHip;
  if (position === 'all-fours') return character.depth === 'gentle' ? places.stillOnAllFours : places.balancing;
  return character.depth === 'gentle' ? places.folding : places.opening;
}

const places = {
  rest: 0,
  standing: 5,
  moving: 10,
  stillOnAllFours: 12,
  balancing: 20,
  opening: 24,
  inverted: 30,
  folding: 35,
  deep: 40,
  seatedHip: 45,
  seatedTwist: 50,
  lyingMoving: 60,
  lyingLift: 66,
  lyingOneLeg: 68,
  lyingHip: 72,
  lyingTwist: 80,
  lyingBothKnees: 85,
} as const;
