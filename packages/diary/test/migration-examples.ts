import type { RawRecord } from '../src/index.ts';

/**
 * For every migration of every kind, by its id, at least one record before and after it. A migration without an example here
 * fails the tests.
 */
export const migrationExamples: Readonly<
  Record<string, readonly { readonly before: RawRecord; readonly after: RawRecord }[]>
> = {};
