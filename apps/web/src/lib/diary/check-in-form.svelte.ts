import { createCheckIn, places, type CheckIn, type Place } from '@sacra/diary';
import { SvelteSet } from 'svelte/reactivity';

/** The places offered after a session: from the lower back outwards; the rest is `elsewhere`. */
export const offeredPlaces = [
  'lower-back',
  'sacrum',
  'tailbone',
  'hip.left',
  'hip.right',
  'buttock.left',
  'buttock.right',
  'groin.left',
  'groin.right',
  'thigh.left',
  'thigh.right',
  'lower-leg.left',
  'lower-leg.right',
  'elsewhere',
] as const satisfies readonly Place[];

/** "How is it now?": nothing is marked beforehand and nothing must be answered. */
export class CheckInForm {
  /** 0 … 10, or null while the person has not said. */
  pain0to10 = $state<number | null>(null);
  note = $state('');
  readonly #places = new SvelteSet<Place>();
  #saysNowhere = $state(false);

  isMarked(place: Place): boolean {
    return this.#places.has(place);
  }

  /** "Nowhere" and a place exclude each other: the later word counts. */
  toggle(place: Place): void {
    if (!this.#places.delete(place)) this.#places.add(place);
    this.#saysNowhere = false;
  }

  get saysNowhere(): boolean {
    return this.#saysNowhere;
  }

  toggleNowhere(): void {
    this.#saysNowhere = !this.#saysNowhere;
    if (this.#saysNowhere) this.#places.clear();
  }

  /** There is something to keep. "Nowhere" alone leaves the list of places empty, as saying nothing does. */
  get saysAnything(): boolean {
    return this.pain0to10 !== null || this.#places.size > 0 || this.note.trim() !== '';
  }

  toEntry(id: string, moment: string, afterSessionId: string | null): CheckIn {
    return createCheckIn({
      id,
      recordedAt: moment,
      notedAt: moment,
      corrects: null,
      pain0to10: this.pain0to10,
      places: places.filter((place) => this.#places.has(place)),
      note: this.note.trim(),
      afterSessionId,
    });
  }
}
