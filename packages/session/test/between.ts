import fc from 'fast-check';

/** Numbers spread evenly over [min, max]: fast-check's own doubles crowd around nought. */
export function between(min: number, max: number): fc.Arbitrary<number> {
  const steps = 10_000;
  return fc.integer({ min: 0, max: steps }).map((step) => min + ((max - min) * step) / steps);
}
