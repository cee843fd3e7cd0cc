import type { Body, BodyState } from '@sacra/body';
import type { Movement } from './movement.ts';

/**
 * The rows that depend on the velocity of one segment alone, each as six numbers w: its dependence on the segment's turning and on the
 * velocity of the segment's point at the world's origin. Of a segment's rows only Σ w wᵀ (6 × 6) and Σ w r are kept, and these are
 * summed over subtrees, as the composite-rigid-body method does with inertia (R. Featherstone, Rigid Body Dynamics Algorithms, 2008,
 * section 6.2, K): with the velocity axis s of a degree of freedom, H_ij = sᵢᵀ (Σ over j's subtree) sⱼ for i on j's way to the root.
 */
export class SegmentRows {
  readonly #movement: Movement;
  readonly #parent: Int32Array;
  readonly #dofSegment: Int32Array;
  readonly #ancestorDofs: readonly Int32Array[];
  readonly #dofAxis: Float64Array;
  readonly #dofAnchor: Float64Array;
  /** Six numbers a degree of freedom: its turning, and the velocity it gives to what passes the world's origin. */
  readonly #axes: Float64Array;
  readonly #squares: Float64Array;
  readonly #slopes: Float64Array;
  readonly #isUsed: Uint8Array;
  readonly #pull = new Float64Array(6);

  constructor(body: Body, state: BodyState, movement: Movement) {
    this.#movement = movement;
    this.#parent = body.chain.parent;
    this.#dofSegment = body.chain.dofSegment;
    this.#ancestorDofs = body.ancestorDofs;
    this.#dofAxis = state.dofAxis;
    this.#dofAnchor = state.dofAnchorM;
    this.#axes = new Float64Array(6 * body.velocitySize);
    this.#squares = new Float64Array(36 * body.segments.length);
    this.#slopes = new Float64Array(6 * body.segments.length);
    this.#isUsed = new Uint8Array(body.segments.length);
  }

  /** Forgets all rows and reads the axes from the state as it is now. */
  reset(): void {
    this.#isUsed.fill(0);
    const axis = this.#dofAxis;
    const anchor = this.#dofAnchor;
    const axes = this.#axes;
    for (let v = 0, o = 0, at = 0; o < axis.length; v++, o += 3, at += 6) {
      const ax = axis[o] as number;
      const ay = axis[o + 1] as number;
      const az = axis[o + 2] as number;
      if (v < 3) {
        axes[at] = axes[at + 1] = axes[at + 2] = 0;
        axes[at + 3] = ax;
        axes[at + 4] = ay;
        axes[at + 5] = az;
        continue;
      }
      const px = anchor[o] as number;
      const py = anchor[o + 1] as number;
      const pz = anchor[o + 2] as number;
      axes[at] = ax;
      axes[at + 1] = ay;
      axes[at + 2] = az;
      axes[at + 3] = py * az - pz * ay;
      axes[at + 4] = pz * ax - px * az;
      axes[at + 5] = px * ay - py * ax;
    }
  }

  add(segment: number, wrench: Float64Array, residual: number): void {
    const squares = this.#squares;
    const slopes = this.#slopes;
    const at = 36 * segment;
    if (this.#isUsed[segment] === 0) this.#start(segment);
    for (let i = 0; i < 6; i++) {
      const wi = wrench[i] as number;
      slopes[6 * segment + i] = (slopes[6 * segment + i] as number) + wi * residual;
      for (let j = 0; j < 6; j++) {
        const k = at + 6 * i + j;
        squares[k] = (squares[k] as number) + wi * (wrench[j] as number);
      }
    }
  }

  /** Gives a row's coefficients in the degrees of freedom that move the segment. */
  spread(segment: number, wrench: Float64Array, row: { addDof(v: number, coefficient: number): void }): void {
    const dofs = this.#ancestorDofs[segment] as Int32Array;
    const axes = this.#axes;
    const w0 = wrench[0] as number;
    const w1 = wrench[1] as number;
    const w2 = wrench[2] as number;
    const w3 = wrench[3] as number;
    const w4 = wrench[4] as number;
    const w5 = wrench[5] as number;
    for (let i = 0; i < dofs.length; i++) {
      const v = dofs[i] as number;
      const at = 6 * v;
      const turning = w0 * (axes[at] as number) + w1 * (axes[at + 1] as number) + w2 * (axes[at + 2] as number);
      row.addDof(
        v,
        turning + w3 * (axes[at + 3] as number) + w4 * (axes[at + 4] as number) + w5 * (axes[at + 5] as number),
      );
    }
  }

  /** Adds JᵀJ (lower triangle) and Jᵀr of all rows. */
  bringInto(matrix: Float64Array, gradient: Float64Array): void {
    this.#sumSubtrees();
    const { column, sign, size } = this.#movement;
    const axes = this.#axes;
    const squares = this.#squares;
    const slopes = this.#slopes;
    const pull = this.#pull;
    for (let v = 0; v < this.#dofSegment.length; v++) {
      const cv = column[v] as number;
      const segment = this.#dofSegment[v] as number;
      if (cv < 0 || this.#isUsed[segment] === 0) continue;
      const sv = sign[v] as number;
      let slope = 0;
      for (let i = 0; i < 6; i++) {
        const row = 36 * segment + 6 * i;
        let sum = 0;
        for (let j = 0; j < 6; j++) sum += (squares[row + j] as number) * (axes[6 * v + j] as number);
        pull[i] = sv * sum;
        slope += (slopes[6 * segment + i] as number) * (axes[6 * v + i] as number);
      }
      gradient[cv] = (gradient[cv] as number) + sv * slope;
      const p0 = pull[0] as number;
      const p1 = pull[1] as number;
      const p2 = pull[2] as number;
      const p3 = pull[3] as number;
      const p4 = pull[4] as number;
      const p5 = pull[5] as number;
      const dofs = this.#ancestorDofs[segment] as Int32Array;
      for (let a = 0; a < dofs.length; a++) {
        const u = dofs[a] as number;
        if (u > v) break;
        const cu = column[u] as number;
        if (cu < 0) continue;
        const at = 6 * u;
        const turning = p0 * (axes[at] as number) + p1 * (axes[at + 1] as number) + p2 * (axes[at + 2] as number);
        const moving = p3 * (axes[at + 3] as number) + p4 * (axes[at + 4] as number) + p5 * (axes[at + 5] as number);
        const entry = cu <= cv ? cv * size + cu : cu * size + cv;
        matrix[entry] = (matrix[entry] as number) + (sign[u] as number) * (turning + moving);
      }
    }
  }

  #sumSubtrees(): void {
    const squares = this.#squares;
    const slopes = this.#slopes;
    for (let segment = this.#parent.length - 1; segment > 0; segment--) {
      if (this.#isUsed[segment] === 0) continue;
      const parent = this.#parent[segment] as number;
      if (this.#isUsed[parent] === 0) this.#start(parent);
      for (let k = 0; k < 36; k++) {
        squares[36 * parent + k] = (squares[36 * parent + k] as number) + (squares[36 * segment + k] as number);
      }
      for (let k = 0; k < 6; k++) {
        slopes[6 * parent + k] = (slopes[6 * parent + k] as number) + (slopes[6 * segment + k] as number);
      }
    }
  }

  #start(segment: number): void {
    this.#isUsed[segment] = 1;
    this.#squares.fill(0, 36 * segment, 36 * segment + 36);
    this.#slopes.fill(0, 6 * segment, 6 * segment + 6);
  }
}
