import { wholeCatalogue } from '../content/whole-catalogue.ts';
import { openStoresIfAny } from '../storage/stores.ts';
import { practiceById, type FoundPractice } from './practice-by-id.ts';

/** The practice that an address asks for, in one piece: only who chose another than the five poses fetches it. */
export function askedPractice(id: string): Promise<FoundPractice> {
  return practiceById(id, wholeCatalogue, openStoresIfAny);
}
