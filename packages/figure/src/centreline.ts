/**
 * The curve a loft follows, in the x–z plane of its segment's frame. Every centreline runs *down* its limb or *up* its
 * trunk by arc length; `front` is the signed offset in the plane.
 */
export interface Centreline {
  /** Writes [arc length, offset to the front], metres, of the point (x, z) into `out`. */
  locate(x: number, z: number, out: Float64Array): void;
  /** The point [x, z] at an arc length, metres. */
  pointAt(alongM: number): readonly [number, number];
}

/** Straight up: arc length is z, front is x. */
export const upright: Centreline = {
  locate(x, z, out) {
    out[0] = z;
    out[1] = x;
  },
  pointAt: (alongM) => [0, alongM],
};

/** Straight forward: arc length is x, front is z (a foot). */
export const forward: Centreline = {
  locate(x, z, out) {
    out[0] = x;
    out[1] = z;
  },
  pointAt: (alongM) => [alongM, 0],
};

/** Straight from one point [x, z] towards another, metres (a finger). Front is to the left of the way, seen from the side. */
export function straight(from: readonly [x: number, z: number], to: readonly [x: number, z: number]): Centreline {
  const lengthM = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const alongX = (to[0] - from[0]) / lengthM;
  const alongZ = (to[1] - from[1]) / lengthM;
  return {
    locate(x, z, out) {
      const dx = x - from[0];
      const dz = z - from[1];
      out[0] = dx * alongX + dz * alongZ;
      out[1] = dz * alongX - dx * alongZ;
    },
    pointAt: (alongM) => [from[0] + alongM * alongX, from[1] + alongM * alongZ],
  };
}

/**
 * Down from the origin for `upperM`, then bent by `bendRad` towards the back (positive: a knee) or the front (negative: an
 * elbow), and on. The corner is an arc of radius `filletM`, so that a tube along it has no ring where the joint is.
 * Arc length is 0 at the origin and `upperM` in the middle of the arc, so that a joint stays where its sections say:
 * lengths along the arc are stretched to those of the corner it replaces.
 */
export function bentDown(upperM: number, bendRad: number, filletM: number): Centreline {
  const turn = Math.abs(bendRad);
  const side = Math.sign(bendRad) || 1;
  const tangent = filletM * Math.tan(turn / 2);
  if (tangent >= upperM)
    throw new Error(`A fillet of ${filletM} m does not fit on ${upperM} m bent by ${bendRad} rad.`);
  const stretch = (2 * tangent) / (filletM * turn);
  // mirrored into the case "bends towards negative x"; the centre of the arc is on that side
  const arcX = -filletM;
  const arcZ = -(upperM - tangent);
  const lowerX = -Math.sin(turn);
  const lowerZ = -Math.cos(turn);
  return {
    locate(x, z, out) {
      const mx = x * side;
      const rx = mx - arcX;
      const rz = z - arcZ;
      const angle = Math.atan2(-rz, rx);
      if (rz >= 0) {
        out[0] = -z;
        out[1] = x;
      } else if (angle < turn) {
        out[0] = upperM - tangent + filletM * angle * stretch;
        out[1] = side * (Math.hypot(rx, rz) - filletM);
      } else {
        const cornerZ = z + upperM;
        out[0] = upperM + mx * lowerX + cornerZ * lowerZ;
        out[1] = side * (mx * -lowerZ + cornerZ * lowerX);
      }
    },
    pointAt(alongM) {
      const beyond = alongM - upperM;
      return beyond <= 0 ? [0, -alongM] : [side * lowerX * beyond, -upperM + lowerZ * beyond];
    },
  };
}
