/** Dragging one of a list of steps to another place: follows one finger or the mouse, and tells where it was let go. */
export class DragOrder {
  /** Id of what is being dragged, and how far it has been carried, in CSS pixels. */
  #dragged = $state.raw<{ readonly id: string; readonly offsetPx: number }>();
  #place = $state(-1);
  readonly #ondrop: (id: string, to: number) => void;

  constructor(ondrop: (id: string, to: number) => void) {
    this.#ondrop = ondrop;
  }

  offsetOf(id: string): number | undefined {
    return this.#dragged?.id === id ? this.#dragged.offsetPx : undefined;
  }

  /** The place that it would come to, counted from 0; −1 while nothing is dragged. */
  get place(): number {
    return this.#place;
  }

  /** Called when the handle of an item is pressed; `items` are all of the list in their order. */
  begin(event: PointerEvent, id: string, index: number, items: readonly HTMLElement[]): void {
    const handle = event.currentTarget;
    if (!(handle instanceof HTMLElement) || event.button !== 0) return;
    const middles = items.map((item) => {
      const { top, height } = item.getBoundingClientRect();
      return top + height / 2 + window.scrollY;
    });
    const startPx = event.clientY + window.scrollY;
    const here = middles[index] ?? startPx;
    handle.setPointerCapture(event.pointerId);
    this.#dragged = { id, offsetPx: 0 };
    this.#place = index;

    const follow = (moved: PointerEvent): void => {
      scrollAtEdges(moved.clientY);
      const offsetPx = moved.clientY + window.scrollY - startPx;
      this.#dragged = { id, offsetPx };
      this.#place = placeAt(here + offsetPx, index, middles);
    };
    const end = (isDropped: boolean) => (): void => {
      listening.abort();
      const to = this.#place;
      this.#dragged = undefined;
      this.#place = -1;
      if (isDropped && to !== index) this.#ondrop(id, to);
    };
    const listening = new AbortController();
    const { signal } = listening;
    handle.addEventListener('pointermove', follow, { signal });
    handle.addEventListener('pointerup', end(true), { signal });
    handle.addEventListener('pointercancel', end(false), { signal });
  }
}

/** @internal seen by the tests: the place of an item whose middle was carried to `atPx`, among the middles of all. */
export function placeAt(atPx: number, index: number, middles: readonly number[]): number {
  return middles.filter((middle, other) => other !== index && middle < atPx).length;
}

const edgePx = 72;
const stepPx = 12;

function scrollAtEdges(clientY: number): void {
  if (clientY < edgePx) window.scrollBy(0, -stepPx);
  else if (clientY > window.innerHeight - edgePx) window.scrollBy(0, stepPx);
}
