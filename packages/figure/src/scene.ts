import type { LitMesh } from './light.ts';
import type { FigureMesh } from './mesh.ts';
import type { Paint } from './paint.ts';
import type { PosedStroke } from './painted-face.ts';

/** A figure skinned into a pose. */
export interface PosedFigure {
  /** The figure in its bind pose. */
  readonly mesh: FigureMesh;
  /** Its skinned vertices and normals in the world, three numbers a vertex. */
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** Index into `limbNames` of each vertex. */
  readonly limbs: Uint8Array;
  /** The strokes that its face is drawn with. */
  readonly face: readonly PosedStroke[];
}

/** A solid thing beside the figure. */
export interface PaintedSolid extends LitMesh {
  readonly paint: Paint;
}

/** A mat lying in z = 0, lengthwise along x. */
export interface MatPlace {
  readonly centreM: readonly [x: number, y: number];
  readonly lengthM: number;
  readonly widthM: number;
}

/** What is to be drawn. */
export interface Scene {
  readonly figure: PosedFigure;
  readonly solids: readonly PaintedSolid[];
  readonly mat: MatPlace;
}

/** Everything that has a surface, the figure first: the order in which the rasteriser numbers them. */
export function sceneMeshes({ figure, solids }: Scene): readonly LitMesh[] {
  return [{ positions: figure.positions, normals: figure.normals, indices: figure.mesh.indices }, ...solids];
}

/** The mat that pictures stand on: of the usual size, its middle at the origin. */
export const standardMat: MatPlace = { centreM: [0, 0], lengthM: 1.83, widthM: 0.61 };
