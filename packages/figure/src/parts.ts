import type { Primitive } from './primitives.ts';

/** What the surface near a part belongs to; it decides where clothes and hair may be. */
export type Region = 'trunk' | 'head' | 'hair' | 'arm' | 'hand' | 'leg' | 'foot';

/** One solid of the figure, fixed to a segment. */
export interface Part {
  /** Index of the segment in whose frame the primitive lies. */
  readonly segment: number;
  readonly primitive: Primitive;
  /** Width of the rounded seam where it joins what came before it, metres. */
  readonly blendM: number;
  readonly region: Region;
  /**
   * `middle`: a single solid, symmetric about the body's middle plane but for hair that is worn to one side. `left`: it has a mirror twin on the right, and
   * the two join with a seam of `pairBlendM` where they meet.
   */
  readonly side: 'middle' | 'left';
  readonly pairBlendM?: number;
  /** A carved part takes material away instead of adding it. */
  readonly carved?: true;
  /** The segment that moves the surface at a point of the part's frame, when it is not `segment` everywhere. */
  readonly segmentAt?: (x: number, y: number, z: number) => number;
}
