/**
 * How many pixels to draw for each pixel of the page. Starts at what the screen has, at most 2, and gives way, down to 1, on a device that
 * can't keep up: a calm movement in fewer pixels is better than a sharp one that stutters. A device that shows fewer than two or three pictures a
 * second even then is better served by drawn cards.
 */
export class Sharpness {
  private ratio: number;
  private lastMs: number | undefined;
  private slowMs = 0;
  private hopelessMs = 0;

  constructor(devicePixelRatio: number) {
    this.ratio = Math.min(devicePixelRatio, MOST);
  }

  get pixelRatio(): number {
    return this.ratio;
  }

  /** Notes a frame of the screen, whether anything new is drawn in it or not, by the clock that frames come with. */
  frame(nowMs: number): 'as-it-was' | 'lowered' | 'too-slow' {
    const sinceMs = this.lastMs === undefined ? 0 : nowMs - this.lastMs;
    this.lastMs = nowMs;
    this.slowMs = weighed(this.slowMs, sinceMs, SLOW_MS);
    if (this.ratio <= LEAST) {
      this.hopelessMs = weighed(this.hopelessMs, sinceMs, HOPELESS_MS);
      return this.hopelessMs >= HOPELESS_PATIENCE_MS ? 'too-slow' : 'as-it-was';
    }
    if (this.slowMs < PATIENCE_MS) return 'as-it-was';
    this.slowMs = 0;
    this.ratio = Math.max(LEAST, this.ratio * 0.75);
    return 'lowered';
  }

  /** The next frame is the first after a rest. */
  rest(): void {
    this.lastMs = undefined;
  }
}

/** Time spent in long gaps, less half of that spent in short ones. A single gap counts for little, however long. */
const weighed = (beforeMs: number, sinceMs: number, longMs: number): number =>
  Math.max(0, beforeMs + (sinceMs > longMs ? Math.min(sinceMs, 3 * longMs) : -sinceMs / 2));

const MOST = 2;
const LEAST = 1;
const SLOW_MS = 40;
const PATIENCE_MS = 1000;
const HOPELESS_MS = 400;
const HOPELESS_PATIENCE_MS = 9000;
