import { radFromDeg } from '@sacra/geometry';
import { neutralConfiguration, shoulderFromAngles, type Body, type Configuration } from '@sacra/body';

/** The bends around which the limbs are modelled in one piece. */
export const BIND_KNEE_RAD = radFromDeg(45);
export const BIND_ELBOW_RAD = radFromDeg(30);

const hinges: Readonly<Record<string, number>> = {
  'hip.flexion': radFromDeg(32),
  'hip.abduction': radFromDeg(16),
  'knee.flexion': BIND_KNEE_RAD,
  'ankle.dorsiflexion': radFromDeg(-8),
  'elbow.flexion': BIND_ELBOW_RAD,
};

const bindShoulder = { elevationRad: radFromDeg(62), planeRad: radFromDeg(28), externalRotationRad: 0 };

/**
 * The pose the figure is modelled in: every joint about half-way through what the poses ask of it, so that skinning bends
 * the surface least. Symmetric; the pelvis stands upright over the origin.
 */
export function bindConfiguration(body: Body): Configuration {
  const q = neutralConfiguration(body);
  q[0] = 0;
  q[1] = 0;
  for (const joint of body.joints) {
    if (joint.kind === 'hinge') {
      const angle = hinges[joint.name.replace(/\.(left|right)$/, '')];
      if (angle !== undefined) q[joint.qIndex] = angle;
    } else if (joint.kind === 'ball') {
      q.set(shoulderFromAngles(joint.side, bindShoulder), joint.qIndex);
    }
  }
  return q;
}
