import type { VisibilityBuffer } from './rasterise.ts';
import { attributeAt } from './rasterise.ts';
import type { PaintedSolid } from './scene.ts';

/** What lies between two neighbouring pixels that see solids: whether one hides the other, and how strong a line is, 0…1. */
export type SolidEdges = (pixelA: number, pixelB: number) => { readonly isBreak: boolean; readonly ink: number };

/** Neighbouring pixels whose depths differ by more than this see two surfaces, one before the other. */
const BREAK_M = 0.03;
/** Two solids whose surfaces are nearer than this in depth, and turned alike, go on as one. */
const FLUSH_M = 0.006;
/** Cosine between the normals of neighbouring pixels below which there is an edge between two faces. */
const CREASE_COSINE = 0.8;
/** Strength of lines, 0…1. */
const INK = { outline: 1, crease: 0.8, seam: 0.8 } as const;

/** Height of the piping of a cushion, as a share of the whole. */
const PIPING_SHARE = 0.5;

/** Edges of the solids that `seen` shows, where a hand that draws them would put a line. */
export function solidEdges(solids: readonly PaintedSolid[], seen: VisibilityBuffer): SolidEdges {
  const seamsM = solids.map(({ paint, positions }) => {
    const [low, high] = heightsOf(positions);
    return paint === 'cushion' ? low + PIPING_SHARE * (high - low) : -Infinity;
  });
  const at = (pixel: number, name: 'positions' | 'normals', axis: number): number => {
    const solid = solids[seen.mesh[pixel]! - 1]!;
    return attributeAt(seen, pixel, solid.indices, solid[name], 3, axis);
  };
  return (a, b) => {
    const stepM = Math.abs(seen.depthM[a]! - seen.depthM[b]!);
    if (stepM > BREAK_M) return { isBreak: true, ink: INK.outline };
    let cosine = 0;
    for (let axis = 0; axis < 3; axis++) cosine += at(a, 'normals', axis) * at(b, 'normals', axis);
    // two pieces that end flush are one
    if (seen.mesh[a] !== seen.mesh[b] && (stepM > FLUSH_M || cosine < CREASE_COSINE))
      return { isBreak: true, ink: INK.outline };
    if (cosine < CREASE_COSINE) return { isBreak: false, ink: INK.crease };
    const [heightA, heightB] = [at(a, 'positions', 2), at(b, 'positions', 2)];
    if (seen.mesh[a] !== seen.mesh[b]) return { isBreak: false, ink: 0 };
    const seamM = seamsM[seen.mesh[a]! - 1]!;
    const crossesSeam = heightA > seamM !== heightB > seamM;
    return { isBreak: false, ink: crossesSeam ? INK.seam : 0 };
  };
}

function heightsOf(positions: Float32Array): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 2; i < positions.length; i += 3) {
    low = Math.min(low, positions[i]!);
    high = Math.max(high, positions[i]!);
  }
  return [low, high];
}
