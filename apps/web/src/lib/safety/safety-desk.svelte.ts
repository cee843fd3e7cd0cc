import {
  answersNow,
  checkDue,
  clearanceOf,
  latestAnswers,
  type Answers,
  type Check,
  type Checklist,
  type Clearance,
  type Due,
  type SafetyEvent,
  type SafetyHistory,
} from '@sacra/safety';
import type { DiaryStore } from '../storage/diary-store.ts';
import type { SafetyStore } from '../storage/safety-store.ts';
import { emptyDocument, joined, parseSafetyDocument, type SafetyDocument } from './safety-document.ts';

/** What a desk needs from the world. */
export interface DeskSurroundings {
  readonly checklist: Checklist;
  readonly store: SafetyStore;
  /** Undefined where no diary was ever written. */
  openDiary(): Promise<Pick<DiaryStore, 'readAll'> | undefined>;
  /** ISO 8601 with the offset of the person's clock */
  now(): string;
}

/** What screens outside the door of a session go by: nobody was asked yet, an answer holds the person back, or how far they may go. */
export type Outlook =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'held' }
  | { readonly kind: 'cleared'; readonly clearance: Clearance };

/** What this device knows that bears on safety, and what follows from it. Everything that may be played is asked here. */
export class SafetyDesk {
  readonly #around: DeskSurroundings;
  #document = $state.raw<SafetyDocument>(emptyDocument);
  #lived = $state.raw<Pick<SafetyHistory, 'sessions' | 'pains'>>({ sessions: [], pains: [] });
  #isLoaded = $state(false);
  #isUnkept = $state(false);
  #couldNotRead = $state(false);
  #nowIs = $state('');

  constructor(around: DeskSurroundings) {
    this.#around = around;
  }

  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** Storage can't be written: the answers hold until the page is closed. */
  get isUnkept(): boolean {
    return this.#isUnkept;
  }

  /** Earlier answers were damaged. They count as not given. */
  get couldNotRead(): boolean {
    return this.#couldNotRead;
  }

  get region(): string | undefined {
    return this.#document.region;
  }

  readonly #history: SafetyHistory = $derived({
    ...this.#lived,
    checks: this.#document.checks,
    events: this.#document.events,
  });

  /** The last answer to each item, however old. */
  readonly answers: Answers = $derived(latestAnswers(this.#document.checks));

  /** What to ask before a session may begin at this moment. */
  readonly due: readonly Due[] = $derived(checkDue(this.#checklist, this.#history, this.#nowIs));

  /** For a session that begins at this moment: only answers that still count. */
  readonly atTheDoor: Clearance = $derived(
    clearanceOf(this.#checklist, answersNow(this.#checklist, this.#history, this.#nowIs)),
  );

  /** For showing and planning: the answers as they were given, however old. */
  readonly planned: Clearance = $derived(clearanceOf(this.#checklist, this.answers));

  readonly outlook: Outlook = $derived.by(() => {
    const { planned } = this;
    const kinds = planned.actions.map(({ kind }) => kind);
    if (kinds.includes('emergency') || kinds.includes('urgent')) return { kind: 'held' };
    return kinds.includes('check') ? { kind: 'unasked' } : { kind: 'cleared', clearance: planned };
  });

  get #checklist(): Checklist {
    return this.#around.checklist;
  }

  /** Reads what was kept, also what another window has kept since. Never fails: what can't be read counts as not answered. */
  async load(): Promise<void> {
    const { store, openDiary } = this.#around;
    try {
      const raw = store.load();
      const stored = raw === undefined ? emptyDocument : parseSafetyDocument(raw);
      if (stored === undefined) store.setAside();
      this.#couldNotRead ||= stored === undefined;
      this.#document = joined(stored ?? emptyDocument, this.#document);
    } catch {
      this.#isUnkept = true;
    }
    try {
      const records = await (await openDiary())?.readAll();
      // What reads a diary is fetched only where there is one.
      if (records !== undefined) this.#lived = (await import('./lived.ts')).livedIn(records);
    } catch {
      // Without its diary the device can't tell when the last session was: answers to the emergency list then serve for their two hours.
    }
    this.#nowIs = this.#around.now();
    this.#isLoaded = true;
    this.#mark();
  }

  /** Answers given at this moment. */
  record(answers: Check['answers']): void {
    this.#change({ checks: [{ at: this.#around.now(), answers }] });
  }

  note(kind: SafetyEvent['kind']): void {
    this.#change({ events: [{ kind, at: this.#around.now() }] });
  }

  chooseRegion(region: string): void {
    this.#change({ region });
  }

  #change(added: Partial<SafetyDocument>): void {
    this.#document = joined(this.#document, { ...emptyDocument, ...added });
    this.#nowIs = this.#around.now();
    try {
      this.#around.store.save(this.#document);
      this.#isUnkept = false;
    } catch {
      this.#isUnkept = true;
    }
    this.#mark();
  }

  #mark(): void {
    try {
      this.#around.store.markHeld(this.outlook.kind === 'held');
    } catch {
      // Where nothing is kept nothing is remembered: the answers are weighed anew at each visit.
    }
  }
}
