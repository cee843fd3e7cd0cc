/** A line with its place in a hold. */
export interface PlacedLine {
  readonly text: string;
  /** Milliseconds from the start of the hold. */
  readonly startMs: number;
  readonly lengthMs: number;
}

/** Time to arrive before the first line, least quiet between lines, least quiet after the last. */
const arriveMs = 1000;
const quietBetweenMs = 2000;
const quietAfterMs = 2000;

/**
 * Spreads lines over a hold of `holdMs`, in order, with the same quiet after each. The later lines are the ones to spare: they
 * are left out from the end until the rest fits with its quiet.
 */
export function spaceLines(
  lines: readonly { readonly text: string; readonly lengthMs: number }[],
  holdMs: number,
): PlacedLine[] {
  for (let count = lines.length; count > 0; count--) {
    const kept = lines.slice(0, count);
    const spokenMs = kept.reduce((sum, line) => sum + line.lengthMs, 0);
    const quietMs = (holdMs - arriveMs - spokenMs) / count;
    if (quietMs < (count > 1 ? quietBetweenMs : quietAfterMs)) continue;
    let startMs = arriveMs;
    return kept.map((line) => {
      const placed = { ...line, startMs: Math.round(startMs) };
      startMs += line.lengthMs + quietMs;
      return placed;
    });
  }
  return [];
}
