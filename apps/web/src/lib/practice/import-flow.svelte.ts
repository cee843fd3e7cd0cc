import type { Catalogue, Fault } from '@sacra/pose';
import { importLimits, readPractice, type ImportRefusal, type Practice } from '@sacra/practice';
import type { Stores } from '../storage/stores.ts';
import { forgetOldLent, lentId } from './lent-practice.ts';

/** What a file chooser or a drop hands over. */
interface GivenFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  text(): Promise<string>;
}

type ImportState =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading' }
  | {
      readonly at: 'refused';
      readonly fileName: string;
      readonly kind: ImportRefusal | 'unreachable';
      readonly faults: readonly Fault[];
      /** How many more there are than `faults` tells. */
      readonly more: number;
    }
  /** A sound practice, under an id of its own. Nothing of it is kept yet. */
  | { readonly at: 'read'; readonly practice: Practice };

interface ImportSurroundings {
  /** All poses: a practice may have any of them. */
  readonly catalogue: Catalogue;
  openStores(): Promise<Pick<Stores, 'practices'>>;
  newId(): string;
  nowMs(): number;
}

/** The way of a practice from a file to the person: read, looked at, and only then kept or begun. */
export class ImportFlow {
  readonly #around: ImportSurroundings;
  #state = $state.raw<ImportState>({ at: 'choosing' });
  #isUnkept = $state(false);
  /** A file chosen later is the one that counts, however long an earlier one takes. */
  #opened = 0;

  constructor(around: ImportSurroundings) {
    this.#around = around;
  }

  get state(): ImportState {
    return this.#state;
  }

  /** It could not be written: this browser keeps nothing just now. */
  get isUnkept(): boolean {
    return this.#isUnkept;
  }

  /** Never fails: what stands against a file is told with its place. */
  async open(file: GivenFile): Promise<void> {
    const turn = (this.#opened += 1);
    this.#isUnkept = false;
    this.#state = { at: 'reading' };
    const state = await this.#stateFor(file);
    if (turn === this.#opened) this.#state = state;
  }

  /** Keeps the practice for good; its id, or undefined where nothing can be kept. */
  keep(): Promise<string | undefined> {
    return this.#write((id) => id);
  }

  /** Keeps it for a while, to be begun; its id, or undefined where nothing can be kept. */
  lend(): Promise<string | undefined> {
    return this.#write(lentId);
  }

  async #stateFor(file: GivenFile): Promise<ImportState> {
    const { name: fileName, size } = file;
    const refused = (kind: ImportRefusal | 'unreachable', faults: readonly Fault[] = [], more = 0): ImportState => ({
      ...{ at: 'refused', fileName, kind, faults, more },
    });
    // a letter takes three bytes at most where it counts as one, and is not looked at before that is known
    if (size > 3 * importLimits.characters) return refused('too-large');
    try {
      const read = readPractice(await file.text(), this.#around.catalogue);
      if (!read.ok) return refused(read.kind, read.faults, read.more);
      return { at: 'read', practice: { ...read.value, id: this.#around.newId() } };
    } catch {
      return refused('unreachable');
    }
  }

  async #write(idFrom: (unique: string) => string): Promise<string | undefined> {
    if (this.#state.at !== 'read') return undefined;
    const { practice } = this.#state;
    const id = idFrom(practice.id);
    try {
      const { practices } = await this.#around.openStores();
      const kept = { origin: 'imported', name: practice.title, writtenAtMs: this.#around.nowMs() } as const;
      await practices.keep({ id, ...kept, document: practice });
      await forgetOldLent(practices);
      return id;
    } catch {
      this.#isUnkept = true;
      return undefined;
    }
  }
}
