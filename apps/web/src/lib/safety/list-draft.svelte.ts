import type { Answer, Answers, Check, Item, TierList } from '@sacra/safety';
import { SvelteMap } from 'svelte/reactivity';

/** What a person's own word can add to a yes: that it is old and known, or that a professional has said gentle movement is fine. */
export type Addition = 'known' | 'cleared';

export function additionOf({ effect }: Item): Addition | undefined {
  switch (effect.kind) {
    case 'stop':
      return effect.mayBeKnown ? 'known' : undefined;
    case 'no-practice':
      return effect.mayBeCleared ? 'cleared' : undefined;
    case 'rest-only':
      return 'cleared';
    default:
      return undefined;
  }
}

/** A list while it is being answered. What is not marked becomes a no when the person says so for the rest. */
export class ListDraft {
  readonly list: TierList;
  readonly #marked: SvelteMap<string, Answer>;

  /** Begins with what was said before, so that a yes has to be taken back by itself. */
  constructor(list: TierList, before: Answers) {
    this.list = list;
    this.#marked = new SvelteMap(
      list.items.flatMap(({ id }): [string, Answer][] => {
        const answer = before.get(id)?.answer;
        return answer === undefined || answer === 'no' ? [] : [[id, answer]];
      }),
    );
  }

  get isEmpty(): boolean {
    return this.#marked.size === 0;
  }

  markOf(id: string): Answer | undefined {
    return this.#marked.get(id);
  }

  /** The same again takes it back. */
  press(id: string, answer: 'yes' | 'not-sure'): void {
    const before = this.#marked.get(id);
    const isYes = before !== undefined && before !== 'not-sure';
    if (answer === 'yes' ? isYes : before === 'not-sure') this.#marked.delete(id);
    else this.#marked.set(id, answer);
  }

  setAddition(id: string, addition: Addition, isSo: boolean): void {
    this.#marked.set(id, isSo ? addition : 'yes');
  }

  /** An answer to every item of the list. */
  answers(): Check['answers'] {
    return Object.fromEntries(this.list.items.map(({ id }) => [id, this.#marked.get(id) ?? 'no']));
  }
}
