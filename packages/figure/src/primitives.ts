import type { Vec3 } from '@sacra/geometry';

/**
 * A solid described by its approximate signed distance, in the frame of one segment, metres, negative inside.
 * The zero set is exact; away from it the value is a first-order estimate (value over gradient length), which is
 * what blending and the projection onto the surface need.
 */
export interface Primitive {
  /** Signed distance of the point (x, y, z) of the segment's frame, metres. */
  distance(x: number, y: number, z: number): number;
  /** A sphere around the solid, segment frame, metres: used to leave out what is far away. */
  readonly centreM: Vec3;
  readonly boundingRadiusM: number;
}

/** An ellipsoid with semi-axes `radiiM`, turned by `pitchRad` about the lateral (y) axis. */
export function ellipsoid(centreM: Vec3, radiiM: Vec3, pitchRad = 0): Primitive {
  const cos = Math.cos(pitchRad);
  const sin = Math.sin(pitchRad);
  const [cx, cy, cz] = centreM;
  const [rx, ry, rz] = radiiM;
  const smallest = Math.min(rx, ry, rz);
  return {
    centreM,
    boundingRadiusM: Math.max(rx, ry, rz),
    distance(x, y, z) {
      const dx = x - cx;
      const dz = z - cz;
      const u = (dx * cos - dz * sin) / rx;
      const v = (y - cy) / ry;
      const w = (dx * sin + dz * cos) / rz;
      const radial = Math.sqrt(u * u + v * v + w * w);
      if (radial < 1e-6) return -smallest;
      const gradient = Math.sqrt((u * u) / (rx * rx) + (v * v) / (ry * ry) + (w * w) / (rz * rz));
      return (radial * (radial - 1)) / gradient;
    },
  };
}

/** A capsule whose radius runs from `startRadiusM` at `startM` to `endRadiusM` at `endM`. */
export function taperedCapsule(startM: Vec3, startRadiusM: number, endM: Vec3, endRadiusM: number): Primitive {
  const [ax, ay, az] = startM;
  const bx = endM[0] - ax;
  const by = endM[1] - ay;
  const bz = endM[2] - az;
  const lengthSquared = bx * bx + by * by + bz * bz;
  return {
    centreM: [ax + bx / 2, ay + by / 2, az + bz / 2],
    boundingRadiusM: Math.sqrt(lengthSquared) / 2 + Math.max(startRadiusM, endRadiusM),
    distance(x, y, z) {
      const dx = x - ax;
      const dy = y - ay;
      const dz = z - az;
      let along = (dx * bx + dy * by + dz * bz) / lengthSquared;
      along = along < 0 ? 0 : along > 1 ? 1 : along;
      const ex = dx - along * bx;
      const ey = dy - along * by;
      const ez = dz - along * bz;
      return Math.sqrt(ex * ex + ey * ey + ez * ez) - (startRadiusM + (endRadiusM - startRadiusM) * along);
    },
  };
}
