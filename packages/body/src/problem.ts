/**
 * Something in the body's tables that cannot be used. The parser is pure: it knows the place inside the data, and whoever read
 * the file turns that into a line.
 */
export interface ContentProblem {
  /** Keys and indices from the top of the data, e.g. `['ranges', 'hinges', 'knee.flexion', 'range']`. */
  readonly path: readonly (string | number)[];
  /** Whether the key itself or its value (when not said) is meant. */
  readonly at?: 'key' | 'value';
  /** What is there and why it cannot be used, in words for the author of the file. */
  readonly message: string;
  /** What may stand there instead; empty when there is nothing to name. */
  readonly valid: readonly string[];
}

/** `ranges › hinges › kne.flexion: unknown name "kne.flexion". Valid: …` */
export function describeProblem({ path, message, valid }: ContentProblem): string {
  return `${path.join(' › ')}: ${message}.${valid.length > 0 ? ` Valid: ${valid.join(', ')}` : ''}`;
}
