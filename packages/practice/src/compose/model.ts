/**
 * The problem in numbers: a path through items in a fixed order, each taken at most once, with a number of breaths. Time is in whole
 * units. What the numbers mean is docs/science/composer.md's.
 */
export interface ComposeModel {
  /** in the order of the arc: an arc leads from a smaller index to a greater one */
  readonly items: readonly ModelItem[];
  readonly arcs: readonly ModelArc[];
  /** units that all arcs and holds together take */
  readonly budget: { readonly from: number; readonly to: number };
}

export interface ModelItem {
  /** entry n is for `fewest + n` breaths */
  readonly holds: readonly { readonly units: number; readonly worth: number }[];
  readonly fewest: number;
  /** how many items that warm have to come before it */
  readonly needsBefore: number;
  readonly warms: boolean;
  /** the path ends with one of these, and with nothing else */
  readonly isLast: boolean;
}

export interface ModelArc {
  /** −1 is the start */
  readonly from: number;
  readonly to: number;
  readonly units: number;
  readonly worth: number;
}

export interface Path {
  readonly steps: readonly { readonly item: number; readonly breaths: number }[];
  readonly units: number;
  readonly worth: number;
}
