/**
 * Where a falling function crosses zero, by halving the interval (after 40 halvings to a billionth of it). Where it doesn't cross within,
 * the nearer end.
 */
export function zeroBetween(least: number, most: number, falling: (at: number) => number, halvings = 40): number {
  let [low, high] = [least, most];
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2;
    if (falling(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
