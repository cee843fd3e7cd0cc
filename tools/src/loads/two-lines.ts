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
import { quatFromAxisAngle, radians } from '@sacra/geometry';
import { zeroBetween } from '@sacra/solve';

/** A body with trunk and thighs in one line, resting on its wrists and on its feet or knees. */
export interface TwoLines {
  /** How far the upper arms are lifted forward from hanging. */
  readonly armsRad: number;
  readonly kneesBentRad: number;
  readonly on: 'feet' | 'knees';
}

/**
 * Share of the weight on the hands, 0…1. Two lines of support leave no choice: it is where the centre of mass stands between them, by the
 * body's masses and lengths alone.
 */
export function handsShareOf(body: Body, { armsRad, kneesBentRad, on }: TwoLines): number {
  const q = neutralConfiguration(body);
  const arm = { elevationRad: radians(armsRad), planeRad: radians(Math.PI / 2), externalRotationRad: radians(0) };
  for (const side of sides) {
    q[hingeByName(body, `knee.flexion.${side}`).qIndex] = kneesBentRad;
    q.set(shoulderFromAngles(side, arm), shoulderOf(body, side).qIndex);
  }
  const state = createState(body);
  const place = (name: string): readonly number[] => {
    const { segment, positionM } = landmarkByName(body, name);
    return pointToWorld(state, segment, positionM);
  };
  const support = on === 'feet' ? 'ball-big.left' : 'knee-centre.left';
  const lean = (rad: number): void => {
    q.set(quatFromAxisAngle([0, 1, 0], rad), 3);
    forwardKinematics(body, q, state);
  };
  // The further it leans, the lower the hands: until both are on one level.
  const levelRad = zeroBetween(0, Math.PI, (rad) => {
    lean(rad);
    return place('wrist-centre.left')[2]! - place(support)[2]!;
  });
  lean(levelRad);
  const [hands, feet] = [place('wrist-centre.left')[0]!, place(support)[0]!];
  return (centreOfMass(body, state)[0] - feet) / (hands - feet);
}
