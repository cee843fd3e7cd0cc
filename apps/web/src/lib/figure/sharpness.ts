/**
 * How many pixels to draw for each pixel of the page. Starts at what the screen has, at most 2, and gives way, down to 1, on a device that can't
 * keep up: a calm movement in fewer pixels is better than a sharp one that stutters.
 */
export class Sharpness {
  private ratio: number;
  private lastMs: number | undefined;
  private slowFrames = 0;

  constructor(devicePixelRatio: number) {
    this.ratio = Math.min(devicePixelRatio, MOST);
  }

  get pixelRatio(): number {
    return this.ratio;
  }

  /** Notes a frame that follows right upon another. True when the ratio has been lowered. */
  frameDrawn(nowMs: number): boolean {
    const sinceMs = this.lastMs === undefined ? 0 : nowMs - this.lastMs;
    this.lastMs = nowMs;
    // one long gap is a pause or another page's work; a slow device shows itself again and again
    this.slowFrames = sinceMs > SLOW_MS ? this.slowFrames + 1 : Math.max(0, this.slowFrames - 1);
    if (this.slowFrames < PATIENCE || this.ratio <= LEAST) return false;
    this.slowFrames = 0;
    this.ratio = Math.max(LEAST, this.ratio * 0.75);
    return true;
  }

  /** The next frame is the first after a rest. */
  rest(): void {
    this.lastMs = undefined;
  }
}

const MOST = 2;
const LEAST = 1;
const SLOW_MS = 34;
const PATIENCE = 12;
