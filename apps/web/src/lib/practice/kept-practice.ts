import type { Catalogue } from '@sacra/pose';
import { parsePractice, placeOf, type Practice } from '@sacra/practice';
import type { StoredPractice } from '../storage/database.ts';
import type { Obeyed } from './practice-by-id.ts';

/** How a practice came to be the person's own. */
type PracticeOrigin = 'composed' | 'imported' | 'changed';

/** A practice as it is kept in storage. */
export interface KeptRecord {
  readonly format: 'sacra.kept-practice';
  readonly version: 1;
  readonly origin: PracticeOrigin;
  /** What the person calls it; its document may have another title. One line, up to 120 characters. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly writtenAtMs: number;
  /** As its author wrote it, so that it can be fitted again when limits change. */
  readonly document: Practice;
  /** Set where it was made under a clearance. */
  readonly obeyed?: Obeyed;
}

export type KeptPractice =
  | {
      readonly kind: 'readable';
      readonly id: string;
      readonly origin: PracticeOrigin;
      readonly writtenAtMs: number;
      /** Under the id that it is kept by and the name that the person gave it. */
      readonly practice: Practice;
      readonly obeyed: Obeyed | undefined;
    }
  /** Damaged, of a later version, or of poses that there are no more. It stays where it is. */
  | { readonly kind: 'unreadable'; readonly id: string; readonly name: string | undefined; readonly why: string };

const origins: readonly unknown[] = ['composed', 'imported', 'changed'] satisfies readonly PracticeOrigin[];

/** @param catalogue all poses: a practice may have any of them */
export function readKept({ id, raw }: StoredPractice, catalogue: Catalogue): KeptPractice {
  const given: { [Field in keyof KeptRecord]?: unknown } = typeof raw === 'object' && raw !== null ? raw : {};
  const { origin, writtenAtMs, document, version } = given;
  const name = typeof given.name === 'string' ? given.name.slice(0, 120) : undefined;
  const unreadable = (why: string): KeptPractice => ({ kind: 'unreadable', id, name, why });
  if (given.format !== 'sacra.kept-practice') return unreadable('It is damaged.');
  if (typeof version === 'number' && version > 1) return unreadable('It was saved by a newer Sacra.');
  if (version !== 1 || !isOrigin(origin) || typeof writtenAtMs !== 'number' || typeof document !== 'object')
    return unreadable('It is damaged.');
  const obeyed = obeyedIn(given.obeyed);
  if (obeyed === 'damaged') return unreadable('It is damaged.');
  const parsed = parsePractice({ ...document, id, title: name }, catalogue);
  if (parsed.ok) return { kind: 'readable', id, origin, writtenAtMs, practice: parsed.value, obeyed };
  const [fault] = parsed.faults;
  return unreadable(fault === undefined ? 'It is damaged.' : `In ${placeOf(fault)}: ${fault.message}.`);
}

function obeyedIn(raw: unknown): Obeyed | undefined | 'damaged' {
  if (raw === undefined) return undefined;
  const { holdsShare, startFrom }: { [Field in keyof Obeyed]?: unknown } =
    typeof raw === 'object' && raw !== null ? raw : {};
  if (typeof holdsShare !== 'number' || !(holdsShare > 0 && holdsShare <= 1)) return 'damaged';
  return startFrom === 'anywhere' || startFrom === 'chair-or-wall' ? { holdsShare, startFrom } : 'damaged';
}

function isOrigin(raw: unknown): raw is PracticeOrigin {
  return origins.includes(raw);
}
