import { add, cross, norm, perpendicular, type Vec3 } from './vec3.ts';

/** A unit quaternion `[w, x, y, z]`, active: it turns a local direction into the frame it is expressed in. */
export type Quaternion = readonly [w: number, x: number, y: number, z: number];

export const quatIdentity: Quaternion = [1, 0, 0, 0];

/** `quatMultiply(a, b)` turns by `b` first, then by `a`. */
export const quatMultiply = (a: Quaternion, b: Quaternion): Quaternion => [
  a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
  a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
  a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
  a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0],
];

/** The inverse of a unit quaternion. */
export const quatConjugate = (q: Quaternion): Quaternion => [q[0], -q[1], -q[2], -q[3]];

/** Throws for the zero quaternion, which is no rotation. */
export function quatNormalise(q: Quaternion): Quaternion {
  const length = Math.hypot(q[0], q[1], q[2], q[3]);
  if (length === 0) throw new RangeError('quatNormalise: the zero quaternion is no rotation');
  return [q[0] / length, q[1] / length, q[2] / length, q[3] / length];
}

export const quatDot = (a: Quaternion, b: Quaternion): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];

/** `q` or `-q` (the same rotation), whichever lies on the same half of the sphere as `reference`. */
export const quatInHemisphereOf = (q: Quaternion, reference: Quaternion): Quaternion =>
  quatDot(q, reference) < 0 ? [-q[0], -q[1], -q[2], -q[3]] : q;

/** v′ = v + 2w (u × v) + 2 u × (u × v) with q = [w, u]. */
export function quatRotate(q: Quaternion, v: Vec3): Vec3 {
  const [w, x, y, z] = q;
  const tx = 2 * (y * v[2] - z * v[1]);
  const ty = 2 * (z * v[0] - x * v[2]);
  const tz = 2 * (x * v[1] - y * v[0]);
  return [v[0] + w * tx + y * tz - z * ty, v[1] + w * ty + z * tx - x * tz, v[2] + w * tz + x * ty - y * tx];
}

export const quatRotateInverse = (q: Quaternion, v: Vec3): Vec3 => quatRotate(quatConjugate(q), v);

/** Turn by `angleRad` about the unit vector `axis`, by the right-hand rule. */
export function quatFromAxisAngle(axis: Vec3, angleRad: number): Quaternion {
  const s = Math.sin(angleRad / 2);
  return [Math.cos(angleRad / 2), axis[0] * s, axis[1] * s, axis[2] * s];
}

/** From a rotation vector (axis × angle, radians) to the rotation. */
export function quatExp(rotationVector: Vec3): Quaternion {
  const angle = Math.hypot(rotationVector[0], rotationVector[1], rotationVector[2]);
  // sin(θ/2)/θ by its series near zero, where the quotient loses digits
  const s = angle < 1e-4 ? 0.5 - (angle * angle) / 48 : Math.sin(angle / 2) / angle;
  return [Math.cos(angle / 2), rotationVector[0] * s, rotationVector[1] * s, rotationVector[2] * s];
}

/** The shortest rotation vector (length 0…π) of a unit quaternion: the inverse of `quatExp`; `q` and `-q` give the same. */
export function quatLog(q: Quaternion): Vec3 {
  const sign = q[0] < 0 ? -1 : 1;
  const s = Math.hypot(q[1], q[2], q[3]);
  const w = sign * q[0];
  // θ/sin(θ/2) → 2/w for a small angle
  const factor = sign * (s < 1e-7 ? 2 / w : (2 * Math.atan2(s, w)) / s);
  return [q[1] * factor, q[2] * factor, q[3] * factor];
}

/** The smallest rotation that takes the unit vector `from` to the unit vector `to`; for opposite ones, a half turn. */
export function quatBetween(from: Vec3, to: Vec3): Quaternion {
  // Their sum halves the angle between them. 1 + from · to says the same, but loses half its digits where they are nearly opposite.
  const sum = norm(add(from, to));
  if (sum < 1e-9) {
    const axis = perpendicular(from);
    return [0, axis[0], axis[1], axis[2]];
  }
  const [x, y, z] = cross(from, to);
  return quatNormalise([sum / 2, x / sum, y / sum, z / sum]);
}

/** Constant-speed interpolation the short way round; `t` = 0 gives `a`, 1 gives `b` (or its negative). */
export function quatSlerp(a: Quaternion, b: Quaternion, t: number): Quaternion {
  const [x, y, z] = quatLog(quatMultiply(quatConjugate(a), b));
  return quatMultiply(a, quatExp([x * t, y * t, z * t]));
}

/** The same turn seen in the mirror y = 0. */
export const quatMirror = (q: Quaternion): Quaternion => [q[0], -q[1], q[2], -q[3]];

/** The angle of the rotation that takes `a` to `b`, 0…π. */
export function quatAngle(a: Quaternion, b: Quaternion): number {
  const r = quatMultiply(quatConjugate(a), b);
  return 2 * Math.atan2(Math.hypot(r[1], r[2], r[3]), Math.abs(r[0]));
}
