import {
  dot,
  quatBetween,
  quatConjugate,
  quatExp,
  quatMultiply,
  quatRotate,
  quatRotateInverse,
  radians,
  wrapAngle,
  type Quaternion,
  type Vec3,
} from '@sacra/geometry';
import type { BallJoint } from './body.ts';
import type { Side } from './sides.ts';

/** How people describe where an upper arm is, relative to the collar bone's frame. */
export interface ShoulderAngles {
  /** 0 hanging, π/2 level, π overhead. */
  readonly elevationRad: number;
  /** The direction in which it is lifted: 0 sideways, π/2 forwards, −π/2 backwards. */
  readonly planeRad: number;
  /** Turned outward about its own length. */
  readonly externalRotationRad: number;
}

/** The upper arm's direction at rest. */
const down: Vec3 = [0, 0, -1];

/** Upper arm → clavicle: first the turn about the arm's length, then the lift. Both sides mirror each other. */
export function shoulderFromAngles(side: Side, angles: ShoulderAngles): Quaternion {
  const sign = side === 'left' ? 1 : -1;
  const { elevationRad, planeRad, externalRotationRad } = angles;
  const lift = quatExp([sign * elevationRad * Math.cos(planeRad), -elevationRad * Math.sin(planeRad), 0]);
  return quatMultiply(lift, quatExp([0, 0, sign * externalRotationRad]));
}

/** The angles of a shoulder; the inverse of `shoulderFromAngles` for an elevation in (0, π) and a plane in (−π, π]. */
export function shoulderToAngles(side: Side, upperArmToClavicle: Quaternion): ShoulderAngles {
  const sign = side === 'left' ? 1 : -1;
  const [x, y, z] = quatRotate(upperArmToClavicle, down);
  const elevationRad = Math.acos(Math.min(1, Math.max(-1, -z)));
  const planeRad = Math.atan2(x, sign * y);
  const lift = shoulderFromAngles(side, { elevationRad, planeRad, externalRotationRad: 0 });
  const turn = quatMultiply(quatConjugate(lift), upperArmToClavicle);
  return { elevationRad, planeRad, externalRotationRad: wrapAngle(radians(sign * 2 * Math.atan2(turn[3], turn[0]))) };
}

/** How far the shoulder is from the middle of its range. */
export interface SwingTwist {
  /** Angle between the upper arm and the centre of the swing, 0…π. */
  readonly swingRad: number;
  /** Turn about the arm's length left over when the shortest swing is undone; outward +, −π…π. */
  readonly twistRad: number;
}

/** The range is met when swingRad ≤ joint.swing.maxRad and twistRad lies in joint.twist. */
export function shoulderSwingTwist(joint: BallJoint, upperArmToClavicle: Quaternion): SwingTwist {
  const { centre } = joint.swing;
  const arm = quatRotate(upperArmToClavicle, down);
  const unswung = quatMultiply(quatConjugate(quatBetween(centre, arm)), upperArmToClavicle);
  const turn = quatMultiply(quatConjugate(quatBetween(down, centre)), unswung);
  const sign = joint.side === 'left' ? 1 : -1;
  return {
    swingRad: Math.acos(Math.min(1, Math.max(-1, dot(centre, arm)))),
    twistRad: wrapAngle(radians(sign * 2 * Math.atan2(turn[3], turn[0]))),
  };
}

/** Angle between the upper arm and the middle of what it reaches overhead, 0…π. The range is met when it is ≤ joint.overhead.maxRad. */
export function shoulderOverhead(joint: BallJoint, upperArmToClavicle: Quaternion): number {
  const cosine = dot(joint.overhead.centre, quatRotate(upperArmToClavicle, down));
  return Math.acos(Math.min(1, Math.max(-1, cosine)));
}

/** Its rate for the angular velocity in the upper-arm frame: as that of the swing. */
export const shoulderOverheadGradient = (joint: BallJoint, upperArmToClavicle: Quaternion): Vec3 =>
  awayFrom(quatRotateInverse(upperArmToClavicle, joint.overhead.centre));

/** Rate of the angle between a direction `c`, given in the upper-arm frame, and the upper arm. */
function awayFrom([cx, cy]: Vec3): Vec3 {
  // c × e with e = (0, 0, −1)
  const sine = Math.hypot(cx, cy);
  return sine < 1e-12 ? [0, 0, 0] : [-cy / sine, cx / sine, 0];
}

/** Rates of swing and twist for the angular velocity in the upper-arm frame (the joint's own velocity coordinates). */
export interface SwingTwistGradient {
  readonly swing: Vec3;
  readonly twist: Vec3;
}

/**
 * With e the arm's direction and c the swing's centre, both in the upper-arm frame, cos(swing) = c · e, so
 * ∂swing/∂ω = (c × e) / |c × e| (zero at the centre, where swing has no gradient), and, as the shortest swing turns the arm
 * about its length at the rate −ω · (c − (c·e) e) / (1 + c·e), ∂twist/∂ω = ∓(e + c) / (1 + c·e), minus on the left.
 * The twist has no gradient exactly opposite the centre; no shoulder gets there.
 */
export function shoulderSwingTwistGradient(joint: BallJoint, upperArmToClavicle: Quaternion): SwingTwistGradient {
  const centre = quatRotateInverse(upperArmToClavicle, joint.swing.centre);
  const [cx, cy, cz] = centre;
  const factor = (joint.side === 'left' ? -1 : 1) / Math.max(1 - cz, 1e-12);
  return { swing: awayFrom(centre), twist: [cx * factor, cy * factor, (cz - 1) * factor] };
}
