import type { Configuration, Person } from '@sacra/body';
import type { PropPlace } from '@sacra/figure';
import type { Side } from '@sacra/pose';
import type { Look } from '../settings/look.ts';

/** What a body is seen in: a pose of the catalogue, or one of the things to try at home, at an answer. */
export type Seen =
  | { readonly kind: 'keyframe'; readonly key: string }
  | { readonly kind: 'try'; readonly id: string; readonly value: number; readonly side: Side };

/** What the preview worker is asked: what a body looks like. */
export interface PreviewQuestion {
  readonly id: number;
  readonly person: Person;
  readonly seen: Seen;
  readonly look: Look;
  /** Where the baked reference figure is fetched from. */
  readonly figureUrl: string;
  /** Whether a drawn card is wanted rather than a figure to be turned. */
  readonly asCard: boolean;
}

export interface PreviewFigure {
  readonly q: Configuration;
  readonly props: readonly PropPlace[];
  readonly positions: Float32Array;
  readonly normals: Float32Array;
}

export type PreviewAnswer =
  | { readonly id: number; readonly kind: 'figure'; readonly figure: PreviewFigure }
  /** An SVG. */
  | { readonly id: number; readonly kind: 'card'; readonly svg: string }
  | { readonly id: number; readonly kind: 'failed' };
