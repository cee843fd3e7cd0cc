import {
  centreOfMass,
  createState,
  forwardKinematics,
  hingeByName,
  landmarkByName,
  neutralConfiguration,
  pointToWorld,
  shoulderOf,
  sides,
  type Body,
} from '@sacra/body';

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
  for (const side of sides) {
    q[hingeByName(body, `knee.flexion.${side}`).qIndex] = kneesBentRad;
    q.set(pitched(-armsRad), shoulderOf(body, side).qIndex);
  }
  const state = createState(body);
  const place = (name: string): readonly number[] => {
    const { segment, positionM } = landmarkByName(body, name);
    return pointToWorld(state, segment, positionM);
  };
  const support = on === 'feet' ? 'ball-big.left' : 'knee-centre.left';
  /** How much higher the hands are, with the trunk leaning forward by this much. */
  const handsAboveM = (leanRad: number): number => {
    q.set(pitched(leanRad), 3);
    forwardKinematics(body, q, state);
    return place('wrist-centre.left')[2]! - place(support)[2]!;
  };
  // the further it leans the lower the hands: halve the interval until both are on one level
  let [least, most] = [0, Math.PI];
  for (let i = 0; i < 50; i++) {
    const middle = (least + most) / 2;
    if (handsAboveM(middle) > 0) least = middle;
    else most = middle;
  }
  const [hands, feet] = [place('wrist-centre.left')[0]!, place(support)[0]!];
  return (centreOfMass(body, state)[0] - feet) / (hands - feet);
}

/** A turn about the axis to the left: forward and down is positive. */
const pitched = (rad: number): readonly number[] => [Math.cos(rad / 2), 0, Math.sin(rad / 2), 0];
