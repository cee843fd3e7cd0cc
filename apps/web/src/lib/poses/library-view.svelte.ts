import { findPoses, type FindablePose, type FoundPose } from './find-poses.ts';
import { waysToWiden, type Wider } from './widen.ts';
import { places } from './ways-to-find.ts';
import { addressOfWish, isWishing, noWish, type Wish } from './wish.ts';

/** Poses that are listed together. */
export interface Shelf {
  readonly id: string;
  /** Undefined where poses are told by how well they answer, not by their place. */
  readonly title: string | undefined;
  readonly found: readonly FoundPose[];
}

/** The list of poses as somebody has narrowed it. */
export class LibraryView {
  readonly #poses: readonly FindablePose[];
  wish = $state.raw<Wish>(noWish);

  constructor(poses: readonly FindablePose[]) {
    this.#poses = poses;
  }

  readonly found: readonly FoundPose[] = $derived.by(() => findPoses(this.#poses, this.wish));
  readonly address: string = $derived(addressOfWish(this.wish));
  readonly isNarrowed: boolean = $derived(isWishing(this.wish));
  readonly widening: readonly Wider[] = $derived.by(() =>
    this.found.length > 0 ? [] : waysToWiden(this.#poses, this.wish),
  );

  /** By place while one browses; who looks for a name gets what answers best first. */
  readonly shelves: readonly Shelf[] = $derived.by(() => {
    if (this.found.length === 0) return [];
    if (this.wish.words.trim() !== '') return [{ id: 'found', title: undefined, found: this.found }];
    return places
      .map(({ id, label }) => ({ id, title: label, found: this.found.filter(({ place }) => place === id) }))
      .filter(({ found }) => found.length > 0);
  });

  readonly countInWords: string = $derived.by(() => {
    const { length } = this.found;
    if (!this.isNarrowed) return `${length} poses`;
    return length === 0 ? 'No pose' : `${length} of ${this.#poses.length} poses`;
  });
}
