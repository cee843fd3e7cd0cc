import {
  centreOfMass,
  createState,
  forwardKinematics,
  hingeByName,
  landmarkByName,
  neutralConfiguration,
  pointToWorld,
  shoulderFromAngles,
  shoulderOf,
  sides,
  type Body,
} from '@sacra/body';
import { quatFromAxisAngle, radFromDeg, radians } from '@sacra/geometry';
import { zeroBetween } from '../zero-between.ts';
import type { Posture } from './bearing-points.ts';

/** How far people lean when they bend forward as far as they would: mean of the largest inclinations in dreischarf-2015 (V). */
export const bendingForwardDeg = 53;

/** Standing at ease, arms hanging. */
export const standing = (body: Body): Posture => leaning(body, 0);

/** Bending forward at the hips with straight knees, arms hanging. */
export const bendingForward = (body: Body): Posture => leaning(body, radFromDeg(bendingForwardDeg));

/** Standing with both arms held out in front, level. */
export const armsHeldOut = (body: Body): Posture => leaning(body, 0, Math.PI / 2);

/**
 * Standing with the trunk, kept straight, leaning forward at the hips by an angle; the legs lean back until the centre of mass is over the
 * middle of the feet. The upper arms are `armsRad` in front of hanging.
 */
export function leaning(body: Body, trunkRad: number, armsRad = 0): Posture {
  const state = createState(body);
  const middleOfFeet = ['heel.left', 'ball-big.left'].map((name) => landmarkByName(body, name));

  const posed = (legsRad: number): Posture => {
    const q = neutralConfiguration(body);
    q.set(quatFromAxisAngle([0, 1, 0], trunkRad), 3);
    for (const side of sides) {
      q[hingeByName(body, `hip.flexion.${side}`).qIndex] = trunkRad + legsRad;
      q[hingeByName(body, `ankle.dorsiflexion.${side}`).qIndex] = -legsRad;
      const arm = {
        elevationRad: radians(trunkRad + armsRad),
        planeRad: radians(Math.PI / 2),
        externalRotationRad: radians(0),
      };
      q.set(shoulderFromAngles(side, arm), shoulderOf(body, side).qIndex);
    }
    forwardKinematics(body, q, state);
    const [heel] = middleOfFeet;
    q[2] = q[2]! - pointToWorld(state, heel!.segment, heel!.positionM)[2];
    const contacts = sides.map(
      (side) => ({ patch: `sole.${side}`, surface: 'mat', tier: 'must', pointsM: [] }) as const,
    );
    return { q, contacts, props: [] };
  };
  /** How far the centre of mass is before the middle of the feet. */
  const aheadM = ({ q }: Posture): number => {
    forwardKinematics(body, q, state);
    const feetM = middleOfFeet.map(({ segment, positionM }) => pointToWorld(state, segment, positionM)[0]);
    return centreOfMass(body, state)[0] - (feetM[0]! + feetM[1]!) / 2;
  };

  // The further the legs lean back, the further back the weight.
  return posed(zeroBetween(radFromDeg(-20), radFromDeg(40), (legsRad) => aheadM(posed(legsRad))));
}
