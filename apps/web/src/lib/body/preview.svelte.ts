import type { PreviewAnswer, PreviewFigure, PreviewQuestion } from './preview-messages.ts';

/** The part of a `Worker` that this needs. */
export interface PreviewWorker {
  onmessage: ((event: MessageEvent<PreviewAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(question: PreviewQuestion): void;
  terminate(): void;
}

/** What is shown while a body is being set up. */
export type Preview =
  | (Shown & { readonly kind: 'figure'; readonly figure: PreviewFigure })
  | (Shown & { readonly kind: 'card'; readonly svg: string });

type Shown = Pick<PreviewQuestion, 'person' | 'seen' | 'look'>;

type Wish = Omit<PreviewQuestion, 'id'>;

/**
 * Shows a body as it changes. One question is under way at a time; of those asked meanwhile only the last one is put, so that the
 * picture follows a slider as fast as the device can and never lags behind it.
 */
export class PreviewRoom {
  readonly #startWorker: () => PreviewWorker;
  #worker: PreviewWorker | undefined;
  #shown = $state.raw<Preview>();
  #hasFailed = $state(false);
  #underWay: (Wish & { readonly id: number }) | undefined;
  #next: Wish | undefined;
  #asked = 0;

  constructor(startWorker: () => PreviewWorker) {
    this.#startWorker = startWorker;
  }

  get shown(): Preview | undefined {
    return this.#shown;
  }

  /** There can be no picture here: the words have to do. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  show(wish: Wish): void {
    this.#next = wish;
    if (this.#underWay === undefined) this.#ask();
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#underWay = this.#next = undefined;
  }

  #ask(): void {
    const wish = this.#next;
    if (wish === undefined) return;
    this.#next = undefined;
    try {
      this.#worker ??= this.#start();
      this.#underWay = { ...wish, id: ++this.#asked };
      this.#worker.postMessage(this.#underWay);
    } catch {
      this.#fail();
    }
  }

  #start(): PreviewWorker {
    const worker = this.#startWorker();
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = () => this.#fail();
    return worker;
  }

  #receive(answer: PreviewAnswer): void {
    const question = this.#underWay;
    if (question?.id !== answer.id) return;
    this.#underWay = undefined;
    const { person, seen, look } = question;
    if (answer.kind === 'figure') this.#shown = { kind: 'figure', person, seen, look, figure: answer.figure };
    else if (answer.kind === 'card') this.#shown = { kind: 'card', person, seen, look, svg: answer.svg };
    else if (this.#shown === undefined) this.#hasFailed = true;
    this.#ask();
  }

  #fail(): void {
    this.#hasFailed = true;
    this.close();
  }
}
