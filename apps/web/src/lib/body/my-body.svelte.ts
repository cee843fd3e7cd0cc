import { parsePerson, personDocument, type Person } from '@sacra/body';
import type { BodyStore } from '../storage/body-store.ts';

/** What is known of the body of this device's person. */
export type MyBodyState =
  /** Not looked yet. */
  | { readonly is: 'unknown' }
  /** None has been set up: the reference body stands for it. */
  | { readonly is: 'none' }
  | { readonly is: 'mine'; readonly person: Person }
  /** What was kept can't be read by this version. It lies aside, and the reference body stands for it. */
  | { readonly is: 'set-aside'; readonly why: string };

interface BodySurroundings {
  openStore(): Promise<BodyStore>;
  /** The same if anything has ever been kept on this device. */
  openStoreIfAny(): Promise<BodyStore | undefined>;
}

/** The body that a person has set up on this device. */
export class MyBody {
  readonly #around: BodySurroundings;
  #state = $state.raw<MyBodyState>({ is: 'unknown' });
  #isUnkept = $state(false);
  #loading: Promise<void> | undefined;

  constructor(around: BodySurroundings) {
    this.#around = around;
  }

  get state(): MyBodyState {
    return this.#state;
  }

  get person(): Person | undefined {
    return this.#state.is === 'mine' ? this.#state.person : undefined;
  }

  /** The last change could not be written: it holds until the app is closed. */
  get isUnkept(): boolean {
    return this.#isUnkept;
  }

  /** Looks once what is kept. */
  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async keep(person: Person): Promise<void> {
    this.#state = { is: 'mine', person };
    await this.#write((store) => store.save(personDocument(person)));
  }

  /** Lets go of the body and of everything that was solved for it. */
  async forget(): Promise<void> {
    this.#state = { is: 'none' };
    await this.#write((store) => store.forget());
  }

  async #load(): Promise<void> {
    try {
      const store = await this.#around.openStoreIfAny();
      const raw = await store?.load();
      if (store === undefined || raw === undefined) {
        const aside = await store?.loadSetAside();
        this.#state = aside === undefined ? { is: 'none' } : { is: 'set-aside', why: whyUnreadable(aside) };
        return;
      }
      const parsed = parsePerson(raw);
      if (parsed.ok) {
        this.#state = { is: 'mine', person: parsed.value };
        return;
      }
      await store.setAside();
      this.#state = { is: 'set-aside', why: whyUnreadable(raw) };
    } catch {
      this.#state = { is: 'none' };
    }
  }

  async #write(work: (store: BodyStore) => Promise<void>): Promise<void> {
    try {
      await work(await this.#around.openStore());
      this.#isUnkept = false;
    } catch {
      this.#isUnkept = true;
    }
  }
}

function whyUnreadable(raw: unknown): string {
  const parsed = parsePerson(raw);
  return parsed.ok ? '' : (parsed.error[0]?.message ?? '');
}
