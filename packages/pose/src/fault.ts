/** Something a content file says that can't be, with its place inside the data. */
export interface Fault {
  /** keys and indices from the root of the file */
  readonly path: readonly (string | number)[];
  /** where in the pair the fault lies: at the key itself or at its value (default) */
  readonly at?: 'key' | 'value';
  readonly message: string;
  /** what could stand here instead, the nearest first */
  readonly valid: readonly string[];
}
