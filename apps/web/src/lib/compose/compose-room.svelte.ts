import { readDiary, type Entry } from '@sacra/diary';
import type { Catalogue } from '@sacra/pose';
import {
  adaptPractice,
  defaultTimelineSettings,
  wholeMinutes,
  timeline,
  type ComposeRequest,
  type LeftOut,
  type Note,
  type Practice,
  type TimelineSettings,
  type Wish,
} from '@sacra/practice';
import type { Clearance } from '@sacra/safety';
import { forgetOldLent, isLent, lentId } from '../practice/lent-practice.ts';
import { wordsPerMinute } from '../practice/speaking-pace.ts';
import type { FoundPractice } from '../practice/practice-by-id.ts';
import type { Settings } from '../settings/settings.ts';
import type { PracticeStore } from '../storage/practice-store.ts';
import { AskDraft } from './ask-draft.svelte.ts';
import { defaultAsked, parseAsked, type Asked } from './asked.ts';
import type { ComposeDesk } from './composing.ts';
import type { KeptJson } from './kept-json.ts';
import type { LikingsStore } from './likings.svelte.ts';
import { MadePractice } from './made-practice.svelte.ts';
import { lastCheckIn } from './past-sessions.ts';
import { requestFor } from './request-for.ts';
import { isSameChoice } from './same-choice.ts';

/** What the room needs from the world. */
export interface ComposeSurroundings {
  readonly keptAsked: KeptJson;
  readonly likings: LikingsStore;
  readonly settings: () => Settings;
  /** Undefined while safety doesn't let anybody through. */
  readonly clearance: () => Clearance | undefined;
  readonly catalogue: () => Promise<Catalogue>;
  readonly desk: (catalogue: Catalogue) => ComposeDesk;
  readonly practices: () => Promise<PracticeStore>;
  readonly find: (id: string, catalogue: Catalogue) => Promise<FoundPractice>;
  readonly diary: () => Promise<readonly unknown[]>;
  /** ISO 8601 with the offset of the person's clock */
  readonly now: () => string;
  readonly newId: () => string;
}

export type ComposeStage =
  | { readonly at: 'asking' }
  | { readonly at: 'composing' }
  | { readonly at: 'made'; readonly catalogue: Catalogue; readonly made: MadePractice; readonly notes: readonly Note[] }
  /** no pose may be played, and why */
  | { readonly at: 'breathing'; readonly catalogue: Catalogue; readonly leftOut: readonly LeftOut[] }
  | { readonly at: 'not-found'; readonly why: string }
  | { readonly at: 'failed' };

/** Where practices are made for today and changed: from the questions to what is begun or saved. */
export class ComposeRoom {
  readonly #around: ComposeSurroundings;
  #asked: Asked = defaultAsked;
  #entries: readonly Entry[] = [];
  #desk: ComposeDesk | undefined;
  #stage = $state.raw<ComposeStage>({ at: 'asking' });
  draft: AskDraft;
  /** Id under which the practice on the screen lies in storage. */
  #id = '';
  /** The practice as it was saved last; undefined where it never was. */
  #saved = $state.raw<string>();
  #isUnkept = $state(false);
  #attempt = 0;

  constructor(around: ComposeSurroundings) {
    this.#around = around;
    this.draft = $state.raw(new AskDraft(this.#asked));
  }

  get stage(): ComposeStage {
    return this.#stage;
  }

  /** This browser keeps nothing: what was made holds until the page is closed, and can't be begun. */
  get isUnkept(): boolean {
    return this.#isUnkept;
  }

  /** As it is on the screen it lies among the person's own practices. */
  get isSaved(): boolean {
    const { stage } = this;
    return stage.at === 'made' && this.#saved === written(stage.made.practice);
  }

  /** What was asked last stands in the questions. Apart from {@link load}: it is there at once. */
  remember(): void {
    this.#asked = parseAsked(this.#around.keptAsked.load());
    this.draft = new AskDraft(this.#asked);
  }

  /** Reads the diary and gets ready to compose; the questions can be answered meanwhile. */
  async load(): Promise<void> {
    await this.#readDiary();
    this.draft.takeFromDiary(lastCheckIn(this.#entries));
    const clearance = this.#around.clearance();
    if (clearance === undefined) return;
    try {
      const { desk, catalogue } = await this.#ready();
      void desk.compose(this.#requestFor(this.draft.current, catalogue, clearance), this.#pace);
    } catch {
      // The network went away before the app was kept on the device: asking again tells.
    }
  }

  /** Back to the questions. */
  ask(): void {
    this.#stage = { at: 'asking' };
  }

  /** Makes a practice. Gives the id under which it is to be found, where there is one. */
  async compose(wish: Wish): Promise<string | undefined> {
    const clearance = this.#around.clearance();
    if (clearance === undefined || this.#stage.at === 'composing') return undefined;
    this.#asked = this.draft.toAsked(wish, this.#around.now());
    this.#around.keptAsked.save(this.#asked);
    this.#attempt = 0;
    this.#stage = { at: 'composing' };
    try {
      await this.#readDiary();
      const { desk, catalogue } = await this.#ready();
      const answer = await desk.compose(this.#requestFor(this.#asked, catalogue, clearance), this.#pace);
      if (answer.kind === 'failed' || answer.made.kind === 'stopped') {
        this.#stage = { at: 'failed' };
        return undefined;
      }
      if (answer.made.kind === 'breathing-only') {
        this.#stage = { at: 'breathing', catalogue, leftOut: answer.made.leftOut };
        return undefined;
      }
      this.#id = lentId(this.#around.newId());
      this.#saved = undefined;
      this.#show({ ...answer.made.practice, id: this.#id }, catalogue, answer.made.notes, this.#asked.minutes);
      await this.#keep(this.#id);
      return this.#id;
    } catch {
      this.#stage = { at: 'failed' };
      return undefined;
    }
  }

  /** Shows a practice that lies in storage or came with the app, within what is allowed today. */
  async open(id: string): Promise<void> {
    if (this.#id === id && this.#stage.at === 'made') return;
    const clearance = this.#around.clearance();
    if (clearance === undefined) return;
    this.#stage = { at: 'composing' };
    try {
      const catalogue = await this.#around.catalogue();
      const found = await this.#around.find(id, catalogue);
      if (found.kind !== 'found') {
        const why = found.kind === 'unreadable' ? found.why : 'It is not on this device any more.';
        this.#stage = { at: 'not-found', why };
        return;
      }
      const { holdsShare = 1, startFrom } = found.obeyed ?? {};
      const chosen = startFrom === 'chair-or-wall' ? found.practice.steps.map((step) => step.id) : [];
      const adapted = adaptPractice(found.practice, catalogue, clearance, { holdsShare, chosen });
      if (adapted.kind === 'nothing-left') {
        this.#stage = { at: 'not-found', why: 'Your answers speak against every pose in it.' };
        return;
      }
      this.#id = id;
      const { practice } = adapted;
      const minutes = wholeMinutes(timeline(practice, catalogue, this.#timelineSettings).totalS);
      const made = this.#show(practice, catalogue, [], isLent(id) ? this.#asked.minutes : minutes);
      this.#saved = found.isKept && !isLent(id) ? written(made.practice) : undefined;
    } catch {
      this.#stage = { at: 'failed' };
    }
  }

  /** Another practice around what is locked: one that isn't there yet, where there is any. */
  async composeAnew(): Promise<void> {
    const { stage } = this;
    if (stage.at !== 'made') return;
    const { made } = stage;
    const { desk } = await this.#ready();
    const { request } = made;
    for (let tries = 0; tries < mostTries; tries += 1) {
      this.#attempt += 1;
      const answer = await desk.compose({ ...request, seed: request.seed + this.#attempt }, this.#pace);
      if (answer.kind === 'failed' || answer.made.kind !== 'practice') break;
      if (!isSameChoice(answer.made.practice, made.practice)) return made.takeAnew(answer.made.practice);
    }
    made.say('Nothing else serves better today. Leave a pose out, or swap it, to have it otherwise.');
  }

  /** Keeps what is on the screen, so that a reload finds it. What was saved under a name waits for the person's word. */
  async keepDraft(): Promise<void> {
    if (this.#stage.at === 'made' && isLent(this.#id)) await this.#keep(this.#id);
  }

  /** Saves it among the person's own practices. Gives the id that it is to be found under; undefined where nothing can be kept. */
  async save(name: string): Promise<string | undefined> {
    const { stage } = this;
    if (stage.at !== 'made') return undefined;
    stage.made.nameIt(name.trim());
    const id = this.#saved === undefined ? this.#around.newId() : this.#id;
    await this.#keep(id);
    if (this.#isUnkept) return undefined;
    this.#id = id;
    this.#saved = written(stage.made.practice);
    stage.made.say(`Saved as ${name.trim()}. It is among your practices.`);
    return id;
  }

  /** The id under which what is on the screen can be begun; undefined where nothing can be kept. */
  async toBegin(): Promise<string | undefined> {
    if (this.#stage.at !== 'made') return undefined;
    if (this.isSaved) return this.#id;
    const id = isLent(this.#id) ? this.#id : lentId(this.#around.newId());
    await this.#keep(id);
    return this.#isUnkept ? undefined : id;
  }

  close(): void {
    this.#desk?.close();
  }

  async #readDiary(): Promise<void> {
    try {
      this.#entries = readDiary(await this.#around.diary()).entries;
    } catch {
      // Without its diary the device can't tell what was done lately: every pose counts as new.
    }
  }

  get #pace(): number {
    return wordsPerMinute(this.#around.settings().voiceRate);
  }

  get #timelineSettings(): TimelineSettings {
    return { ...defaultTimelineSettings, speech: { wordsPerMinute: this.#pace } };
  }

  async #ready(): Promise<{ readonly desk: ComposeDesk; readonly catalogue: Catalogue }> {
    const catalogue = await this.#around.catalogue();
    this.#desk ??= this.#around.desk(catalogue);
    return { desk: this.#desk, catalogue };
  }

  #requestFor(asked: Asked, catalogue: Catalogue, clearance: Clearance): ComposeRequest {
    const { likings, settings, now } = this.#around;
    const day = Number(now().slice(0, 10).replaceAll('-', ''));
    const around = { catalogue, clearance, entries: this.#entries, likings: likings.current, settings: settings() };
    // one practice a day for one wish, unless it is made anew
    return requestFor(asked, { ...around, now: now(), seed: day * 100 });
  }

  #show(practice: Practice, catalogue: Catalogue, notes: readonly Note[], minutes: number): MadePractice {
    const asked = { ...this.#asked, minutes };
    const made = new MadePractice(practice, {
      ...{ catalogue, likings: this.#around.likings, settings: () => this.#timelineSettings },
      request: () => this.#requestFor(asked, catalogue, this.#clearanceNow),
    });
    this.#stage = { at: 'made', catalogue, made, notes: notes.filter(({ kind }) => kind === 'shorter') };
    return made;
  }

  get #clearanceNow(): Clearance {
    const clearance = this.#around.clearance();
    if (clearance === undefined) throw new Error('Nothing is shown to somebody whom safety does not let through.');
    return clearance;
  }

  async #keep(id: string): Promise<void> {
    const { stage } = this;
    if (stage.at !== 'made') return;
    const { practice } = stage.made;
    const { holds, startFrom } = this.#clearanceNow;
    const obeyed = { holdsShare: holds.share, startFrom: startFrom.place };
    const writtenAtMs = Date.parse(this.#around.now());
    try {
      const practices = await this.#around.practices();
      await practices.keep({ id, origin: 'composed', name: practice.title, writtenAtMs, document: practice, obeyed });
      if (isLent(id)) await forgetOldLent(practices);
      this.#isUnkept = false;
    } catch {
      this.#isUnkept = true;
    }
  }
}

/** A practice as text, to tell whether it is still the same. */
const written = (practice: Practice): string => JSON.stringify(practice);

/** So often chance may have another say. */
const mostTries = 8;
