import { createState, forwardKinematics, type Body, type BodyState, type Configuration } from '@sacra/body';
import { rotateInto, type Vec3 } from '@sacra/geometry';

/**
 * Where the body is while it is being solved: a configuration and what follows from it. Objectives and limits read it; only the
 * solver moves it.
 */
export class SolveState {
  readonly body: Body;
  readonly kinematics: BodyState;
  /** The configuration that `kinematics` belongs to. */
  q: Configuration;
  /** Factor on the tolerance of contacts and collisions, 1 or more: the search begins soft and ends firm. */
  softness = 1;

  constructor(body: Body, q: Configuration) {
    this.body = body;
    this.kinematics = createState(body);
    this.q = Float64Array.from(q);
    this.moveTo(q);
  }

  moveTo(q: Configuration): void {
    this.q = q;
    forwardKinematics(this.body, q, this.kinematics);
  }

  /** Writes the world position of a point of a segment to `out[at…at+2]`. */
  placePoint(segment: number, localM: Vec3, out: Float64Array, at = 0): void {
    const { positionM, rotation } = this.kinematics;
    rotateInto(rotation, 4 * segment, localM[0], localM[1], localM[2], out, at);
    out[at] = out[at]! + positionM[3 * segment]!;
    out[at + 1] = out[at + 1]! + positionM[3 * segment + 1]!;
    out[at + 2] = out[at + 2]! + positionM[3 * segment + 2]!;
  }

  /** Writes the world direction of a direction of a segment to `out[at…at+2]`. */
  placeDirection(segment: number, local: Vec3, out: Float64Array, at = 0): void {
    rotateInto(this.kinematics.rotation, 4 * segment, local[0], local[1], local[2], out, at);
  }
}
