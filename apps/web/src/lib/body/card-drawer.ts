import type { Person } from '@sacra/body';
import type { Look } from '../settings/look.ts';
import type { AtlasStore } from '../storage/atlas-store.ts';
import type { PreviewWorker } from './preview.svelte.ts';

export interface DrawerSurroundings {
  readonly startWorker: () => PreviewWorker;
  readonly openStore: () => Promise<AtlasStore>;
  readonly figureUrl: string;
  readonly look: Look;
  /** Where a card goes when it is there: by keyframe, as SVG. */
  readonly show: (keyframe: string, svg: string) => void;
}

/** Draws cards of one body, one after the other in a worker, and keeps them. What was drawn on an earlier visit is there at once. */
export class CardDrawer {
  readonly #person: Person;
  readonly #name: string;
  readonly #around: DrawerSurroundings;
  readonly #wanted = new Set<string>();
  readonly #done = new Set<string>();
  #known: Promise<ReadonlyMap<string, string>> | undefined;
  #worker: PreviewWorker | undefined;
  #isDrawing = false;
  #isClosed = false;

  /** `name` is that of the body's atlas and the look. */
  constructor(person: Person, name: string, around: DrawerSurroundings) {
    this.#person = person;
    this.#name = name;
    this.#around = around;
  }

  /** Has these drawn too, after what was asked for before. */
  async draw(keyframes: readonly string[]): Promise<void> {
    for (const keyframe of keyframes) if (!this.#done.has(keyframe)) this.#wanted.add(keyframe);
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    this.#known ??= this.#loadKnown();
    const known = await this.#known;
    for (const keyframe of this.#wanted) {
      if (this.#isClosed) break;
      this.#wanted.delete(keyframe);
      this.#done.add(keyframe);
      const svg = known.get(keyframe) ?? (await this.#drawn(keyframe));
      if (svg !== undefined && !this.#isClosed) this.#around.show(keyframe, svg);
    }
    this.#isDrawing = false;
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  close(): void {
    this.#isClosed = true;
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #loadKnown(): Promise<ReadonlyMap<string, string>> {
    try {
      const store = await this.#around.openStore();
      return await store.loadDrawings(this.#name);
    } catch {
      return new Map();
    }
  }

  /** Undefined when it can't be drawn: the card of the reference body stays. */
  async #drawn(key: string): Promise<string | undefined> {
    const svg = await new Promise<string | undefined>((resolve) => {
      const worker = (this.#worker ??= this.#around.startWorker());
      worker.onmessage = ({ data }) => resolve(data.kind === 'card' ? data.svg : undefined);
      worker.onerror = () => resolve(undefined);
      const seen = { kind: 'keyframe', key } as const;
      const { look, figureUrl } = this.#around;
      worker.postMessage({ id: 0, person: this.#person, seen, look, figureUrl, asCard: true });
    });
    if (svg === undefined || this.#isClosed) return svg;
    try {
      const store = await this.#around.openStore();
      await store.saveDrawing(this.#name, key, svg);
    } catch {
      // Storage is full or shut: it will be drawn again.
    }
    return svg;
  }
}
