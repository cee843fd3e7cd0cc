import type { LabelImage } from './border-graph.ts';

/** A label beside an area. */
export interface Neighbour {
  readonly label: number;
  /** Length of the border, pixels. */
  readonly borderPx: number;
  /** The part of it across which the surface goes on, pixels. */
  readonly joinedPx: number;
}

/** What becomes of areas that are too small to draw. */
export interface SpeckRules {
  /** Whether the surface goes on from one pixel to the next, of another label. */
  readonly isJoined: (pixelA: number, pixelB: number) => boolean;
  /** The neighbour that takes the area is the one of highest affinity, among equals the one with the longest border. */
  readonly affinity: (label: number, neighbour: Neighbour) => number;
  /** The least area that a label may have when it would otherwise go to the heir, pixels. */
  readonly leastPx: (label: number, heir: Neighbour) => number;
}

/** Gives areas that are too small to draw to a neighbour, and says how many there were. Areas hang together along pixel edges. */
export function removeSpecks(image: LabelImage, { isJoined, affinity, leastPx }: SpeckRules): number {
  const { labels } = image;
  const seen = new Uint8Array(labels.length);
  const pixels = new Int32Array(labels.length);
  let removed = 0;
  for (let start = 0; start < labels.length; start++) {
    if (seen[start]) continue;
    const { count, neighbours } = areaFrom(image, start, seen, pixels, isJoined);
    const label = labels[start]!;
    const [heir] = neighbours.sort((a, b) => affinity(label, b) - affinity(label, a) || b.borderPx - a.borderPx);
    if (!heir || count >= leastPx(label, heir)) continue;
    for (let i = 0; i < count; i++) labels[pixels[i]!] = heir.label;
    removed++;
  }
  return removed;
}

/** Of the window around a pixel of a thread, less than this has its label. */
const THREAD_SHARE = 0.32;

/**
 * Takes out threads, which are too thin to draw and join what should be apart: a pixel whose label is rare in the square window
 * reaching `reachPx` to each side takes the label that is most common there.
 */
export function removeThreads(image: LabelImage, reachPx: number): void {
  const { widthPx: w, heightPx: h, labels } = image;
  const before = labels.slice();
  const counts = new Uint16Array(256);
  for (let y = reachPx; y < h - reachPx; y++) {
    for (let x = reachPx; x < w - reachPx; x++) {
      const own = before[y * w + x]!;
      // Far from every border there is nothing to count.
      const left = y * w + x - reachPx;
      const above = (y - reachPx) * w + x;
      const isInside = before[left] === own && before[left + 2 * reachPx] === own;
      if (isInside && before[above] === own && before[above + 2 * reachPx * w] === own) continue;
      let common = own;
      counts.fill(0);
      for (let dy = -reachPx; dy <= reachPx; dy++) {
        for (let dx = -reachPx; dx <= reachPx; dx++) {
          const label = before[(y + dy) * w + x + dx]!;
          if (++counts[label]! > counts[common]!) common = label;
        }
      }
      if (counts[own]! < THREAD_SHARE * (2 * reachPx + 1) ** 2) labels[y * w + x] = common;
    }
  }
}

/** How many pixels of one label hang together with `start`, written to the front of `pixels`, and the labels beside them. */
function areaFrom(
  { widthPx, heightPx, labels }: LabelImage,
  start: number,
  seen: Uint8Array,
  pixels: Int32Array,
  isJoined: (pixelA: number, pixelB: number) => boolean,
): { readonly count: number; readonly neighbours: Neighbour[] } {
  const label = labels[start]!;
  pixels[0] = start;
  let count = 1;
  const neighbours = new Map<number, { -readonly [K in keyof Neighbour]: Neighbour[K] }>();
  seen[start] = 1;
  const visit = (pixel: number, beside: number): void => {
    const other = labels[beside]!;
    if (other === label) {
      if (seen[beside]) return;
      seen[beside] = 1;
      pixels[count++] = beside;
      return;
    }
    let neighbour = neighbours.get(other);
    if (!neighbour) neighbours.set(other, (neighbour = { label: other, borderPx: 0, joinedPx: 0 }));
    neighbour.borderPx++;
    if (isJoined(pixel, beside)) neighbour.joinedPx++;
  };
  for (let next = 0; next < count; next++) {
    const pixel = pixels[next]!;
    const x = pixel % widthPx;
    if (x > 0) visit(pixel, pixel - 1);
    if (x + 1 < widthPx) visit(pixel, pixel + 1);
    if (pixel >= widthPx) visit(pixel, pixel - widthPx);
    if (pixel + widthPx < widthPx * heightPx) visit(pixel, pixel + widthPx);
  }
  return { count, neighbours: [...neighbours.values()] };
}
