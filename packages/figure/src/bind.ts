import { radFromDeg } from '@sacra/geometry';
import {
  neutralConfiguration,
  shoulderFromAngles,
  type Body,
  type Configuration,
  type ShoulderAngles,
} from '@sacra/body';

/** The bends around which the limbs are modelled in one piece. */
export const BIND_KNEE_RAD = radFromDeg(45);
export const BIND_ELBOW_RAD = radFromDeg(30);

/** A symmetric posture: angles of paired hinges by plain name, and of both shoulders. What isn't named is neutral. */
export interface Posture {
  readonly hinges: Readonly<Record<string, number>>;
  readonly shoulder: ShoulderAngles;
}

/**
 * The pose the figure is modelled in: every joint about half-way through what the poses ask of it, so that skinning bends
 * the surface least.
 */
export const bindPosture: Posture = {
  hinges: {
    'hip.flexion': radFromDeg(32),
    'hip.abduction': radFromDeg(16),
    'knee.flexion': BIND_KNEE_RAD,
    'ankle.dorsiflexion': radFromDeg(-8),
    'elbow.flexion': BIND_ELBOW_RAD,
  },
  shoulder: { elevationRad: radFromDeg(62), planeRad: radFromDeg(28), externalRotationRad: 0 },
};

/** The figure's bind pose. Symmetric; the pelvis stands upright over the origin. */
export const bindConfiguration = (body: Body): Configuration => configurationOf(body, bindPosture);

/** A posture of a body whose pelvis stands upright over the origin. */
export function configurationOf(body: Body, { hinges, shoulder }: Posture): Configuration {
  const q = neutralConfiguration(body);
  q[0] = 0;
  q[1] = 0;
  for (const joint of body.joints) {
    if (joint.kind === 'hinge') {
      const angle = hinges[joint.name.replace(/\.(left|right)$/, '')];
      if (angle !== undefined) q[joint.qIndex] = angle;
    } else if (joint.kind === 'ball') {
      q.set(shoulderFromAngles(joint.side, shoulder), joint.qIndex);
    }
  }
  return q;
}
