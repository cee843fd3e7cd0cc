import type { Face, Heading } from '@sacra/pose';
import { cross, dot, normalise, scale, subtract, type Quaternion, type Vec3 } from '@sacra/geometry';

/** +1 for a left part, -1 for a right one, +1 for the middle. */
const sideSign = (name: string): 1 | -1 => (name.endsWith('.right') ? -1 : 1);

/** A face of a segment as a unit vector of its frame. */
export function faceDirection(face: Face, segmentName: string): Vec3 {
  const s = sideSign(segmentName);
  const directions: Readonly<Record<Face, Vec3>> = {
    front: [1, 0, 0],
    back: [-1, 0, 0],
    up: [0, 0, 1],
    down: [0, 0, -1],
    left: [0, 1, 0],
    right: [0, -1, 0],
    outer: [0, s, 0],
    inner: [0, -s, 0],
  };
  return directions[face];
}

/** A heading as a unit vector of the world, for a part of the body (whose side `outward` and `inward` need). */
export function headingDirection(heading: Heading | Vec3, partName = ''): Vec3 {
  if (typeof heading !== 'string') return normalise(heading);
  const s = sideSign(partName);
  const directions: Readonly<Record<Heading, Vec3>> = {
    forward: [1, 0, 0],
    backward: [-1, 0, 0],
    up: [0, 0, 1],
    down: [0, 0, -1],
    left: [0, 1, 0],
    right: [0, -1, 0],
    outward: [0, s, 0],
    inward: [0, -s, 0],
  };
  return directions[heading];
}

/** The rotation that turns a segment's z along `up` and its x as near to `front` as that allows. */
export function rotationFromUpAndFront(up: Vec3, front: Vec3): Quaternion {
  const z = normalise(up);
  const x = normalise(subtract(front, scale(z, dot(front, z))));
  return quaternionOfAxes(x, cross(z, x), z);
}

/** The quaternion of the rotation matrix with columns x, y, z (Shepperd's choice of the largest component). */
function quaternionOfAxes(x: Vec3, y: Vec3, z: Vec3): Quaternion {
  const trace = x[0] + y[1] + z[2];
  const squares = [1 + trace, 1 + x[0] - y[1] - z[2], 1 - x[0] + y[1] - z[2], 1 - x[0] - y[1] + z[2]] as const;
  const largest = squares.indexOf(Math.max(...squares));
  const s = 0.5 / Math.sqrt(squares[largest]!);
  const a = squares[largest]! * s;
  if (largest === 0) return [a, (y[2] - z[1]) * s, (z[0] - x[2]) * s, (x[1] - y[0]) * s];
  if (largest === 1) return [(y[2] - z[1]) * s, a, (x[1] + y[0]) * s, (z[0] + x[2]) * s];
  if (largest === 2) return [(z[0] - x[2]) * s, (x[1] + y[0]) * s, a, (y[2] + z[1]) * s];
  return [(x[1] - y[0]) * s, (z[0] + x[2]) * s, (y[2] + z[1]) * s, a];
}
