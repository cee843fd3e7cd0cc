import type { Catalogue } from '@sacra/pose';
import type { Choice } from '@sacra/safety';
import type { KeptJson } from './kept-json.ts';
import {
  parseLikings,
  withBroughtBack,
  withDropped,
  withHurt,
  withLiked,
  type LikingsDocument,
} from './likings-document.ts';

/** The likings of this device, kept at each change. */
export class LikingsStore {
  readonly #kept: KeptJson;
  #current = $state.raw<LikingsDocument>(parseLikings(undefined));

  constructor(kept: KeptJson) {
    this.#kept = kept;
    this.load();
  }

  /** Reads what was kept, also what another window has kept since. */
  load(): void {
    this.#current = parseLikings(this.#kept.load());
  }

  get current(): LikingsDocument {
    return this.#current;
  }

  /** As it was at an earlier time: takes changes back. */
  put(document: LikingsDocument): void {
    this.#current = document;
    this.#kept.save(document);
  }

  setLiked(key: string, isLiked: boolean): void {
    this.put(withLiked(this.#current, key, isLiked));
  }

  /** The pose comes no more, in any form. */
  dropForGood(catalogue: Catalogue, choice: Choice): void {
    this.put(withDropped(this.#current, catalogue, choice));
  }

  /** The pose hurt: it waits four weeks. `now` is ISO 8601 with the offset of the person's clock. */
  sayHurt(pose: string, now: string): void {
    this.put(withHurt(this.#current, pose, now));
  }

  bringBack(catalogue: Catalogue, choice: Choice): void {
    this.put(withBroughtBack(this.#current, catalogue, choice));
  }
}
