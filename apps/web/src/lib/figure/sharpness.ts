/**
 * How many pixels to draw for each pixel of the page. Starts at what the screen has, at most 2, and gives way, down to 1, on a device that
 * can't keep up: a calm movement in fewer pixels is better than a sharp one that stutters. A device that shows fewer than two or three pictures a
 * second even then is better served by drawn cards.
 */
export class Sharpness {
  private ratio: number;
  private lastMs: number | undefined;
  private slowFrames = 0;
  private hopelessFrames = 0;

  constructor(devicePixelRatio: number) {
    this.ratio = Math.min(devicePixelRatio, MOST);
  }

  get pixelRatio(): number {
    return this.ratio;
  }

  /** Notes a frame that follows right upon another, by the clock that frames come with. */
  frameDrawn(nowMs: number): 'as-it-was' | 'lowered' | 'too-slow' {
    const sinceMs = this.lastMs === undefined ? 0 : nowMs - this.lastMs;
    this.lastMs = nowMs;
    // one long gap is a pause or another page's work; a slow device shows itself again and again
    this.slowFrames = counted(this.slowFrames, sinceMs > SLOW_MS);
    if (this.ratio <= LEAST) {
      this.hopelessFrames = counted(this.hopelessFrames, sinceMs > HOPELESS_MS);
      return this.hopelessFrames >= HOPELESS_PATIENCE ? 'too-slow' : 'as-it-was';
    }
    if (this.slowFrames < PATIENCE) return 'as-it-was';
    this.slowFrames = 0;
    this.ratio = Math.max(LEAST, this.ratio * 0.75);
    return 'lowered';
  }

  /** The next frame is the first after a rest. */
  rest(): void {
    this.lastMs = undefined;
  }
}

const counted = (before: number, isSlow: boolean): number => (isSlow ? before + 1 : Math.max(0, before - 1));

const MOST = 2;
const LEAST = 1;
const SLOW_MS = 34;
const PATIENCE = 12;
const HOPELESS_MS = 400;
const HOPELESS_PATIENCE = 20;
