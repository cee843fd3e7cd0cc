import type { Depth, PropKind } from '@sacra/pose';
import type { Barring, Choice } from '@sacra/safety';

/** Why a pose is not in the practice. */
export type LeftOutWhy =
  | { readonly kind: 'barred'; readonly by: readonly Barring[] }
  /** no form of it can be done with what is at hand */
  | { readonly kind: 'no-prop'; readonly props: readonly PropKind[] }
  | { readonly kind: 'unwanted' }
  | { readonly kind: 'painful' }
  /** deeper than today's pain allows */
  | { readonly kind: 'pain-today'; readonly atMost: Depth }
  /** deeper than the level reached */
  | { readonly kind: 'level'; readonly atMost: Depth }
  /** its easier forms come first: so many good sessions of `needed` have been had */
  | { readonly kind: 'gate'; readonly easier: readonly string[]; readonly had: number; readonly needed: number }
  /** another pose is new today */
  | { readonly kind: 'one-new'; readonly instead: string }
  /** safety asks to begin with the version at a chair or a wall */
  | { readonly kind: 'easy-start' }
  /** it stands in for another pose where that one can't be done */
  | { readonly kind: 'stand-in-only' }
  /** one passes through it anyway */
  | { readonly kind: 'on-the-way' }
  /** a pose of the practice does the same work, as its deeper or its easier form */
  | { readonly kind: 'same-work'; readonly instead: string }
  /** others serve today's wish better in this time */
  | { readonly kind: 'not-chosen' };

export interface LeftOut {
  readonly pose: string;
  readonly why: LeftOutWhy;
  /** what is in the practice, or could be, in its place */
  readonly standsIn?: Choice;
}
