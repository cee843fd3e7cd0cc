import { neededBy, type Timeline } from '@sacra/practice';
import type { Atlas } from '@sacra/solve';
import { ownBodyIfAny } from '../body/own-body-if-any.ts';
import type { PersonalAtlas } from '../body/personal-atlas.svelte.ts';
import type { FigureKit } from './figure-kit.ts';

/** A practice waits this long for a figure that was solved on an earlier visit, before it begins with the usual one. */
const WAIT_MS = 1500;
const LOOK_EVERY_MS = 60;

/** The figure of the person's own body, once everything that a practice shows is solved for it. */
export class OwnFigure {
  #personal = $state.raw<PersonalAtlas>();
  #names: readonly string[] = [];
  #make: (atlas: Atlas) => FigureKit = () => {
    throw new Error('OwnFigure: bring it before its kit is asked for');
  };
  #isLooking = false;

  /** Undefined without a body of one's own, and until it is ready. Made once: what is solved later isn't needed here. */
  readonly kit: FigureKit | undefined = $derived.by(() => {
    const personal = this.#personal;
    return personal?.holds(this.#names) === true ? this.#kitOf(personal.atlas) : undefined;
  });
  #made: FigureKit | undefined;

  /** Looks for the person's body and has what the timeline needs solved first. */
  bring(timeline: Timeline, make: (atlas: Atlas) => FigureKit): void {
    this.#make = make;
    this.#isLooking = true;
    void this.#bring(timeline)
      .catch(() => {})
      .finally(() => (this.#isLooking = false));
  }

  /** Has cards drawn of the person's body instead, in the order of the practice: where there is no figure that moves. */
  async bringCards(timeline: Timeline): Promise<void> {
    const body = await ownBodyIfAny();
    const atlas = await body?.bringOwnAtlas([]);
    if (atlas !== undefined) body?.drawOwnCards(neededBy(timeline).keyframes);
  }

  /** Settles when the kit is there, when there will be none soon, or after a moment. */
  async soonReady(): Promise<void> {
    for (let passedMs = 0; passedMs < WAIT_MS; passedMs += LOOK_EVERY_MS) {
      const isWaiting = this.#isLooking || (this.#personal !== undefined && !this.#personal.hasFailed);
      if (this.kit !== undefined || !isWaiting) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  async #bring(timeline: Timeline): Promise<void> {
    const body = await ownBodyIfAny();
    if (body === undefined) return;
    const { namesIn } = await import('../body/needed-names.ts');
    this.#names = namesIn(timeline);
    this.#personal = await body.bringOwnAtlas(this.#names);
  }

  #kitOf(atlas: Atlas): FigureKit {
    this.#made ??= this.#make(atlas);
    return this.#made;
  }
}
