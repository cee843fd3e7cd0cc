import type { CheckIn, Place } from '@sacra/diary';
import { composeMinutes, type Wish } from '@sacra/practice';
import type { PropKind } from '@sacra/pose';
import { SvelteSet } from 'svelte/reactivity';
import { CheckInForm, offeredPlaces } from '../diary/check-in-form.svelte.ts';
import { propKinds } from '@sacra/pose';
import type { Asked } from './asked.ts';

/** What a person says before a practice is made, while they say it. It begins with what they said last. */
export class AskDraft {
  #minutes = $state(0);
  side = $state<Asked['side']>('both');
  reach = $state<Asked['reach']>('floor');
  level = $state<Asked['level']>('as-it-goes');
  /** How it is and where: the words of every check-in. */
  readonly now = new CheckInForm();
  readonly #props: SvelteSet<PropKind>;
  readonly #before: Asked;

  constructor(before: Asked) {
    this.#before = before;
    this.#minutes = before.minutes;
    this.side = before.side;
    this.reach = before.reach;
    this.level = before.level;
    this.#props = new SvelteSet(before.props);
    this.#mark(before);
  }

  get minutes(): number {
    return this.#minutes;
  }

  setMinutes(minutes: number): void {
    const { min, max } = composeMinutes;
    if (!Number.isNaN(minutes)) this.#minutes = Math.min(max, Math.max(min, Math.round(minutes)));
  }

  has(prop: PropKind): boolean {
    return this.#props.has(prop);
  }

  toggle(prop: PropKind): void {
    if (!this.#props.delete(prop)) this.#props.add(prop);
  }

  /** What the diary says of a later time than what was said here last. */
  takeFromDiary(checkIn: CheckIn | undefined): void {
    if (checkIn === undefined) return;
    const { saidAt } = this.#before;
    if (saidAt === null || Date.parse(checkIn.notedAt) > Date.parse(saidAt)) this.#mark(checkIn);
  }

  readonly places: readonly Place[] = $derived(offeredPlaces.filter((place) => this.now.isMarked(place)));

  /** What would be asked if nothing else were said. */
  readonly current: Asked = $derived.by(() => ({
    ...this.#before,
    minutes: this.#minutes,
    pain0to10: this.now.saysNowhere ? 0 : this.now.pain0to10,
    places: this.places,
    side: this.side,
    props: propKinds.filter((prop) => this.#props.has(prop)),
    reach: this.reach,
    level: this.level,
  }));

  toAsked(wish: Wish, saidAt: string): Asked {
    return { ...this.current, wish, saidAt };
  }

  #mark({ pain0to10, places }: Pick<CheckIn, 'pain0to10' | 'places'>): void {
    this.now.pain0to10 = pain0to10;
    for (const place of offeredPlaces) {
      if (this.now.isMarked(place) !== places.includes(place)) this.now.toggle(place);
    }
  }
}
