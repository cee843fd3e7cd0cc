import type { Body, Configuration } from '@sacra/body';
import { nearestBalls, type NearestBalls } from '@sacra/geometry';
import type { RowSource } from '../row-source.ts';
import { SolveState } from '../state.ts';

const toleranceM = 0.001;

/**
 * Capsules that can meet don't overlap by more than flesh gives: for a pair with negative gap, the row gap/tolerance. The gap is that of the
 * two nearest balls on their axes + allowance. As the body moves those wander along the axes, which counts in second order only.
 *
 * @param granted configurations that must be possible: a pair may overlap as far as it does in any of them
 */
export function selfCollisionLimit(body: Body, granted: readonly Configuration[] = []): RowSource {
  const axes = new CapsuleAxes(body);
  const allowancesM = body.capsulePairs.map((pair) => pair.allowanceM);
  for (const q of granted) {
    axes.place(new SolveState(body, q));
    body.capsulePairs.forEach(({ a, b }, i) => (allowancesM[i] = Math.max(allowancesM[i]!, -axes.gapM(a, b))));
  }
  return {
    addRows(state, equations) {
      axes.place(state);
      const weight = 1 / (toleranceM * state.softness);
      for (let i = 0; i < body.capsulePairs.length; i++) {
        const pair = body.capsulePairs[i]!;
        const gapM = axes.gapM(pair.a, pair.b) + allowancesM[i]!;
        if (gapM >= 0) continue;
        if (equations.wantsJacobian) {
          axes.placeNearest(pair.a, pair.b);
          const { onA, onB, direction } = axes;
          const [dx, dy, dz] = [direction[0]!, direction[1]!, direction[2]!];
          equations.addPoint(body.capsules[pair.a]!.segment, onA[0]!, onA[1]!, onA[2]!, dx, dy, dz, weight);
          equations.addPoint(body.capsules[pair.b]!.segment, onB[0]!, onB[1]!, onB[2]!, dx, dy, dz, -weight);
        }
        equations.close(gapM * weight);
      }
    },
  };
}

/** The deepest overlap beyond what flesh gives, metres; 0 when there is none. */
export function deepestOverlapM(state: SolveState): { depthM: number; parts: string } {
  const { body } = state;
  const axes = new CapsuleAxes(body);
  axes.place(state);
  let deepest = { depthM: 0, parts: '' };
  for (const pair of body.capsulePairs) {
    const depthM = -(axes.gapM(pair.a, pair.b) + pair.allowanceM);
    if (depthM > deepest.depthM) {
      deepest = { depthM, parts: `${body.capsules[pair.a]!.name} and ${body.capsules[pair.b]!.name}` };
    }
  }
  return deepest;
}

/** The axes of all capsules in the world, and the nearest balls of the pair asked for last. */
class CapsuleAxes {
  readonly onA = new Float64Array(3);
  readonly onB = new Float64Array(3);
  /** Unit vector from B to A. */
  readonly direction = new Float64Array(3);
  readonly #body: Body;
  readonly #start: Float64Array;
  readonly #end: Float64Array;
  readonly #startRadiusM: Float64Array;
  readonly #endRadiusM: Float64Array;
  readonly #reachM: Float64Array;
  readonly #nearest: NearestBalls = { a: 0, b: 0, apart: 0, gap: 0 };

  constructor(body: Body) {
    this.#body = body;
    this.#start = new Float64Array(3 * body.capsules.length);
    this.#end = new Float64Array(3 * body.capsules.length);
    this.#startRadiusM = Float64Array.from(body.capsules, (c) => c.startRadiusM);
    this.#endRadiusM = Float64Array.from(body.capsules, (c) => c.endRadiusM);
    this.#reachM = Float64Array.from(body.capsules, (c) => {
      const length = Math.hypot(c.startM[0] - c.endM[0], c.startM[1] - c.endM[1], c.startM[2] - c.endM[2]);
      return length / 2 + Math.max(c.startRadiusM, c.endRadiusM);
    });
  }

  place(state: SolveState): void {
    this.#body.capsules.forEach((capsule, i) => {
      state.placePoint(capsule.segment, capsule.startM, this.#start, 3 * i);
      state.placePoint(capsule.segment, capsule.endM, this.#end, 3 * i);
    });
  }

  /** Distance between the surfaces, negative when they overlap; far apart pairs give Infinity. */
  gapM(a: number, b: number): number {
    const start = this.#start;
    const end = this.#end;
    // Twice the distance of the middles, against twice the sum of the reaches.
    let square = 0;
    for (let k = 0; k < 3; k++) {
      const d = start[3 * a + k]! + end[3 * a + k]! - start[3 * b + k]! - end[3 * b + k]!;
      square += d * d;
    }
    const reach = 2 * (this.#reachM[a]! + this.#reachM[b]!);
    if (square > reach * reach) return Infinity;
    nearestBalls(start, end, this.#startRadiusM, this.#endRadiusM, a, b, this.#nearest);
    return this.#nearest.gap;
  }

  /** Where the balls are whose gap was asked for last. */
  placeNearest(a: number, b: number): void {
    const { onA, onB, direction } = this;
    const start = this.#start;
    const end = this.#end;
    const nearest = this.#nearest;
    const apart = nearest.apart || 1e-9;
    for (let k = 0; k < 3; k++) {
      onA[k] = start[3 * a + k]! + (end[3 * a + k]! - start[3 * a + k]!) * nearest.a;
      onB[k] = start[3 * b + k]! + (end[3 * b + k]! - start[3 * b + k]!) * nearest.b;
      direction[k] = (onA[k]! - onB[k]!) / apart;
    }
  }
}
