import type { SessionEntry } from '@sacra/diary';
import type { Catalogue } from '@sacra/pose';
import type { Practice } from '@sacra/practice';
import { createSession, type SessionState, type SessionSummary } from '@sacra/session';
import { momentOf } from '../diary/now.ts';
import { wordsPerMinute as paceOf } from '../practice/speaking-pace.ts';
import { timelineFor } from '../practice/timeline-for.ts';
import type { Settings } from '../settings/settings.ts';
import type { Stores } from '../storage/stores.ts';
import type { BeginningHow } from './beginning.ts';
import type { Instruments } from './instruments.ts';
import { Player } from './player.svelte.ts';
import type { ResumedSession, RunningSession } from './running-session.ts';
import { isWorthKeeping, sessionRecord } from './session-record.ts';

/** A practice, and the poses that it is laid out in. */
interface Laid {
  readonly practice: Practice;
  readonly catalogue: Catalogue;
}

/** What a session room needs from the world. */
export interface RoomSurroundings {
  readonly instruments: Instruments;
  /** The practice to begin anew with, as the person's choices stand. */
  plan(): Laid;
  /** All poses: a session that was left under way may have any of them. */
  wholeCatalogue(): Promise<Catalogue>;
  /** Whether the person may play it now: asked of a session that was left under way. */
  mayPlay(practice: Practice): boolean;
  settings(): Settings;
  openStores(): Promise<Pick<Stores, 'diary' | 'progress'>>;
  askToPersist(): Promise<unknown>;
  now(): Date;
  newId(): string;
}

export type RoomStage =
  /** Looking whether a session was under way. */
  | { readonly at: 'opening' }
  /** For a press: browsers allow sound only after one. */
  | { readonly at: 'waiting'; readonly canGoOn: boolean }
  | { readonly at: 'playing'; readonly player: Player; readonly catalogue: Catalogue }
  | { readonly at: 'after'; readonly session: SessionEntry }
  /** Left before it had properly begun: there is nothing to keep. */
  | { readonly at: 'left' };

/** One visit to the session page: from finding out how to begin to what is asked afterwards. */
export class SessionRoom {
  #around: RoomSurroundings;
  #stage = $state.raw<RoomStage>({ at: 'opening' });
  #isUnkept = $state(false);
  #resumable: ResumedSession | undefined;
  /** Writes happen one after the other, so that a late save can't bring back a finished session. */
  #writing: Promise<void> = Promise.resolve();

  constructor(around: RoomSurroundings) {
    this.#around = around;
  }

  get stage(): RoomStage {
    return this.#stage;
  }

  /** Storage could not be written: the session goes on, and is told to be unkept at its end. */
  get isUnkept(): boolean {
    return this.#isUnkept;
  }

  /** `pressed` is the press that led here, if there was one. */
  async open(pressed: BeginningHow | undefined): Promise<void> {
    this.#resumable = pressed === 'anew' ? undefined : await this.#findRunning();
    if (pressed === undefined) this.#stage = { at: 'waiting', canGoOn: this.#resumable !== undefined };
    else this.begin(pressed);
  }

  /** A second press while one practises already is none: it would start a second voice beside the first. */
  begin(how: BeginningHow): void {
    if (this.#stage.at === 'playing') return;
    if (how === 'where-it-was' && this.#resumable !== undefined) {
      const { practice, catalogue, wordsPerMinute, startedAt, state } = this.#resumable;
      return this.#play(state, { practice, catalogue }, wordsPerMinute, startedAt);
    }
    const { voiceIsOn, voiceRate } = this.#around.settings();
    const { practice, catalogue } = this.#around.plan();
    const wordsPerMinute = paceOf(voiceRate);
    const state = createSession(timelineFor(practice, catalogue, wordsPerMinute), { voice: voiceIsOn });
    this.#play(state, { practice, catalogue }, wordsPerMinute, momentOf(this.#around.now()));
  }

  /** The page is being left: a session under way is paused and stays in storage. */
  close(): void {
    if (this.#stage.at === 'playing') this.#stage.player.close();
  }

  /** All that was asked to be kept so far has been written. */
  settled(): Promise<void> {
    return this.#writing;
  }

  #play(state: SessionState, { practice, catalogue }: Laid, wordsPerMinute: number, startedAt: string): void {
    const { instruments, settings } = this.#around;
    const running = { format: 'sacra.running-session', version: 1, practice, wordsPerMinute, startedAt } as const;
    const player = new Player(state, {
      ...instruments,
      bellVolume: () => settings().bellVolume,
      saveProgress: (snapshot) => {
        const progress: RunningSession = { ...running, snapshot };
        this.#write(({ progress: store }) => store.save(progress));
      },
      finished: (summary) => this.#finish(practice, player, summary, startedAt),
    });
    this.#stage = { at: 'playing', player, catalogue };
    player.play();
  }

  #finish(practice: Practice, player: Player, summary: SessionSummary, startedAt: string): void {
    this.#write(({ progress }) => progress.clear());
    if (!isWorthKeeping(summary)) {
      this.#stage = { at: 'left' };
      return;
    }
    const stamp = { id: this.#around.newId(), startedAt, endedAt: momentOf(this.#around.now()) };
    const session = sessionRecord(practice, player.timeline, summary, stamp);
    this.#write(async ({ diary }) => {
      await diary.append([session]);
      // Now there is something to lose: ask the browser to keep it. Whatever it answers, the entry is written.
      void this.#around.askToPersist().catch(() => {});
    });
    this.#stage = { at: 'after', session };
  }

  #write(work: (stores: Pick<Stores, 'diary' | 'progress'>) => Promise<void>): void {
    this.#writing = this.#writing.then(async () => {
      try {
        await work(await this.#around.openStores());
      } catch {
        this.#isUnkept = true;
      }
    });
  }

  async #findRunning(): Promise<ResumedSession | undefined> {
    try {
      const { progress } = await this.#around.openStores();
      const stored = await progress.load();
      if (stored === undefined) return undefined;
      const { settings, wholeCatalogue } = this.#around;
      const { resumeFrom } = await import('./running-session.ts');
      const found = resumeFrom(stored, await wholeCatalogue(), settings().voiceIsOn);
      return found !== undefined && this.#around.mayPlay(found.practice) ? found : undefined;
    } catch {
      return undefined;
    }
  }
}
