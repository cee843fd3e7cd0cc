/** The middle of some measured values; the mean of the middle two when their number is even. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * The value below which a share of the measured values lies, between two of them by straight line.
 * @param share from 0 (the least) to 1 (the greatest)
 */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** How long a piece of work takes, in milliseconds, each time it is done. */
export function timeEachMs(times: number, work: () => void): number[] {
  return Array.from({ length: times }, () => {
    const startMs = performance.now();
    work();
    return performance.now() - startMs;
  });
}
