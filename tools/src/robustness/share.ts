import { createBody, referencePerson } from '@sacra/body';
import { describeError, type KeyframeKey } from '@sacra/pose';
import { catalogueSolver } from '@sacra/solve';
import { fileURLToPath } from 'node:url';
import { readContent, type Content } from '../content/read-content.ts';
import { answers } from './elsewhere.ts';
import { judge } from './judge.ts';
import { randomPersons } from './random-person.ts';
import type { PersonVerdict } from './report.ts';

/** Which persons of a sample one process tries, on which keyframes. */
export interface Share {
  readonly persons: number;
  readonly seed: number;
  /** It takes the persons `first`, `first + step`, … of the sample. */
  readonly first: number;
  readonly step: number;
  readonly keys: readonly KeyframeKey[];
}

/** Tries a share of a sample. */
export function tryShare({ catalogue, bodyTables }: Content, share: Share): PersonVerdict[] {
  const reference = catalogueSolver(createBody(referencePerson, bodyTables), catalogue);
  return randomPersons(share.persons, share.seed).flatMap((who, person) =>
    person % share.step === share.first
      ? judge(who, bodyTables, catalogue, reference, share.keys).map((verdict) => ({ ...verdict, person }))
      : [],
  );
}

/** The repository's content. @throws telling every error that there is in it */
export function contentOrThrow(): Content {
  const content = readContent(fileURLToPath(new URL('../../../content', import.meta.url)));
  if (!content.ok) throw new Error(content.errors.map(describeError).join('\n'));
  return content.value;
}

answers(import.meta.url, (share: Share) => tryShare(contentOrThrow(), share));
