/** Index of the last item whose `startS` is at or before `tS`, by halving; −1 when there is none. Items are ordered by start. */
export function lastStartingBy(items: readonly { readonly startS: number }[], tS: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && item.startS <= tS) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
