/**
 * A number on its way to another: slow in, slow out. A frame may be asked for as of a moment that lies before the last `aim` (browsers
 * stamp frames with when they began): there the number is where it set out from.
 */
export class Eased {
  private from: number;
  private to: number;
  private startMs = 0;
  private durationMs = 0;

  constructor(value: number) {
    this.from = value;
    this.to = value;
  }

  /** Sets out for `to` from wherever it is now; at once when `seconds` is 0. */
  aim(to: number, seconds: number, nowMs: number): void {
    this.from = this.at(nowMs);
    this.to = to;
    this.startMs = nowMs;
    this.durationMs = seconds * 1000;
  }

  at(nowMs: number): number {
    if (!this.isMoving(nowMs)) return this.to;
    const t = Math.max(0, nowMs - this.startMs) / this.durationMs;
    // 6t⁵ − 15t⁴ + 10t³: starts and ends without a jerk
    return this.from + (this.to - this.from) * t * t * t * (t * (6 * t - 15) + 10);
  }

  get goal(): number {
    return this.to;
  }

  isMoving(nowMs: number): boolean {
    return this.durationMs > 0 && nowMs < this.startMs + this.durationMs;
  }
}
