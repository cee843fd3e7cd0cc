import type { Person } from '@sacra/body';
import type { AtlasPiece } from '@sacra/solve';

/** What the atlas worker is asked. A new question takes the place of the one before. */
export interface AtlasQuestion {
  /** Comes back with every answer. */
  readonly id: number;
  readonly person: Person;
  /** What is needed first: keys of keyframes and ids of ways. */
  readonly order: readonly string[];
  /** What was solved before (`encodeAtlas`). Of another body, or damaged, it is solved anew. */
  readonly known: Uint8Array | undefined;
  /** Where the baked atlas of the reference body is fetched from: it tells what gave way on this body from what gives way on all. */
  readonly referenceUrl: string;
}

export type AtlasAnswer =
  /** What was known already, then each piece as it is ready. */
  | { readonly id: number; readonly kind: 'pieces'; readonly pieces: readonly AtlasPiece[] }
  /** Everything so far, to be kept. */
  | { readonly id: number; readonly kind: 'so-far'; readonly bytes: Uint8Array; readonly isWhole: boolean };
