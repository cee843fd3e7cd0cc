import type { Catalogue, Fault } from '@sacra/pose';
import type { Clearance } from '@sacra/safety';
import { adaptPractice, type Adapting } from '../adapt/adapt-practice.ts';
import type { Adapted } from '../adapt/adapted.ts';
import type { Practice } from '../practice.ts';
import { readPractice, type ReadPractice } from './read-practice.ts';

export type ImportedPractice =
  | {
      readonly ok: true;
      /** as its author wrote it: what to store, so that it can be fitted again when limits change */
      readonly written: Practice;
      /** as this person may play it today */
      readonly adapted: Adapted;
    }
  | Extract<ReadPractice, { readonly ok: false }>;

/** A practice from a file, checked against this person's limits before anything of it is stored or played. */
export function importPractice(
  text: string,
  catalogue: Catalogue,
  clearance: Clearance,
  how: Adapting = {},
): ImportedPractice {
  const read = readPractice(text, catalogue);
  if (!read.ok) return read;
  return { ok: true, written: read.value, adapted: adaptPractice(read.value, catalogue, clearance, how) };
}

const fieldNames: Readonly<Record<string, string>> = {
  ...{ format: 'format', version: 'version', id: 'id', title: 'title', steps: 'steps', breath: 'breath' },
  ...{ inS: 'breathing in', outS: 'breathing out', catCowBreath: 'the breath of Cat and Cow' },
  ...{ opensIn: 'where it opens', closesIn: 'where it closes', pose: 'pose', variation: 'variation' },
  ...{ sides: 'sides', breaths: 'breaths' },
};

/** Where a fault lies, as one would say it: `step 3, pose`; `the file` for all of it. */
export function placeOf({ path }: Fault): string {
  const words = path.flatMap((part, index) => {
    if (typeof part === 'number') return path[index - 1] === 'steps' ? [`step ${part + 1}`] : [`${part + 1}`];
    if (part === 'steps' && typeof path[index + 1] === 'number') return [];
    return [Object.hasOwn(fieldNames, part) ? (fieldNames[part] ?? part) : `"${part.slice(0, 40)}"`];
  });
  return words.length === 0 ? 'the file' : words.join(', ');
}
