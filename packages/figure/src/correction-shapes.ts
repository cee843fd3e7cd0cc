import { radFromDeg } from '@sacra/geometry';
import { BIND_ELBOW_RAD, BIND_KNEE_RAD, bindPosture, type Posture } from './bind.ts';

/** What a correction follows: the flexion of a hip, a knee or an elbow, or how far an arm is lifted from hanging. */
export type Bend = 'hip' | 'knee' | 'arm' | 'elbow';

/** A posture in which the skin has been modelled anew, because skinning alone would lose or heap up flesh there. */
export interface CorrectionShape {
  readonly name: string;
  readonly bend: Bend;
  /** The bend at which the correction is there in full. */
  readonly atRad: number;
  readonly posture: Posture;
  /** Flesh meets flesh there, and neither runs into the other. Elsewhere one goes over into the other without a crease. */
  readonly hasFold: boolean;
  /** How often shifts are evened out between neighbours. */
  readonly evenings: number;
}

/** Per bend from the least to the largest; a file of a figure names them by their place in this list. */
export const correctionShapes: readonly CorrectionShape[] = [
  hipShape('hip-overextended', -14, 1, false),
  hipShape('hip-straight', 3, 2, false),
  hipShape('hip-level', 85, 5, false),
  hipShape('hip-deep', 118, 8, true),
  kneeShape('knee-bent', 100),
  kneeShape('knee-folded', 136),
  kneeShape('knee-closed', 155),
  armShape('arm-hanging', 8, 20, 0),
  armShape('arm-overhead', 165, 50, 28),
  elbowShape('elbow-straight', 2, false),
  elbowShape('elbow-bent', 85, false),
  elbowShape('elbow-folded', 140, true),
];

function hipShape(name: string, flexionDeg: number, abductionDeg: number, hasFold: boolean): CorrectionShape {
  const atRad = radFromDeg(flexionDeg);
  const hinges = { ...bindPosture.hinges, 'hip.flexion': atRad, 'hip.abduction': radFromDeg(abductionDeg) };
  return { name, bend: 'hip', atRad, posture: { ...bindPosture, hinges }, hasFold, evenings: hasFold ? 7 : 3 };
}

function kneeShape(name: string, flexionDeg: number): CorrectionShape {
  const atRad = radFromDeg(flexionDeg);
  return {
    name,
    bend: 'knee',
    atRad,
    posture: { ...bindPosture, hinges: { ...bindPosture.hinges, 'knee.flexion': atRad } },
    hasFold: true,
    evenings: 2,
  };
}

function armShape(name: string, elevationDeg: number, planeDeg: number, girdleDeg: number): CorrectionShape {
  const elevationRad = radFromDeg(elevationDeg);
  const posture = {
    hinges: { ...bindPosture.hinges, 'clavicle.elevation': radFromDeg(girdleDeg) },
    shoulder: { elevationRad, planeRad: radFromDeg(planeDeg), externalRotationRad: 0 },
  };
  return { name, bend: 'arm', atRad: elevationRad, posture, hasFold: false, evenings: 4 };
}

function elbowShape(name: string, flexionDeg: number, hasFold: boolean): CorrectionShape {
  const atRad = radFromDeg(flexionDeg);
  const hinges = { ...bindPosture.hinges, 'elbow.flexion': atRad };
  return { name, bend: 'elbow', atRad, posture: { ...bindPosture, hinges }, hasFold, evenings: 2 };
}

/** The bends of the bind pose, in which nothing is corrected. */
export const bindBendRad: Readonly<Record<Bend, number>> = {
  hip: bindPosture.hinges['hip.flexion']!,
  knee: BIND_KNEE_RAD,
  arm: bindPosture.shoulder.elevationRad,
  elbow: BIND_ELBOW_RAD,
};
