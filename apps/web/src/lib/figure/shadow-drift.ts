/** Shadows are soft over more than a centimetre: of what has moved less than this nobody sees that its shadow lags behind. */
export const UNSEEN_LAG_M = 0.002;

/**
 * How far shadows lag behind what casts them. Drawing them takes as long as drawing the figure, so while it moves slowly they are drawn
 * only when it can be seen.
 */
export class ShadowDrift {
  #casting = new Float32Array(0);
  #lamp = new Float32Array(0);

  /**
   * How far anything has gone since the shadows were drawn, in any one direction, metres; Infinity when they must be drawn in any case.
   *
   * @param capsules where the body is, as `SegmentMotion` writes it, metres
   * @param lamp what it stands over, metres, and its direction, radians: a metre from the mat a radian moves a shadow about a metre
   */
  lagM(capsules: Float32Array, lamp: Float32Array): number {
    return Math.max(furthest(this.#casting, capsules), furthest(this.#lamp, lamp));
  }

  /** The shadows are being drawn as everything is now. */
  drawn(capsules: Float32Array, lamp: Float32Array): void {
    if (this.#casting.length === capsules.length) this.#casting.set(capsules);
    else this.#casting = capsules.slice();
    this.#lamp = lamp.slice();
  }

  /** Something else has changed: they must be drawn anew, whatever has moved. */
  forget(): void {
    this.#casting = new Float32Array(0);
  }
}

function furthest(before: Float32Array, now: Float32Array): number {
  if (before.length !== now.length) return Infinity;
  let most = 0;
  for (let i = 0; i < now.length; i++) most = Math.max(most, Math.abs(now[i]! - before[i]!));
  return most;
}
