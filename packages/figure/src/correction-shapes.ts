import { radFromDeg } from '@sacra/geometry';
import { BIND_ELBOW_RAD, bindPosture, type Posture } from './bind.ts';

/** What a correction follows: the flexion of a hip or an elbow, or how far an arm is lifted from hanging. */
export type Bend = 'hip' | 'arm' | 'elbow';

/**
 * A posture in which the skin has been modelled anew, because skinning alone would lose or heap up flesh there. None of them folds flesh on
 * flesh: in a fold one surface runs into the other out of sight, and the line where they meet is smoother than any that could be modelled
 * there.
 */
export interface CorrectionShape {
  readonly name: string;
  readonly bend: Bend;
  /** The bend at which the correction is there in full. */
  readonly atRad: number;
  readonly posture: Posture;
  /** How often shifts are evened out between neighbours. */
  readonly evenings: number;
}

/** Per bend from the least to the largest; a file of a figure names them by their place in this list. */
export const correctionShapes: readonly CorrectionShape[] = [
  hipShape('hip-overextended', -14, 1),
  hipShape('hip-straight', 3, 2),
  hipShape('hip-level', 85, 5),
  armShape('arm-hanging', 8, 20, 0),
  armShape('arm-overhead', 165, 50, 28),
  elbowShape('elbow-straight', 2),
  elbowShape('elbow-bent', 85),
];

function hipShape(name: string, flexionDeg: number, abductionDeg: number): CorrectionShape {
  const atRad = radFromDeg(flexionDeg);
  const hinges = { ...bindPosture.hinges, 'hip.flexion': atRad, 'hip.abduction': radFromDeg(abductionDeg) };
  return { name, bend: 'hip', atRad, posture: { ...bindPosture, hinges }, evenings: 3 };
}

function armShape(name: string, elevationDeg: number, planeDeg: number, girdleDeg: number): CorrectionShape {
  const elevationRad = radFromDeg(elevationDeg);
  const posture = {
    hinges: { ...bindPosture.hinges, 'clavicle.elevation': radFromDeg(girdleDeg) },
    shoulder: { elevationRad, planeRad: radFromDeg(planeDeg), externalRotationRad: 0 },
  };
  return { name, bend: 'arm', atRad: elevationRad, posture, evenings: 4 };
}

function elbowShape(name: string, flexionDeg: number): CorrectionShape {
  const atRad = radFromDeg(flexionDeg);
  const hinges = { ...bindPosture.hinges, 'elbow.flexion': atRad };
  return { name, bend: 'elbow', atRad, posture: { ...bindPosture, hinges }, evenings: 2 };
}

/** The bends of the bind pose, in which nothing is corrected. */
export const bindBendRad: Readonly<Record<Bend, number>> = {
  hip: bindPosture.hinges['hip.flexion']!,
  arm: bindPosture.shoulder.elevationRad,
  elbow: BIND_ELBOW_RAD,
};
