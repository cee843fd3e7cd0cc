import { quatConjugate, quatExp, quatLog, quatMultiply, quatNormalise, type Quaternion } from '@sacra/geometry';
import type { Body, Configuration } from './body.ts';

/** Standing at rest, arms at the sides, palms to the thighs, feet on the mat. */
export function neutralConfiguration(body: Body): Configuration {
  const q = new Float64Array(body.configurationSize);
  q[2] = body.segments[0]!.offsetM[2];
  for (const { kind, qIndex } of body.joints) {
    if (kind !== 'hinge') q[kind === 'free' ? qIndex + 3 : qIndex] = 1;
  }
  return q;
}

/** Moves `q` by the step `dv` (length velocitySize; radians, metres) into `out`, which may be `q` itself. */
export function integrate(body: Body, q: Configuration, dv: ArrayLike<number>, out: Configuration): Configuration {
  for (const { kind, qIndex, vIndex } of body.joints) {
    if (kind === 'hinge') {
      out[qIndex] = q[qIndex]! + dv[vIndex]!;
      continue;
    }
    const turn = kind === 'free' ? 3 : 0;
    for (let k = 0; k < turn; k++) out[qIndex + k] = q[qIndex + k]! + dv[vIndex + k]!;
    const v = vIndex + turn;
    const step = quatExp([dv[v]!, dv[v + 1]!, dv[v + 2]!]);
    writeQuaternion(out, qIndex + turn, quatNormalise(quatMultiply(readQuaternion(q, qIndex + turn), step)));
  }
  return out;
}

/** The shortest step from one configuration to another: `integrate(body, from, difference(body, from, to))` is `to`. */
export function difference(body: Body, from: Configuration, to: Configuration): Float64Array {
  const step = new Float64Array(body.velocitySize);
  for (const { kind, qIndex, vIndex } of body.joints) {
    if (kind === 'hinge') {
      step[vIndex] = to[qIndex]! - from[qIndex]!;
      continue;
    }
    const turn = kind === 'free' ? 3 : 0;
    for (let k = 0; k < turn; k++) step[vIndex + k] = to[qIndex + k]! - from[qIndex + k]!;
    const relative = quatMultiply(
      quatConjugate(quatNormalise(readQuaternion(from, qIndex + turn))),
      quatNormalise(readQuaternion(to, qIndex + turn)),
    );
    step.set(quatLog(relative), vIndex + turn);
  }
  return step;
}

/** A fraction `t` of the way from `a` to `b`, every joint at its own even speed. */
export function interpolate(body: Body, a: Configuration, b: Configuration, t: number): Configuration {
  const step = difference(body, a, b);
  for (let k = 0; k < step.length; k++) step[k] = step[k]! * t;
  return integrate(body, a, step, new Float64Array(body.configurationSize));
}

/** The same pose seen in the mirror y = 0: left and right change places. Mirroring twice gives back `q` exactly. */
export function mirrorConfiguration(body: Body, q: Configuration): Configuration {
  const { jointMirror, jointMirrorSign } = body.chain;
  const out = new Float64Array(body.configurationSize);
  for (const [index, { kind, qIndex }] of body.joints.entries()) {
    const from = body.joints[jointMirror[index]!]!.qIndex;
    if (kind === 'hinge') {
      out[qIndex] = jointMirrorSign[index]! * q[from]!;
      continue;
    }
    const turn = kind === 'free' ? 3 : 0;
    for (let k = 0; k < turn; k++) out[qIndex + k] = k === 1 ? -q[from + k]! : q[from + k]!;
    const [w, x, y, z] = readQuaternion(q, from + turn);
    writeQuaternion(out, qIndex + turn, [w, -x, y, -z]);
  }
  return out;
}

function readQuaternion(q: Configuration, at: number): Quaternion {
  return [q[at]!, q[at + 1]!, q[at + 2]!, q[at + 3]!];
}

function writeQuaternion(q: Configuration, at: number, value: Quaternion): void {
  for (let k = 0; k < 4; k++) q[at + k] = value[k]!;
}
