import { personKey, type Person } from '@sacra/body';
import { atlasOf, mirrorWay, type Atlas, type AtlasPiece } from '@sacra/solve';
import type { AtlasStore } from '../storage/atlas-store.ts';
import type { AtlasAnswer, AtlasQuestion } from './atlas-messages.ts';

/** The part of a `Worker` that this needs. */
export interface AtlasWorker {
  onmessage: ((event: MessageEvent<AtlasAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(question: AtlasQuestion): void;
  terminate(): void;
}

export interface AtlasSurroundings {
  readonly startWorker: () => AtlasWorker;
  /** Where atlases are kept; when it can't be had, everything is solved again the next time. */
  readonly openStore: () => Promise<AtlasStore>;
  readonly referenceUrl: string;
  /** What tells this version of content and solver from others: an atlas of another version is not used. */
  readonly version: string;
}

/** The name that the atlas of a person is kept under. */
export const atlasName = (person: Person, version: string): string => `${version} ${personKey(person)}`;

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i]);

/** Whether both sides said the same in everything that was tried. */
function sidesAreAlike({ ease, rangesDeg }: Person): boolean {
  if (rangesDeg !== undefined) return false;
  return Object.values(ease ?? {}).every((answer) => typeof answer === 'number' || answer.left === answer.right);
}

/**
 * The atlas of one person, as it grows. A worker solves it in the background, what is asked for first; what was solved on an earlier
 * visit is there at once.
 */
export class PersonalAtlas {
  readonly person: Person;
  readonly #around: AtlasSurroundings;
  readonly #name: string;
  readonly #isEven: boolean;
  #atlas = $state.raw<Atlas>()!;
  #isWhole = $state(false);
  #hasFailed = $state(false);
  #worker: AtlasWorker | undefined;
  #asked = 0;
  #order: readonly string[] = [];
  #known: Uint8Array | undefined;
  #opening: Promise<void> | undefined;
  #pieces: AtlasPiece[] = [];
  #willLayIn = false;

  constructor(person: Person, around: AtlasSurroundings) {
    this.person = person;
    this.#around = around;
    this.#name = atlasName(person, around.version);
    this.#isEven = sidesAreAlike(person);
    this.#atlas = atlasOf(person, []);
  }

  /** What there is so far. */
  get atlas(): Atlas {
    return this.#atlas;
  }

  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** No worker could be had, or it broke: the reference body's atlas has to do. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Whether all of these keyframes and ways are there. */
  holds(names: readonly string[]): boolean {
    if (this.#isWhole) return true;
    const { keyframes, clips } = this.#atlas;
    const isThere = (name: string): boolean => (name.includes('>') ? clips : keyframes).has(name);
    // where both sides are alike the left ones are mirrors of the right ones
    return names.every((name) => isThere(name) || (this.#isEven && isThere(mirrorWay(name))));
  }

  /** Solves all there is, these first. Asking again changes the order of what is left. */
  async solve(order: readonly string[]): Promise<void> {
    if (this.#isWhole || (this.#worker !== undefined && isSame(order, this.#order))) return;
    this.#order = order;
    const asked = ++this.#asked;
    this.#opening ??= this.#open();
    await this.#opening;
    if (asked !== this.#asked || this.#isWhole) return;
    try {
      this.#worker ??= this.#start();
      this.#worker.postMessage({
        id: asked,
        person: this.person,
        order: [...order],
        known: this.#known,
        referenceUrl: this.#around.referenceUrl,
      });
    } catch {
      this.#hasFailed = true;
    }
  }

  /** Ends the work. What was kept stays. */
  close(): void {
    this.#asked++;
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #open(): Promise<void> {
    try {
      const store = await this.#around.openStore();
      this.#known = await store.load(this.#name);
    } catch {
      // Storage is shut: solved anew.
    }
  }

  #start(): AtlasWorker {
    const worker = this.#around.startWorker();
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = () => {
      this.#hasFailed = true;
      this.close();
    };
    return worker;
  }

  #receive(answer: AtlasAnswer): void {
    // whichever question it answers: the worker knows only this person, and says nothing twice
    if (answer.kind === 'pieces') {
      this.#pieces.push(...answer.pieces);
      if (this.#willLayIn) return;
      // A whole turn's pieces are laid in at once, so that the screens are drawn once.
      this.#willLayIn = true;
      queueMicrotask(() => this.#layIn());
      return;
    }
    this.#known = answer.bytes;
    this.#isWhole = answer.isWhole;
    void this.#keep(answer.bytes);
    if (answer.isWhole) this.close();
  }

  #layIn(): void {
    this.#willLayIn = false;
    this.#atlas = atlasOf(this.person, this.#pieces, this.#atlas);
    this.#pieces = [];
  }

  async #keep(bytes: Uint8Array): Promise<void> {
    try {
      const store = await this.#around.openStore();
      await store.save(this.#name, bytes);
    } catch {
      // Storage is full or shut: it will be solved again.
    }
  }
}
