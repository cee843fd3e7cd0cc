/** A point or a direction: `[x, y, z]`. Lengths are metres unless the name says otherwise. */
export type Vec3 = readonly [x: number, y: number, z: number];

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

export const scale = (a: Vec3, factor: number): Vec3 => [a[0] * factor, a[1] * factor, a[2] * factor];

export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Right-handed: `cross(x, y) = z`. */
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

export const norm = (a: Vec3): number => Math.hypot(a[0], a[1], a[2]);

export const distance = (a: Vec3, b: Vec3): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** The unit vector along `a`. Throws for the zero vector, which has no direction. */
export function normalise(a: Vec3): Vec3 {
  const length = norm(a);
  if (length === 0) throw new RangeError('normalise: the zero vector has no direction');
  return [a[0] / length, a[1] / length, a[2] / length];
}

/** The point a fraction `t` of the way from `a` to `b`; `t` outside 0…1 extrapolates. */
export const mix = (a: Vec3, b: Vec3, t: number): Vec3 => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

/** Reflection in the plane y = 0, the body's plane of symmetry: a position or a direction of the other side. */
export const mirror = (a: Vec3): Vec3 => [a[0], -a[1], a[2]];

/** Some unit vector at a right angle to the unit vector `a`; it varies smoothly except where `a` is near an axis switch. */
export function perpendicular(a: Vec3): Vec3 {
  return normalise(cross(a, Math.abs(a[0]) < 0.9 ? [1, 0, 0] : [0, 1, 0]));
}
