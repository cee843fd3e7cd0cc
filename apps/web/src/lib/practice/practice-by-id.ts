import type { Catalogue } from '@sacra/pose';
import type { Practice } from '@sacra/practice';
import type { Clearance } from '@sacra/safety';
import { poseAlone } from '../poses/pose-alone.ts';
import { readyMade } from '../content/ready-made.ts';
import type { Stores } from '../storage/stores.ts';
import { readKept } from './kept-practice.ts';

/** What of a clearance a practice has in it already, so that it isn't asked of it twice. */
export interface Obeyed {
  /** the share of the usual time that its holds were given */
  readonly holdsShare: number;
  readonly startFrom: Clearance['startFrom']['place'];
}

/** A practice as it is written. */
export interface WrittenPractice {
  readonly practice: Practice;
  readonly obeyed?: Obeyed | undefined;
}

export type FoundPractice =
  | ({ readonly kind: 'found'; readonly isKept: boolean } & WrittenPractice)
  | { readonly kind: 'unreadable'; readonly why: string }
  /** Neither ready-made nor kept on this device. */
  | { readonly kind: 'unknown' };

/**
 * The practice that `?practice=…` names: a ready-made one, a single pose of the library or one that is kept here. Storage that can't be
 * opened keeps none.
 */
export async function practiceById(
  id: string,
  catalogue: Catalogue,
  openStoresIfAny: () => Promise<Pick<Stores, 'practices'> | undefined>,
): Promise<FoundPractice> {
  const practice = readyMade.find((one) => one.id === id);
  if (practice !== undefined) return { kind: 'found', practice, isKept: false };
  const alone = poseAlone(id, catalogue);
  // who asks for this very pose has chosen how to do it
  if (alone !== undefined)
    return { kind: 'found', practice: alone, isKept: false, obeyed: { holdsShare: 1, startFrom: 'chair-or-wall' } };
  const stored = await openStoresIfAny()
    .then((stores) => stores?.practices.get(id))
    .catch(() => undefined);
  if (stored === undefined) return { kind: 'unknown' };
  const kept = readKept(stored, catalogue);
  if (kept.kind === 'unreadable') return kept;
  return { kind: 'found', practice: kept.practice, isKept: true, obeyed: kept.obeyed };
}
