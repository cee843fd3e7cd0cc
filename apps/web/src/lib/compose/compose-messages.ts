import type { Pose } from '@sacra/pose';
import type { Composed, ComposeRequest } from '@sacra/practice';

/** What the composing worker is told: once what there is to compose from, then one request after the other. */
export type ComposeQuestion =
  | { readonly kind: 'poses'; readonly poses: readonly Pose[] }
  | {
      readonly kind: 'compose';
      readonly id: number;
      readonly request: ComposeRequest;
      /** of the voice that will say it */
      readonly wordsPerMinute: number;
    };

export type ComposeAnswer =
  | { readonly id: number; readonly kind: 'composed'; readonly made: Composed }
  | { readonly id: number; readonly kind: 'failed' };
