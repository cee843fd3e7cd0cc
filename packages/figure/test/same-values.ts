/** Are two rows of numbers the same? Of a hundred thousand of them `toEqual` would say as much, in seconds. */
export const areSame = (some: Float32Array | Uint32Array, others: Float32Array | Uint32Array): boolean =>
  some.length === others.length && some.every((value, i) => value === others[i]);

/** How far two rows of numbers are apart where they are furthest. */
export const furthestApart = (some: Float32Array, others: Float32Array): number =>
  some.reduce((most, value, i) => Math.max(most, Math.abs(value - others[i]!)), 0);
