/**
 * The inner loops of kinematics work on flat arrays (three numbers a vector, four a quaternion, one after the other) and
 * write their result in place, so that nothing is allocated. Offsets count numbers, not vectors.
 */

type Numbers = Float64Array | Float32Array | readonly number[];

/** out[o…o+2] = q[qo…qo+3] applied to (x, y, z). */
export function rotateInto(
  q: Numbers,
  qo: number,
  x: number,
  y: number,
  z: number,
  out: Float64Array,
  o: number,
): void {
  const w = q[qo]!;
  const a = q[qo + 1]!;
  const b = q[qo + 2]!;
  const c = q[qo + 3]!;
  const tx = 2 * (b * z - c * y);
  const ty = 2 * (c * x - a * z);
  const tz = 2 * (a * y - b * x);
  out[o] = x + w * tx + b * tz - c * ty;
  out[o + 1] = y + w * ty + c * tx - a * tz;
  out[o + 2] = z + w * tz + a * ty - b * tx;
}

/** q[qo…] = q[qo…] · [w, x, y, z]: turn further by a rotation given in the local frame. */
export function multiplyRight(q: Float64Array, qo: number, w: number, x: number, y: number, z: number): void {
  const a = q[qo]!;
  const b = q[qo + 1]!;
  const c = q[qo + 2]!;
  const d = q[qo + 3]!;
  q[qo] = a * w - b * x - c * y - d * z;
  q[qo + 1] = a * x + b * w + c * z - d * y;
  q[qo + 2] = a * y - b * z + c * w + d * x;
  q[qo + 3] = a * z + b * y - c * x + d * w;
}

/** Brings q[qo…qo+3] back to unit length. */
export function normaliseQuaternion(q: Float64Array, qo: number): void {
  const n = Math.hypot(q[qo]!, q[qo + 1]!, q[qo + 2]!, q[qo + 3]!);
  q[qo] = q[qo]! / n;
  q[qo + 1] = q[qo + 1]! / n;
  q[qo + 2] = q[qo + 2]! / n;
  q[qo + 3] = q[qo + 3]! / n;
}

/** q[qo…] = q[qo…] · exp(x, y, z) for a rotation vector in the local frame, brought back to unit length. */
export function turnBy(q: Float64Array, qo: number, x: number, y: number, z: number): void {
  const angle = Math.hypot(x, y, z);
  const s = angle < 1e-4 ? 0.5 - (angle * angle) / 48 : Math.sin(angle / 2) / angle;
  multiplyRight(q, qo, Math.cos(angle / 2), x * s, y * s, z * s);
  normaliseQuaternion(q, qo);
}
