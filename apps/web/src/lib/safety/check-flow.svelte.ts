import type { Answer, Check, Checklist, Clearance, Due, DueAction, Tier, TierList, Why } from '@sacra/safety';
import type { SafetyDesk } from './safety-desk.svelte.ts';

export type CheckScreen =
  | { readonly at: 'loading' }
  | { readonly at: 'ask'; readonly list: TierList; readonly whys: readonly Why[] }
  /** nothing may be played: get help now, or speak to somebody today */
  | { readonly at: 'held'; readonly tier: 'emergency' | 'urgent'; readonly items: readonly string[] }
  /** what follows from the list just answered, before going on to the next */
  | { readonly at: 'told'; readonly tier: Tier; readonly actions: readonly DueAction[] }
  | { readonly at: 'done'; readonly clearance: Clearance };

/** What is told at once after a list, besides what holds a person back. */
const toldAfter: Readonly<Record<Tier, readonly DueAction['kind'][]>> = {
  emergency: ['reminder'],
  urgent: [],
  'ask-first': ['crisis', 'ask-first', 'visit'],
  adapt: [],
};

/**
 * Leads through the checklist: what is due, the most pressing list first; nothing further while an answer asks for help. At the door of a
 * session the emergency list is asked each time; elsewhere only when it was never answered or more has happened than a session's end.
 */
export class CheckFlow {
  readonly #desk: SafetyDesk;
  readonly #checklist: Checklist;
  readonly #isAtDoor: boolean;
  /** A list that the person wants to answer anew. */
  #chosen = $state<Tier>();
  #justAnswered = $state<Tier>();
  #asked = $state.raw<readonly Tier[]>([]);

  constructor(desk: SafetyDesk, checklist: Checklist, { isAtDoor }: { readonly isAtDoor: boolean }) {
    this.#desk = desk;
    this.#checklist = checklist;
    this.#isAtDoor = isAtDoor;
  }

  readonly screen: CheckScreen = $derived.by(() => {
    if (!this.#desk.isLoaded) return { at: 'loading' };
    if (this.#chosen !== undefined) return this.#ask(this.#chosen, []);
    const { actions } = this.#desk.atTheDoor;
    const itemsFor = (kind: DueAction['kind']): readonly string[] | undefined =>
      actions.find((action) => action.kind === kind)?.items;
    const emergency = itemsFor('emergency');
    if (emergency !== undefined) return { at: 'held', tier: 'emergency', items: emergency };
    if (this.#justAnswered !== undefined) {
      const told = actions.filter(({ kind }) => toldAfter[this.#justAnswered as Tier].includes(kind));
      if (told.length > 0) return { at: 'told', tier: this.#justAnswered, actions: told };
    }
    const [first] = this.#due();
    if (first?.tier === 'emergency') return this.#ask(first.tier, first.whys);
    const urgent = itemsFor('urgent');
    if (urgent !== undefined) return { at: 'held', tier: 'urgent', items: urgent };
    if (first !== undefined) return this.#ask(first.tier, first.whys);
    return { at: 'done', clearance: this.#isAtDoor ? this.#desk.atTheDoor : this.#desk.planned };
  });

  /** Lists that were answered on this visit. */
  get asked(): readonly Tier[] {
    return this.#asked;
  }

  /** Where in the row of lists one is, of those still to come: 1 … of. Undefined when only one is asked. */
  readonly place: { readonly number: number; readonly of: number } | undefined = $derived.by(() => {
    if (this.screen.at !== 'ask' || this.#chosen !== undefined) return undefined;
    const of = this.#asked.length + this.#due().length;
    return of < 2 ? undefined : { number: this.#asked.length + 1, of };
  });

  /** Answers to every item of a list. */
  submit({ tier }: TierList, answers: Check['answers']): void {
    this.#chosen = undefined;
    this.#justAnswered = tier;
    this.#asked = [...this.#asked.filter((one) => one !== tier), tier];
    this.#desk.record(answers);
  }

  /** One item by itself: a professional's word that came later. */
  say(item: string, answer: Answer): void {
    this.#desk.record({ [item]: answer });
  }

  /** What was told has been read. */
  goOn(): void {
    this.#justAnswered = undefined;
  }

  /** Answers a list anew. */
  change(tier: Tier): void {
    this.#chosen = tier;
  }

  /** Leaves a list as it was answered before. */
  leaveUnchanged(): void {
    this.#chosen = undefined;
  }

  /** The list shown was asked for by the person, and needn't be answered. */
  get isChosen(): boolean {
    return this.#chosen !== undefined;
  }

  #due(): readonly Due[] {
    const { due } = this.#desk;
    return this.#isAtDoor ? due : due.filter(({ whys }) => whys.some((why) => why !== 'before-session'));
  }

  #ask(tier: Tier, whys: readonly Why[]): CheckScreen {
    return { at: 'ask', list: this.#listOf(tier), whys };
  }

  #listOf(tier: Tier): TierList {
    const list = this.#checklist.lists.find((one) => one.tier === tier);
    if (list === undefined) throw new Error(`The checklist has no list "${tier}".`);
    return list;
  }
}
