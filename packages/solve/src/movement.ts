import type { Body } from '@sacra/body';

/**
 * The movements that the solver may make: velocity coordinate `v` follows column `column[v]` with `sign[v]`, or stays (-1).
 * `leader[c]` is one velocity coordinate of each column. Columns run from the tips of the limbs to the pelvis: what is eliminated first
 * then leaves the other limbs alone, which is what `factorise` lives on.
 */
export interface Movement {
  readonly size: number;
  readonly column: Int32Array;
  readonly sign: Float64Array;
  readonly leader: Int32Array;
}

/** Every coordinate on its own. */
export function freeMovement(body: Body): Movement {
  const size = body.velocitySize;
  const column = Int32Array.from({ length: size }, (_, v) => size - 1 - v);
  return { size, column, sign: new Float64Array(size).fill(1), leader: Int32Array.from(column) };
}

/**
 * Movements that keep a mirror-symmetric body symmetric: right follows left, the pelvis moves in the plane y = 0 and pitches, the spine
 * bends forwards and backwards only. About half the coordinates, so an eighth of the work of the factorisation.
 */
export function symmetricMovement(body: Body): Movement {
  const column = new Int32Array(body.velocitySize).fill(-1);
  const sign = new Float64Array(body.velocitySize);
  const leader: number[] = [];
  const lead = (v: number): void => {
    column[v] = leader.length;
    sign[v] = 1;
    leader.push(v);
  };
  const follow = (v: number, of: number, withSign: number): void => {
    column[v] = column[of] as number;
    sign[v] = withSign;
  };
  const byName = new Map(body.joints.map((joint) => [joint.name, joint]));
  for (const joint of body.joints) {
    const { name, vIndex } = joint;
    if (joint.kind === 'free') {
      // Linear x and z in the world, then the pitch about the pelvis's own y.
      for (const offset of [0, 2, 4]) lead(vIndex + offset);
      continue;
    }
    if (name.endsWith('.right')) continue;
    if (!name.endsWith('.left')) {
      if (name.endsWith('.flexion')) lead(vIndex);
      continue;
    }
    const twin = byName.get(name.replace(/\.left$/, '.right'));
    if (!twin) throw new Error(`${name} has no twin on the right.`);
    if (joint.kind === 'hinge') {
      lead(vIndex);
      follow(twin.vIndex, vIndex, 1);
      continue;
    }
    // A rotation vector is mirrored in the plane y = 0 by turning its x and z round.
    [-1, 1, -1].forEach((withSign, axis) => {
      lead(vIndex + axis);
      follow(twin.vIndex + axis, vIndex + axis, withSign);
    });
  }
  return fromTheTips({ size: leader.length, column, sign, leader: Int32Array.from(leader) });
}

function fromTheTips({ size, column, sign, leader }: Movement): Movement {
  return { size, column: column.map((c) => (c < 0 ? c : size - 1 - c)), sign, leader: leader.toReversed() };
}
